import { VacancyLine } from '../../applications/vacancy-line.tsx';
import { formatInstantToMinute } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, Radios, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState } from '../../site/parts.tsx';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import type { FoundPair } from './duplicate-queries.ts';
import { VERDICTS } from './duplicates.ts';

type DuplicatesProps = {
  page: PageContext;
  vacancy: Vacancy;
  pairs: FoundPair[];
  /** Whether its reader may open the applications themselves. */
  linked: boolean;
  /** What was typed of one pair, that of these numbers. */
  typed?: { numbers: string; verdict: string; reason: string };
  errors?: FieldError[];
};

export const pairField = (pair: Pick<FoundPair, 'numbers'>, what: string): string =>
  `${what}-${pair.numbers.join('-')}`;

/** Applications that may be of one person, with what they have alike and what a named person found of it. */
export function DuplicatesPage(props: DuplicatesProps) {
  const { page, vacancy, pairs, errors = [] } = props;
  const { language } = page;
  const t = SCREENING_TEXTS[language];
  return (
    <StaffLayout
      page={page}
      title={`${t.duplicates} – ${vacancy.reference}`}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={`/${language}/staff/vacancies/${vacancy.reference}/screening`}>{t.screening}</BackLink>
      <ErrorSummary errors={errors} />
      <VacancyLine reference={vacancy.reference} title={vacancy.notice.title} />
      <h1>{t.duplicates}</h1>
      <p>{t.duplicatesNote}</p>
      {pairs.length === 0 && <EmptyState title={t.noDuplicates} />}
      {pairs.map((pair) => (
        <Pair key={pair.numbers.join(' ')} {...props} pair={pair} />
      ))}
    </StaffLayout>
  );
}

function Pair(props: DuplicatesProps & { pair: FoundPair }) {
  const { page, vacancy, pair, linked, typed, errors = [] } = props;
  const { language } = page;
  const t = SCREENING_TEXTS[language];
  const { verdict } = pair;
  const title = t.pair(...pair.numbers);
  const about = <span class="hidden"> – {title}</span>;
  const own = typed?.numbers === pair.numbers.join(' ') ? typed : undefined;
  return (
    <section>
      <h2>{title}</h2>
      {linked && (
        <ul class="links">
          {pair.numbers.map((number) => (
            <li key={number}>
              <a href={`/${language}/staff/applications/${number}`}>{number}</a>
            </li>
          ))}
        </ul>
      )}
      <p>{t.alike}</p>
      <ul>
        {pair.alike.map((likeness) => (
          <li key={likeness}>{t.likenesses[likeness]}</li>
        ))}
      </ul>
      {pair.bornApart && <p>{t.bornApart}</p>}
      {verdict && (
        <p>
          <b>{t.verdicts[verdict.verdict]}</b> – {verdict.reason} (
          {t.verdictBy(verdict.by, formatInstantToMinute(verdict.at, vacancy.deadlineZone, language))})
        </p>
      )}
      <form method="post" action={`/${language}/staff/vacancies/${vacancy.reference}/screening/likenesses`} novalidate>
        <input type="hidden" name="numbers" value={pair.numbers.join(' ')} />
        <Radios
          name={pairField(pair, 'verdict')}
          label={
            <>
              {t.verdict}
              {about}
            </>
          }
          inline
          options={VERDICTS.map((value) => ({ value, text: t.verdicts[value] }))}
          value={own?.verdict ?? verdict?.verdict}
          error={errorOf(errors, pairField(pair, 'verdict'))}
        />
        <TextArea
          name={pairField(pair, 'reason')}
          label={
            <>
              {t.reason}
              {about}
            </>
          }
          rows={2}
          value={own?.reason}
          error={errorOf(errors, pairField(pair, 'reason'))}
        />
        <SubmitButton tone="quiet">
          {t.note}
          {about}
        </SubmitButton>
      </form>
    </section>
  );
}
