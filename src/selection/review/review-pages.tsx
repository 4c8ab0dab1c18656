import { DataTable } from '../../site/data-table.tsx';
import { dateIn, formatDate } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, TextField, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Notice, Tag } from '../../site/parts.tsx';
import type { Review } from './review-queries.ts';
import { REVIEW_TEXTS } from './review-texts.ts';
import { actionsFrom, isOverdue } from './review.ts';
import { REPORT_TEXTS } from '../decision/report-texts.ts';

type ListProps = {
  page: PageContext;
  reference: string;
  zone: string;
  today: string;
  reviews: Review[];
  mayName: boolean;
  /** The address that was typed, by the case. */
  typed: Record<string, string>;
  errors: FieldError[];
  problem?: string | undefined;
};

/** Who asked for what in a competition, until when, and who looks at it; never what they wrote. */
export function ReviewsPage(props: ListProps) {
  const { page, reference, reviews, mayName, errors, problem } = props;
  const { language } = page;
  const t = REVIEW_TEXTS[language];
  const open = reviews.filter(({ status }) => actionsFrom(status).includes('assign'));
  return (
    <StaffLayout page={page} title={t.listTitle(reference)} nav={page.actor?.links ?? []} inError={errors.length > 0}>
      <BackLink href={`/${language}/staff/vacancies/${reference}/report`}>
        {REPORT_TEXTS[language].title(reference)}
      </BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <h1>{t.listTitle(reference)}</h1>
      <p class="lede">{t.listLede}</p>
      {reviews.length === 0 ? (
        <EmptyState title={t.listNone}>
          <p>{t.listNoneNote}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t.listTitle(reference)}
          hiddenCaption
          columns={[
            { heading: t.candidate, rowHeader: true },
            { heading: t.asks },
            { heading: t.status },
            { heading: t.askedOn },
            { heading: t.answerBy },
            { heading: t.reviewer },
          ]}
          rows={reviews.map((one) => rowOf(props, one))}
        />
      )}
      {mayName && open.length > 0 && (
        <>
          <h2>{t.name}</h2>
          {open.map((one) => (
            <NameForm key={one.id} {...props} review={one} />
          ))}
        </>
      )}
    </StaffLayout>
  );
}

function rowOf({ page: { language }, zone, today }: ListProps, one: Review) {
  const t = REVIEW_TEXTS[language];
  return {
    key: one.id,
    cells: [
      one.number,
      <>
        {t.kinds[one.kind]} {one.isLate && <Tag tone="warning">{t.isLate}</Tag>}
      </>,
      t.statuses[one.status],
      dateIn(one.askedAt, zone, language),
      <>
        {one.answerBy ? formatDate(one.answerBy, language) : t.noDay}{' '}
        {isOverdue(one, today) && <Tag tone="error">{t.overdue}</Tag>}
      </>,
      one.reviewerName ?? t.nobody,
    ],
  };
}

function NameForm({ page: { language }, reference, typed, errors, review }: ListProps & { review: Review }) {
  const t = REVIEW_TEXTS[language];
  const field = `email-${review.id}`;
  return (
    <form method="post" action={`/${language}/staff/vacancies/${reference}/reviews/${review.id}/reviewer`} novalidate>
      <input type="hidden" name="version" value={review.version} />
      <TextField
        name={field}
        type="email"
        label={`${t.address} (${t.forWhich(review.number)}, ${t.kinds[review.kind]})`}
        hint={t.nameHint}
        value={typed[review.id]}
        error={errorOf(errors, field)}
      />
      <p class="actions">
        <SubmitButton tone="quiet">
          {t.nameButton}
          <span class="hidden"> ({t.forWhich(review.number)})</span>
        </SubmitButton>
      </p>
    </form>
  );
}

type OwnProps = { page: PageContext; reviews: Review[]; today: string };

/** The cases that the reader is named for. */
export function OwnReviewsPage({ page, reviews, today }: OwnProps) {
  const { language } = page;
  const t = REVIEW_TEXTS[language];
  return (
    <StaffLayout page={page} title={t.ownTitle} nav={page.actor?.links ?? []}>
      <h1>{t.ownTitle}</h1>
      {reviews.length === 0 ? (
        <EmptyState title={t.ownNone}>
          <p>{t.ownNoneNote}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t.ownTitle}
          hiddenCaption
          columns={[
            { heading: t.candidate, rowHeader: true },
            { heading: t.asks },
            { heading: t.status },
            { heading: t.answerBy },
          ]}
          rows={reviews.map((one) => ({
            key: one.id,
            cells: [
              <a href={`/${language}/staff/vacancies/${one.reference}/reviews/${one.id}`}>
                {t.open} {one.number}
              </a>,
              t.kinds[one.kind],
              t.statuses[one.status],
              <>
                {one.answerBy ? formatDate(one.answerBy, language) : t.noDay}{' '}
                {isOverdue(one, today) && <Tag tone="error">{t.overdue}</Tag>}
              </>,
            ],
          }))}
        />
      )}
    </StaffLayout>
  );
}
