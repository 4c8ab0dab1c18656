import type { Language } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { DataTable } from '../../site/data-table.tsx';
import { formatDate, dateIn } from '../../site/dates.ts';
import { SubmitButton } from '../../site/forms.tsx';
import { numberFormat } from '../../site/intl.ts';
import { formatNumber, LOCALES, plural } from '../../site/numbers.ts';
import { EmptyState, Why, Tag } from '../../site/parts.tsx';
import type { Counted, CountedFigures, NotYet } from './by-stage.ts';
import { readQuestions, type ReadQuestion } from './by-stage-rows.ts';
import { BY_STAGE_TEXTS } from './by-stage-texts.ts';
import type { Ratio } from './stage-ratios.ts';

export type ByStageState =
  NotYet | { kind: 'to-count' } | { kind: 'counted'; counted: Counted; /** Of the vacancy. */ zone: string };
type SectionProps = { language: Language; reference: string; state: ByStageState };

/** How far those got who agreed to be counted by it; until it is counted, why not. */
export function ByStageSection({ language, reference, state }: SectionProps) {
  const t = BY_STAGE_TEXTS[language];
  return (
    <>
      <h2>{t.title}</h2>
      <p>{state.kind === 'not-offered' ? t.notOffered : t.intro}</p>
      <Standing {...{ language, reference, state }} />
    </>
  );
}

function Standing({ language, reference, state }: SectionProps) {
  const t = BY_STAGE_TEXTS[language];
  switch (state.kind) {
    case 'not-offered':
      return null;
    case 'to-count':
      return (
        <form method="post" action={`/${language}/staff/vacancies/${reference}/balance/by-stage`}>
          <p>
            {t.toCount} {t.once}
          </p>
          <div class="actions">
            <SubmitButton>{t.count}</SubmitButton>
          </div>
        </form>
      );
    case 'counted':
      return <CountedSlips {...{ language, reference, ...state }} />;
    case 'answers-open':
    case 'undecided':
      return (
        <EmptyState title={t.notYet}>
          <p>{notYetText(state, language)}</p>
        </EmptyState>
      );
    default:
      return assertNever(state);
  }
}

function notYetText(state: Extract<NotYet, { kind: 'answers-open' | 'undecided' }>, language: Language): string {
  const t = BY_STAGE_TEXTS[language];
  if (state.kind === 'undecided') return plural(state.count, t.undecided, language);
  return state.until === null ? t.answersOpen : t.answersUntil(formatDate(state.until, language));
}

type CountedProps = Pick<SectionProps, 'language' | 'reference'> & { counted: Counted; zone: string };

function CountedSlips({ language, reference, counted: { figures, countedAt }, zone }: CountedProps) {
  const t = BY_STAGE_TEXTS[language];
  if (!figures) return <EmptyState title={t.tooFew} />;
  const questions = readQuestions(figures, language);
  return (
    <>
      <p>{t.countedAt(dateIn(countedAt, zone, language))}</p>
      <p>{plural(figures.agreed[0] ?? 0, t.agreed, language)}</p>
      <p class="hint">{t.together(figures.smallest)}</p>
      {questions.length === 0 && <p>{t.noQuestion}</p>}
      {questions.some(({ levels }) => levels.length > 1) && <HowToRead language={language} figures={figures} />}
      {questions.map((question) => (
        <Question key={question.code} language={language} question={question} />
      ))}
      {questions.length > 0 && (
        <p>
          <a href={`/${language}/staff/vacancies/${reference}/balance/by-stage.csv`}>{t.save}</a>
        </p>
      )}
    </>
  );
}

function HowToRead({ language, figures }: { language: Language; figures: CountedFigures }) {
  const t = BY_STAGE_TEXTS[language];
  return (
    <>
      <p class="hint">{t.ratiosNote}</p>
      <p class="hint">{t.marked[figures.comparison](percentOf(figures.markBelow, language))}</p>
      <Why summary={t.why}>
        <p>{figures.source[language]}</p>
      </Why>
    </>
  );
}

function Question({ language, question: { question, levels, rows } }: { language: Language; question: ReadQuestion }) {
  const t = BY_STAGE_TEXTS[language];
  const columns = (headings: string[]) => [
    { heading: t.answer, rowHeader: true },
    ...headings.map((heading) => ({ heading, numeric: true })),
  ];
  return (
    <>
      <DataTable
        caption={t.counts(question)}
        columns={columns(levels)}
        rows={rows.map(({ key, name, reached }) => ({
          key,
          cells: [name, ...reached.map((count) => formatNumber(count, language))],
        }))}
      />
      {levels.length > 1 && (
        <DataTable
          caption={t.ratios(question)}
          columns={columns(levels.slice(1).map((to, index) => `${levels[index] ?? ''} → ${to}`))}
          rows={rows.map(({ key, name, ratios }) => ({
            key,
            cells: [name, ...ratios.map((ratio) => <RatioCell ratio={ratio} language={language} />)],
          }))}
        />
      )}
    </>
  );
}

function RatioCell({ ratio, language }: { ratio: Partial<Ratio> | undefined; language: Language }) {
  return (
    <>
      {ratioText(ratio, language)} {ratio?.isMarked && <Tag tone="warning">{BY_STAGE_TEXTS[language].mark}</Tag>}
    </>
  );
}

function ratioText(ratio: Partial<Ratio> | undefined, language: Language): string {
  if (ratio?.rate === undefined) return '–';
  const share = percentOf(ratio.rate, language);
  const two = numberFormat(LOCALES[language], { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const compared = [ratio.toHighest, ratio.toEverybody].flatMap((one) => (one === undefined ? [] : [two.format(one)]));
  // A semicolon in French takes a thin space before it.
  const between = language === 'fr' ? '\u202F; ' : '; ';
  return compared.length === 0 ? share : `${share} (${compared.join(between)})`;
}

const percentOf = (share: number, language: Language): string =>
  numberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 1 }).format(share);
