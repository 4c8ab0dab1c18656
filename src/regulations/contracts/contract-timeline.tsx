/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a drawing made of elements is no file for an img */
import type { ComponentChildren } from 'preact';
import type { Language } from '../../platform/language.ts';
import { Breakable } from '../../site/breakable.tsx';
import { DataTable } from '../../site/data-table.tsx';
import { formatDate } from '../../site/dates.ts';
import { Why } from '../../site/parts.tsx';
import { agreeingNames, explainContract } from './contract-texts.ts';
import { BAR_HEIGHT, stretchesOf, timelineOf, WIDTH, type TimelineStretch } from './contract-timeline-geometry.ts';
import { stretchInWords, TIMELINE_TEXTS } from './contract-timeline-texts.ts';
import type { ContractAnswer, ContractPlan } from './contracts.ts';
import { ReasonList, RuleLinks } from '../rule-link.tsx';

type TimelineProps = {
  answer: ContractAnswer;
  language: Language;
  /** A civil day to mark, where it falls within the dates. */
  today?: string | undefined;
  /** What is said under the drawing. */
  caption?: ComponentChildren;
};

/** What a contract clause means in days: a drawing, and the same as a table; on a narrow screen the line runs downwards. */
export function ContractTimeline({ answer, language, today, caption }: TimelineProps) {
  if (answer.kind === 'ask') return <Asked answer={answer} language={language} />;
  const t = TIMELINE_TEXTS[language];
  const { indefinite } = answer;
  return (
    <div class="contract-line">
      <Drawing plan={answer} language={language} today={today} caption={caption} />
      <Dates plan={answer} language={language} />
      <p>
        {endOf(answer, language)} {t.indefinite[indefinite]}
      </p>
      <Why summary={t.why}>
        <ReasonList reasons={explainContract(answer)[language]} language={language} />
      </Why>
    </div>
  );
}

/** When service in the post ends at the latest, with the contracts planned and by the clause. */
function endOf({ definiteEnds, latestEnd }: ContractPlan, language: Language): string {
  const t = TIMELINE_TEXTS[language];
  if (latestEnd === null) return t.noLatest;
  const latest = formatDate(latestEnd, language);
  return definiteEnds < latestEnd ? t.ends(formatDate(definiteEnds, language), latest) : t.latest(latest);
}

function Asked({ answer, language }: { answer: Exclude<ContractAnswer, ContractPlan>; language: Language }) {
  const { regulations, ask } = answer;
  return (
    <div class="contract-line">
      <p>{TIMELINE_TEXTS[language].ask(regulations[language], ask[language])}</p>
      <Why>
        <ReasonList reasons={explainContract(answer)[language]} language={language} />
      </Why>
    </div>
  );
}

type PlanProps = { plan: ContractPlan; language: Language };

function Drawing({ plan, language, today, caption }: PlanProps & Pick<TimelineProps, 'today' | 'caption'>) {
  const t = TIMELINE_TEXTS[language];
  const label = (stretch: TimelineStretch) => stretchInWords(stretch, language);
  const stretches = stretchesOf(plan);
  const { height, bars, years, today: now } = timelineOf(stretches, { label, today });
  return (
    <figure class="timeline">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={`${stretches.map(label).join('. ')}.`}>
        {years.map(({ x, text }) => (
          <g key={text} class="year">
            <line x1={x} y1={0} x2={x} y2={height - 20} />
            <text x={x} y={height - 5} text-anchor="middle">
              {text}
            </text>
          </g>
        ))}
        {now !== null && (
          <g class="today">
            <line x1={now} y1={0} x2={now} y2={height - 20} />
            <title>{t.today}</title>
          </g>
        )}
        {bars.map(({ stretch, x, y, width, label: { text, ...at } }) => (
          <g key={stretch.kind} class={stretch.kind}>
            <text x={at.x} y={at.y} text-anchor={at.anchor}>
              {text}
            </text>
            <rect x={x} y={y} width={width} height={BAR_HEIGHT} />
          </g>
        ))}
      </svg>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

/** The same as the drawing, with who must agree and by which rule. */
function Dates({ plan, language }: PlanProps) {
  const t = TIMELINE_TEXTS[language];
  const rows = stretchesOf(plan).map((stretch) => ({
    key: stretch.kind,
    cells: [
      t.kinds[stretch.kind],
      formatDate(stretch.from, language),
      stretch.to === null ? t.openEnd : formatDate(stretch.to, language),
      <Breakable text={agreeingNames(stretch.agreedBy, language) || t.nobody} />,
      <RuleLinks rules={stretch.reasons.map(({ rule }) => rule)} language={language} />,
    ],
  }));
  const columns = [
    { heading: t.what, rowHeader: true },
    ...[t.from, t.to, t.agreed, t.rule].map((heading) => ({ heading })),
  ];
  return (
    <div class="timeline-table">
      <DataTable caption={t.caption} hiddenCaption columns={columns} rows={rows} />
    </div>
  );
}
