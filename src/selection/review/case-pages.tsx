import { ReadBack } from '../../applications/read-back.tsx';
import type { ReceiptContent } from '../../applications/submission/receipt.ts';
import type { Language, Translated } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DataTable } from '../../site/data-table.tsx';
import { formatDate } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, Radios, Select, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Facts, Notice, SummaryList, Tag } from '../../site/parts.tsx';
import { stageName } from '../plan/stage-name.tsx';
import type { signedOrder } from './frozen-record.ts';
import { LANGUAGE_TEST_TEXTS } from '../language-tests/language-test-texts.ts';
import { RecordPart, type DecisionRecord } from './record-part.tsx';
import type { Review } from './review-queries.ts';
import { REVIEW_TEXTS } from './review-texts.ts';
import { REDO_REACHES } from '../redo/redo.ts';
import { ENDINGS, FROM_SCREENING, isOpenCase, isOverdue } from './review.ts';

export type CaseForm = { ending: string; reason: string; from: string; reach: string };

export type CaseProps = {
  page: PageContext;
  organisation: Organisation;
  review: Review;
  decided: DecisionRecord | undefined;
  order: ReturnType<typeof signedOrder>;
  /** What the panel wrote, and what was received of the application. */
  texts: Translated;
  received: ReceiptContent;
  voided: string[];
  /** The stages, by code, from which something can be re-done. */
  redoable: readonly string[];
  /** The language that the candidate reads. */
  theirs: Language;
  today: string;
  form: CaseForm;
  errors: FieldError[];
  problem?: string | undefined;
};

/** One case for the person named for it: what was asked, the record as it was, and the decision. */
export function CasePage(props: CaseProps) {
  const { page, organisation, review, decided, order, errors, problem } = props;
  const { language } = page;
  const t = REVIEW_TEXTS[language];
  const title = t.caseTitle(review.number);
  return (
    <StaffLayout page={page} title={title} nav={page.actor?.links ?? []} inError={errors.length > 0}>
      <BackLink href={`/${language}/staff/reviews`}>{t.ownTitle}</BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <h1>{title}</h1>
      <p class="lede">{t.caseLede}</p>
      <Asked {...props} />
      <h2>{t.recordOf}</h2>
      {decided && <RecordPart page={page} organisation={organisation} {...decided} />}
      {decided?.decision.belowLevel && (
        <Facts facts={[{ term: LANGUAGE_TEST_TEXTS[language].suitable, value: decided.decision.belowLevel }]} />
      )}
      {order.length > 0 && (
        <DataTable
          caption={t.order}
          columns={[
            { heading: t.candidate, rowHeader: true },
            { heading: t.rank, numeric: true },
            { heading: t.total, numeric: true },
          ]}
          rows={order.map(({ number, rank, total }) => ({ key: number, cells: [number, String(rank), total] }))}
        />
      )}
      <Written {...props} />
      {isOpenCase(review.status) && <DecisionForm {...props} />}
    </StaffLayout>
  );
}

function Asked({ page: { language }, organisation, review, voided, today }: CaseProps) {
  const t = REVIEW_TEXTS[language];
  const nameOf = (code: string) => (code === FROM_SCREENING ? t.screening : stageName(code, organisation, language));
  const due = review.answerBy ? formatDate(review.answerBy, language) : t.noDay;
  return (
    <SummaryList
      rows={[
        { term: t.asks, value: t.kinds[review.kind] },
        { term: t.status, value: t.statuses[review.status] },
        {
          term: t.answerBy,
          value: (
            <>
              {due} {isOverdue(review, today) && <Tag tone="error">{t.overdue}</Tag>}
            </>
          ),
        },
        { term: t.theirWords, value: <span class="as-typed">{review.words}</span> },
        ...(review.lateReason ? [{ term: t.theirLateReason, value: review.lateReason }] : []),
        ...(review.redoFrom ? [{ term: t.redoFrom, value: nameOf(review.redoFrom) }] : []),
        ...(review.redoReach ? [{ term: t.reach, value: t.reaches[review.redoReach] }] : []),
        ...(voided.length > 0 ? [{ term: t.voided, value: voided.map(nameOf).join(', ') }] : []),
        ...(review.reason ? [{ term: t.answer, value: <span class="as-typed">{review.reason}</span> }] : []),
      ]}
    />
  );
}

/** What the panel wrote, and the application as it was received. */
function Written({ page, organisation, texts, received }: CaseProps) {
  const t = REVIEW_TEXTS[page.language];
  return (
    <>
      {Object.entries(texts).length > 0 && <h3>{t.panelWrote}</h3>}
      {Object.entries(texts).map(([language, text]) => (
        <p key={language} lang={language} class="as-typed">
          {text}
        </p>
      ))}
      <h2>{t.received}</h2>
      <ReadBack page={page} content={received} rules={organisation} assessed />
    </>
  );
}

function DecisionForm({ page: { language }, organisation, review, theirs, redoable, form, errors }: CaseProps) {
  const t = REVIEW_TEXTS[language];
  const stages = [
    { value: FROM_SCREENING, text: t.screening },
    ...redoable.map((code) => ({ value: code, text: stageName(code, organisation, language) })),
  ];
  return (
    <form
      method="post"
      action={`/${language}/staff/vacancies/${review.reference}/reviews/${review.id}/decision`}
      novalidate
    >
      <input type="hidden" name="version" value={review.version} />
      <h2>{t.decide}</h2>
      <Radios
        name="ending"
        label={t.decide}
        hiddenLabel
        options={ENDINGS[review.kind].map((value) => ({ value, text: t.endings[value], hint: t.endingHints[value] }))}
        value={form.ending}
        error={errorOf(errors, 'ending')}
      />
      {review.kind === 'review' && (
        <>
          <Select
            name="from"
            label={t.from}
            options={stages}
            value={form.from}
            error={errorOf(errors, 'from')}
            optional
          />
          <Radios
            name="reach"
            label={t.reachOf}
            options={REDO_REACHES.map((value) => ({ value, text: t.reaches[value], hint: t.reachHints[value] }))}
            value={form.reach}
            error={errorOf(errors, 'reach')}
            optional
          />
        </>
      )}
      <TextArea
        name="reason"
        label={t.outcomeReason(t.languages[theirs])}
        hint={t.outcomeReasonHint}
        value={form.reason}
        lang={theirs}
        rows={8}
        error={errorOf(errors, 'reason')}
      />
      <p class="actions">
        <SubmitButton>{t.decideButton}</SubmitButton>
      </p>
    </form>
  );
}
