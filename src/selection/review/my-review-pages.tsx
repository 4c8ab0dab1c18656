import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { dateIn, formatDate } from '../../site/dates.ts';
import { errorOf, Radios, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { EmptyState, Notice, SummaryList, Why } from '../../site/parts.tsx';
import { MyApplicationFrame } from '../my-application-frame.tsx';
import { stageName } from '../plan/stage-name.tsx';
import { RecordPart, type DecisionRecord } from './record-part.tsx';
import type { Review } from './review-queries.ts';
import { REVIEW_TEXTS } from './review-texts.ts';
import { actionsFrom, FROM_SCREENING, isPast, type ReviewKind } from './review.ts';

export type ReviewForm = { kind: string; words: string; 'late-reason': string };

export type MyReviewProps = {
  page: PageContext;
  number: string;
  organisation: Organisation;
  /** What was decided, and on what it stands; undefined where nothing was that can be asked about. */
  decided: (DecisionRecord & { until: string | null; open: ReviewKind[] }) | undefined;
  /** Whether the decision was told by a letter that can be taken away as a file. */
  letter: boolean;
  today: string;
  zone: string;
  /** The person's requests with the scores that each made void. */
  reviews: (Review & { voided: string[] })[];
  form: ReviewForm;
  errors: FieldError[];
  problem?: string | undefined;
};

/** What a candidate may ask about a decision, what it stands on, and what they were answered. */
export function MyReviewPage(props: MyReviewProps) {
  const { page, number, organisation, decided, reviews, errors, problem } = props;
  const { language } = page;
  const t = REVIEW_TEXTS[language];
  return (
    <MyApplicationFrame {...{ page, number, errors, problem }} title={t.title} back={t.back}>
      <p class="lede">{t.lede}</p>
      {props.letter && (
        <p class="links">
          <a href={`/${language}/my/applications/${number}/decision-letter.pdf`}>{t.letter}</a>
        </p>
      )}
      {!decided && (
        <EmptyState title={t.nothingYet}>
          <p>{t.nothingYetNote}</p>
        </EmptyState>
      )}
      {decided && <Asking {...props} decided={decided} />}
      {(decided || reviews.length > 0) && <Requests {...props} />}
      {decided && (
        <section>
          <h2>{t.stands}</h2>
          <p>{t.standsNote}</p>
          <RecordPart page={page} organisation={organisation} {...decided} />
        </section>
      )}
    </MyApplicationFrame>
  );
}

type WithDecision = MyReviewProps & { decided: NonNullable<MyReviewProps['decided']> };

function Asking(props: WithDecision) {
  const { page, organisation, decided, today } = props;
  const { language } = page;
  const t = REVIEW_TEXTS[language];
  const { review } = organisation.selection;
  if (!review)
    return (
      <Notice tone="plain" title={t.noRight}>
        <p>{t.noRightNote}</p>
      </Notice>
    );
  const { by, withinDays, source } = review.answer;
  const late = isPast(decided.until, today);
  return (
    <section>
      <h2>{t.ask}</h2>
      <p>{review.text[language]}</p>
      {decided.until && <p>{(late ? t.late : t.until)(formatDate(decided.until, language))}</p>}
      {by && (
        <p>
          {t.answered} {by[language]}. {withinDays === null ? t.noAnswerDays : t.answerDays(withinDays)}
        </p>
      )}
      <Why about={t.ask}>
        <p>{review.source[language]}</p>
        <p>{source[language]}</p>
      </Why>
      {decided.open.length > 0 && <AskForm {...props} late={late} />}
    </section>
  );
}

function AskForm({ page, number, decided, form, errors, late }: WithDecision & { late: boolean }) {
  const t = REVIEW_TEXTS[page.language];
  const options = decided.open.map((value) => ({ value, text: t.kinds[value], hint: t.kindHints[value] }));
  return (
    <form method="post" action={`/${page.language}/my/applications/${number}/decision-review`} novalidate>
      <Radios name="kind" label={t.kind} options={options} value={form.kind} error={errorOf(errors, 'kind')} />
      <TextArea
        name="words"
        label={t.words}
        hint={t.wordsHint}
        value={form.words}
        rows={8}
        error={errorOf(errors, 'words')}
      />
      {late && (
        <TextArea
          name="late-reason"
          label={t.lateReason}
          value={form['late-reason']}
          rows={3}
          error={errorOf(errors, 'late-reason')}
        />
      )}
      <p class="actions">
        <SubmitButton>{t.send}</SubmitButton>
      </p>
    </form>
  );
}

function Requests({ page: { language }, number, organisation, zone, reviews }: MyReviewProps) {
  const t = REVIEW_TEXTS[language];
  const nameOf = (code: string) => (code === FROM_SCREENING ? t.screening : stageName(code, organisation, language));
  return (
    <section>
      <h2>{t.yours}</h2>
      {reviews.length === 0 && <p>{t.none}</p>}
      {reviews.map((one) => (
        <section key={one.id}>
          <h3>{t.kinds[one.kind]}</h3>
          <SummaryList
            rows={[
              { term: t.status, value: t.statuses[one.status] },
              { term: t.askedOn, value: dateIn(one.askedAt, zone, language) },
              { term: t.answerBy, value: one.answerBy ? formatDate(one.answerBy, language) : t.noDay },
              { term: t.words, value: <span class="as-typed">{one.words}</span> },
              ...(one.lateReason ? [{ term: t.lateReason, value: one.lateReason }] : []),
              ...(one.redoFrom ? [{ term: t.redoFrom, value: nameOf(one.redoFrom) }] : []),
              ...(one.voided.length > 0 ? [{ term: t.voided, value: one.voided.map(nameOf).join(', ') }] : []),
              ...(one.reason ? [{ term: t.answer, value: <span class="as-typed">{one.reason}</span> }] : []),
            ]}
          />
          {actionsFrom(one.status).includes('take-back') && (
            <form method="post" action={`/${language}/my/applications/${number}/decision-review/${one.id}/taking-back`}>
              <input type="hidden" name="version" value={one.version} />
              <p class="actions">
                <SubmitButton tone="quiet">
                  {t.takeBack}
                  <span class="hidden"> ({t.kinds[one.kind]})</span>
                </SubmitButton>
              </p>
            </form>
          )}
        </section>
      ))}
    </section>
  );
}
