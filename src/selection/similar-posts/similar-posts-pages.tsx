import { titleIn } from '../../applications/application.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import {
  ASSESSMENT_OUTCOMES,
  ASSESSMENT_TITLES,
  explainAssessmentItem,
} from '../../regulations/eligibility/eligibility-assessment-texts.ts';
import type { AssessmentItem } from '../../regulations/eligibility/eligibility-assessment.ts';
import { explainSimilarPost } from '../../regulations/pay/similar-post-texts.ts';
import type { SimilarPostAnswer } from '../../regulations/pay/similar-post.ts';
import { DataTable } from '../../site/data-table.tsx';
import { formatDate } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Notice, SummaryList, Tag, Why } from '../../site/parts.tsx';
import type { Listed } from './similar-post-queries.ts';
import { SIMILAR_POST_TEXTS } from './similar-post-texts.ts';
import { hasExpired, offerActions } from './similar-post.ts';

/** Somebody on a list with what the rules say of them and this post. */
export type Considered = Listed & { grade: SimilarPostAnswer; until: string | null; items: AssessmentItem[] };

export type SimilarPostsProps = {
  page: PageContext;
  reference: string;
  organisation: Organisation;
  /** The day whose rules count for the post. */
  on: string;
  today: string;
  people: Considered[];
  /** How many agreed whom the post's grade keeps out. */
  barred: number;
  mayOffer: boolean;
  /** The reason that was typed, by the number of the application. */
  typed: Record<string, string>;
  errors: FieldError[];
  problem?: string | undefined;
};

/** Who of earlier competitions may be offered the post of a vacancy: evidence, in no order of merit. */
export function SimilarPostsPage(props: SimilarPostsProps) {
  const { page, reference, people, barred, errors, problem } = props;
  const { language } = page;
  const t = SIMILAR_POST_TEXTS[language];
  return (
    <StaffLayout page={page} title={t.staffTitle(reference)} nav={page.actor?.links ?? []} inError={errors.length > 0}>
      <BackLink href={`/${language}/staff/vacancies/${reference}`}>{t.vacancy}</BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <h1>{t.staffTitle(reference)}</h1>
      <p class="lede">{t.staffLede}</p>
      {people.length === 0 && (
        <EmptyState title={t.staffNone}>
          <p>{t.staffNoneNote}</p>
        </EmptyState>
      )}
      {people.map((one) => (
        <Person key={one.number} {...props} one={one} />
      ))}
      {barred > 0 && <p>{plural(barred, t.barred, language)}</p>}
    </StaffLayout>
  );
}

type PersonProps = SimilarPostsProps & { one: Considered };

function Person(props: PersonProps) {
  const { page, today, mayOffer, one } = props;
  const { language } = page;
  const t = SIMILAR_POST_TEXTS[language];
  const title = titleIn(one.title, language);
  const [grade] = explainSimilarPost(one.grade)[language];
  const expired = hasExpired(one.until, today);
  return (
    <section>
      <h2>
        {one.name} · {one.number}
      </h2>
      <p>
        <span lang={title.language}>{t.applied(title.text, one.reference)}</span>.{' '}
        <a href={`/${language}/staff/applications/${one.number}`}>
          {t.seeApplication}
          <span class="hidden"> {one.number}</span>
        </a>
      </p>
      <SummaryList
        rows={[
          { term: t.status, value: t.lists[one.list] },
          {
            term: t.listEnds,
            value: (
              <>
                {one.until ? formatDate(one.until, language) : t.listOpen}{' '}
                {expired && <Tag tone="warning">{t.listExpired}</Tag>}
              </>
            ),
          },
          { term: t.byGrade, value: grade?.sentence ?? '' },
        ]}
      />
      {grade && (
        <Why about={`${t.byGrade}, ${one.number}`}>
          <p>
            {grade.rule}: {grade.source}
          </p>
        </Why>
      )}
      <Requirements {...props} />
      {one.offer && <p>{t.staffStatuses[one.offer]}</p>}
      {mayOffer && !one.offer && !expired && <OfferForm {...props} />}
      {mayOffer && one.offer && offerActions(one.offer).includes('take-back') && <TakeBackForm {...props} />}
    </section>
  );
}

function Requirements({ page: { language }, organisation, on, one }: PersonProps) {
  const t = SIMILAR_POST_TEXTS[language];
  return (
    <DataTable
      caption={t.rechecked(one.number)}
      columns={[{ heading: t.requirement, rowHeader: true }, { heading: t.outcome }, { heading: t.says }]}
      rows={one.items.map((item) => {
        const { sentence, rule, source } = explainAssessmentItem(item, { rules: organisation, on })[language];
        return {
          key: item.kind,
          cells: [
            ASSESSMENT_TITLES[item.kind][language],
            ASSESSMENT_OUTCOMES[item.outcome][language],
            `${sentence} (${rule}, ${source})`,
          ],
        };
      })}
    />
  );
}

function OfferForm({ page: { language }, reference, typed, errors, one }: PersonProps) {
  const t = SIMILAR_POST_TEXTS[language];
  const field = `reason-${one.number}`;
  return (
    <form method="post" action={`/${language}/staff/vacancies/${reference}/similar-posts/${one.number}`} novalidate>
      <TextArea
        name={field}
        label={`${t.reason} (${one.number})`}
        hint={t.reasonHint}
        value={typed[one.number]}
        rows={3}
        error={errorOf(errors, field)}
      />
      <p class="actions">
        <SubmitButton>
          {t.offer}
          <span class="hidden"> ({one.number})</span>
        </SubmitButton>
      </p>
    </form>
  );
}

function TakeBackForm({ page: { language }, reference, one }: PersonProps) {
  const t = SIMILAR_POST_TEXTS[language];
  return (
    <form method="post" action={`/${language}/staff/vacancies/${reference}/similar-posts/${one.number}/taking-back`}>
      <p class="actions">
        <SubmitButton tone="quiet">
          {t.actions['take-back']}
          <span class="hidden"> ({one.number})</span>
        </SubmitButton>
      </p>
    </form>
  );
}
