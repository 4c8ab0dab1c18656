import type { Language } from '../../platform/language.ts';
import { DataTable } from '../../site/data-table.tsx';
import { formatDate } from '../../site/dates.ts';
import { Checkboxes, Radios, SubmitButton } from '../../site/forms.tsx';
import { PublicLayout, StaffLayout } from '../../site/layout.tsx';
import { formatNumber, plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Notice, Why } from '../../site/parts.tsx';
import { staffNavigation } from '../staff/staff-list-pages.tsx';
import { NOT_SAID, type EqualityRules } from './equality.ts';
import { EQUALITY_TEXTS } from './equality-texts.ts';
import { suppress } from './suppression.ts';
import { STAFF_TEXTS } from '../staff/staff-texts.ts';

export type EqualityState = 'asked' | 'finished' | 'over';
/** Whether answers are also to be counted by how far applications got. */
export type ByStage = 'not-offered' | 'not-agreed' | 'agreed' | 'counted';
/** The field by which somebody agrees to it. */
export const BY_STAGE = 'by-stage';
type PageProps = { page: PageContext; number: string; rules: EqualityRules; state: EqualityState; byStage: ByStage };

/** The questions, after what is done with the answers and before anything is asked. */
export function EqualityPage({ page, number, rules, state, byStage }: PageProps) {
  const { language } = page;
  const t = EQUALITY_TEXTS[language];
  return (
    <PublicLayout page={page} title={t.titleOf(number)}>
      <BackLink href={`/${language}/my/applications/${number}`}>{t.back}</BackLink>
      <h1>{t.title}</h1>
      {state === 'asked' ? (
        <Asked page={page} number={number} rules={rules} byStage={byStage} />
      ) : (
        <Notice tone={state === 'finished' ? 'success' : 'plain'} status>
          <p>{t[state]}</p>
        </Notice>
      )}
      {state === 'finished' && <Agreement language={language} number={number} byStage={byStage} />}
    </PublicLayout>
  );
}

/** Whether the answers are counted by stage as well, and how to take that back. */
function Agreement({ language, number, byStage }: { language: Language; number: string; byStage: ByStage }) {
  const t = EQUALITY_TEXTS[language];
  if (byStage === 'not-offered') return null;
  return (
    <>
      <h2>{t.byStage}</h2>
      <p>{t.byStageState[byStage]}</p>
      {byStage === 'agreed' && (
        <form method="post" action={`/${language}/my/applications/${number}/equality/by-stage/withdrawal`}>
          <div class="actions">
            <SubmitButton tone="quiet">{t.takeBack}</SubmitButton>
          </div>
        </form>
      )}
    </>
  );
}

function Asked({ page: { language }, number, rules, byStage }: Omit<PageProps, 'state'>) {
  const t = EQUALITY_TEXTS[language];
  return (
    <>
      <p>{t.optional}</p>
      <p>{rules.why[language]}</p>
      <p>{t.noLink}</p>
      <p>{rules.seenBy[language]}</p>
      <p>{t.doesNotCount}</p>
      <Why summary={t.why}>
        <p>{rules.source[language]}</p>
      </Why>
      <form method="post" action={`/${language}/my/applications/${number}/equality`} autocomplete="off">
        {rules.questions.map(({ code, question, answers }) => (
          <Radios
            key={code}
            name={code}
            label={question[language]}
            options={[
              ...answers.map((answer) => ({ value: answer.code, text: answer.text[language] })),
              { value: NOT_SAID, text: t.notSaid },
            ]}
          />
        ))}
        <p class="hint">
          {t.emptyCounts} {t.once}
        </p>
        {byStage === 'not-agreed' && (
          <>
            <h2>{t.byStage}</h2>
            {t.byStageWhy(rules.smallestShown).map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {rules.byStage.offered && (
              <Why summary={t.why}>
                <p>{rules.byStage.source[language]}</p>
              </Why>
            )}
            <Checkboxes
              name={BY_STAGE}
              label={t.byStageChoice}
              options={[{ value: 'yes', text: t.byStageAgree, hint: t.byStageUnticked }]}
            />
          </>
        )}
        <div class="actions">
          <SubmitButton>{t.finish}</SubmitButton>
        </div>
      </form>
    </>
  );
}

type CountsProps = {
  page: PageContext;
  reference: string;
  rules: EqualityRules;
  /** Undefined as long as answers can still come. */
  counts: { question: string; answer: string; count: number }[] | undefined;
  /** The last day on which they can. */
  until: string | null;
};

/** The counts of a vacancy, the small ones withheld; none while answers still come. */
export function EqualityCountsPage({ page, reference, rules, counts, until }: CountsProps) {
  const { language } = page;
  const t = EQUALITY_TEXTS[language];
  return (
    <StaffLayout page={page} title={t.counts(reference)} nav={staffNavigation(page)}>
      <BackLink href={`/${language}/staff/vacancies/${reference}/applications`}>
        {STAFF_TEXTS[language].applicationsTo(reference)}
      </BackLink>
      <h1>{t.counts(reference)}</h1>
      {counts ? (
        <Counted page={page} rules={rules} counts={counts} />
      ) : (
        <EmptyState title={t.notYet}>
          <p>{t.notYetNote}</p>
          {until && <p>{t.notYetUntil(formatDate(until, language))}</p>}
        </EmptyState>
      )}
    </StaffLayout>
  );
}

type CountedProps = { page: PageContext; rules: EqualityRules; counts: NonNullable<CountsProps['counts']> };

function Counted({ page: { language }, rules, counts }: CountedProps) {
  const t = EQUALITY_TEXTS[language];
  const [first] = rules.questions;
  const totalOf = (question: string) =>
    counts.filter((row) => row.question === question).reduce((sum, { count }) => sum + count, 0);
  const total = first ? totalOf(first.code) : 0;
  if (total === 0) return <EmptyState title={t.nobody} />;
  return (
    <>
      <p>{plural(total, t.total, language)}</p>
      <p class="hint">{t.withheldNote(rules.smallestShown)}</p>
      {rules.questions.map(({ code, question, answers }) => {
        const options = [
          ...answers.map((answer) => ({ code: answer.code, text: answer.text[language] })),
          { code: NOT_SAID, text: t.notSaid },
        ];
        const countOf = (answer: string) =>
          counts.find((row) => row.question === code && row.answer === answer)?.count ?? 0;
        const shown = suppress(
          options.map((option) => countOf(option.code)),
          rules.smallestShown,
        );
        return (
          <DataTable
            key={code}
            caption={question[language]}
            columns={[
              { heading: t.answer, rowHeader: true },
              { heading: t.count, numeric: true },
            ]}
            rows={options.map((option, index) => {
              const count = shown[index] ?? 'withheld';
              return {
                key: option.code,
                cells: [option.text, count === 'withheld' ? t.withheld : formatNumber(count, language)],
              };
            })}
          />
        );
      })}
    </>
  );
}
