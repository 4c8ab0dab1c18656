import { VacancyLine } from '../../applications/vacancy-line.tsx';
import type { Language, Translated } from '../../platform/language.ts';
import type { LanguageRequirement } from '../../regulations/eligibility/language-levels.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DataTable } from '../../site/data-table.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { joinList } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Facts, Tag } from '../../site/parts.tsx';
import { colon } from '../../site/punctuation.ts';
import { InLanguage, stageName } from '../plan/stage-name.tsx';
import { Standing } from '../language-tests/language-standing-parts.tsx';
import type { LanguageStanding } from '../language-tests/language-standing.ts';
import { LANGUAGE_TEST_TEXTS } from '../language-tests/language-test-texts.ts';
import { MissingLevels } from '../language-tests/missing-level-parts.tsx';
import type { MissingLevel } from '../language-tests/missing-level-queries.ts';
import { SELECTION_TEXTS } from '../selection-texts.ts';
import { inHundredths } from './fraction.ts';
import type { Ranked, StageScore } from './merit-order.ts';
import type { Merit } from './merit-queries.ts';

type MeritProps = {
  page: PageContext;
  reference: string;
  vacancyTitle: Translated;
  organisation: Organisation;
  merit: Merit;
  /** What the notice asks for, and what was found of each candidate. */
  required: LanguageRequirement | null;
  languages: ReadonlyMap<string, LanguageStanding>;
  /** Levels to be recorded again after a review. */
  missing: readonly MissingLevel[];
};

/** Who comes before whom by agreed points and fixed weights, with every figure that enters. */
export function MeritPage(props: MeritProps) {
  const { page, reference, merit } = props;
  const { language } = page;
  const t = SELECTION_TEXTS[language];
  const { ranked } = merit.order;
  return (
    <StaffLayout page={page} title={t.meritOf(reference)} nav={page.actor?.links ?? []}>
      <BackLink href={`/${language}/staff/vacancies/${reference}/stages`}>{t.plan}</BackLink>
      <VacancyLine reference={reference} title={props.vacancyTitle} />
      <h1>{t.merit}</h1>
      <p class="lede">{t.meritLede}</p>
      {props.required && <p>{LANGUAGE_TEST_TEXTS[language].asked(props.required.one, props.required.other)}</p>}
      <MissingLevels {...props} language={language} />
      {ranked.length === 0 ? (
        <EmptyState title={t.noRanked}>
          <p>{t.noRankedNote}</p>
        </EmptyState>
      ) : (
        <RankedTable {...props} />
      )}
      <Others {...props} />
      {ranked.length > 0 && <h2>{t.how}</h2>}
      {ranked.map((one) => (
        <How key={one.candidate} {...props} one={one} />
      ))}
    </StaffLayout>
  );
}

const anchorOf = (number: string) => `how-${number}`;

function nameIn({ merit }: MeritProps, id: string): { name: string; number: string } {
  const candidate = merit.candidates.get(id);
  return {
    name: candidate ? `${candidate.givenNames} ${candidate.familyName}`.trim() : '–',
    number: candidate?.number ?? id,
  };
}

const figure = (text: string, language: Language): string => (language === 'fr' ? text.replace('.', ',') : text);

function RankedTable(props: MeritProps) {
  const { language } = props.page;
  const t = SELECTION_TEXTS[language];
  return (
    <DataTable
      caption={t.merit}
      hiddenCaption
      columns={[
        { heading: t.rank, numeric: true },
        { heading: t.candidate, rowHeader: true },
        { heading: t.total, numeric: true },
        { heading: LANGUAGE_TEST_TEXTS[language].heading },
      ]}
      rows={props.merit.order.ranked.map(({ candidate, rank, total, tiedWith }) => {
        const { name, number } = nameIn(props, candidate);
        return {
          key: candidate,
          cells: [
            <>
              {rank} {tiedWith > 0 && <Tag>{t.tied}</Tag>}
            </>,
            `${name} · ${number}`,
            <a href={`#${anchorOf(number)}`}>{figure(inHundredths(total), language)}</a>,
            <Standing standing={props.languages.get(candidate)} language={language} />,
          ],
        };
      })}
    />
  );
}

function How({ one, ...props }: MeritProps & { one: Ranked }) {
  const { name, number } = nameIn(props, one.candidate);
  return (
    <section id={anchorOf(number)}>
      <h3>
        {one.rank}. {name} <span class="quiet">{number}</span>
      </h3>
      {one.stages.map((score) => (
        <StageFigures key={score.stage} {...props} score={score} number={number} />
      ))}
    </section>
  );
}

function StageFigures({
  page: { language },
  reference,
  organisation,
  merit,
  score,
  number,
}: MeritProps & { score: StageScore; number: string }) {
  const t = SELECTION_TEXTS[language];
  const stage = merit.stages.find(({ id }) => id === score.stage);
  if (!stage) return null;
  const sheet = `/${language}/staff/vacancies/${reference}/stages/${stage.id}/scores/${number}`;
  return (
    <>
      <h4>
        <a href={sheet}>{stageName(stage.code, organisation, language)}</a>
        {colon(language)}
        {t.stageScore(figure(inHundredths(score.score), language), stage.weight)}
      </h4>
      <Facts
        facts={score.items.map(({ key, points, highest, weight }) => ({
          term: <InLanguage text={stage.items.find((item) => item.key === key)?.text ?? {}} language={language} />,
          value: t.times(points, highest, weight),
        }))}
      />
    </>
  );
}

function Others(props: MeritProps) {
  const { page, organisation, merit } = props;
  const { language } = page;
  const t = SELECTION_TEXTS[language];
  const { belowPassMark, incomplete } = merit.order;
  const stageOf = (id: string) => merit.stages.find((stage) => stage.id === id);
  const nameOfStage = (id: string) => stageName(stageOf(id)?.code ?? '', organisation, language);
  const itemOf = (stage: string, key: string) => {
    const text = stageOf(stage)?.items.find((item) => item.key === key)?.text ?? {};
    return text[language] ?? Object.values(text)[0] ?? key;
  };
  return (
    <>
      {belowPassMark.length > 0 && (
        <>
          <h2>{t.belowPassMark}</h2>
          <ul>
            {belowPassMark.map(({ candidate, failed, stages }) => (
              <li key={candidate}>
                {nameIn(props, candidate).name} · {nameIn(props, candidate).number}. {t.failedAt(nameOfStage(failed))} (
                {figure(inHundredths(stages.at(-1)?.score ?? { over: 0n, under: 1n }), language)})
              </li>
            ))}
          </ul>
        </>
      )}
      {incomplete.length > 0 && (
        <>
          <h2>{t.incomplete}</h2>
          <ul>
            {incomplete.map(({ candidate, missing }) => (
              <li key={candidate}>
                {nameIn(props, candidate).name} · {nameIn(props, candidate).number}.{' '}
                {missing
                  .map(({ stage, items }) =>
                    t.missing(
                      joinList(
                        items.map((key) => itemOf(stage, key)),
                        language,
                      ),
                      nameOfStage(stage),
                    ),
                  )
                  .join(' · ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
