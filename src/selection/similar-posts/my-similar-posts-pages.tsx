import { titleIn } from '../../applications/application.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { dateIn, formatDate } from '../../site/dates.ts';
import { errorOf, Radios, SubmitButton, type FieldError } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { EmptyState, SummaryList, Why } from '../../site/parts.tsx';
import { MyApplicationFrame } from '../my-application-frame.tsx';
import type { Offer } from './similar-post-queries.ts';
import { SIMILAR_POST_TEXTS } from './similar-post-texts.ts';
import { hasExpired, offerActions } from './similar-post.ts';

type Row = Organisation['appointment']['similarPost'][number];

export type MySimilarPostsProps = {
  page: PageContext;
  number: string;
  /** The rule that is in force, if any source has one. */
  rule: Row | undefined;
  /** The list they stand on; undefined where nothing was decided by which they could be considered. */
  list: { until: string | null } | undefined;
  agreedAt: Date | undefined;
  zone: string;
  today: string;
  offers: Offer[];
  errors: FieldError[];
  problem?: string | undefined;
};

/** Whether a candidate wants to be considered for similar posts, and what they were offered. */
export function MySimilarPostsPage(props: MySimilarPostsProps) {
  const { page, number, rule, list, offers, errors, problem } = props;
  const { language } = page;
  const t = SIMILAR_POST_TEXTS[language];
  return (
    <MyApplicationFrame {...{ page, number, errors, problem }} title={t.title} back={t.back}>
      {!rule && <EmptyState title={t.noRule} />}
      {rule && !list && (
        <EmptyState title={t.no}>
          <p>{t.noNote}</p>
        </EmptyState>
      )}
      {rule && list && <Agreeing {...props} rule={rule} list={list} />}
      {(list || offers.length > 0) && <Offers {...props} />}
    </MyApplicationFrame>
  );
}

type WithList = MySimilarPostsProps & { rule: Row; list: { until: string | null } };

function Agreeing({ page: { language }, number, rule, list, agreedAt, zone, today, errors }: WithList) {
  const t = SIMILAR_POST_TEXTS[language];
  const { until } = list;
  const day = until && formatDate(until, language);
  return (
    <>
      <p class="lede">{t.lede}</p>
      <Why about={t.title}>
        <p>{rule.source[language]}</p>
      </Why>
      <p>{agreedAt ? t.agreedSince(dateIn(agreedAt, zone, language)) : t.notAgreed}</p>
      <p>{day ? (hasExpired(until, today) ? t.expired(day) : t.until(day)) : t.open}</p>
      <form method="post" action={`/${language}/my/applications/${number}/similar-posts`} novalidate>
        <Radios
          name="agrees"
          label={t.question}
          hint={t.hint}
          options={[
            { value: 'yes', text: t.yes },
            { value: 'no', text: t.notNow },
          ]}
          value={agreedAt ? 'yes' : 'no'}
          error={errorOf(errors, 'agrees')}
        />
        <p class="actions">
          <SubmitButton>{t.save}</SubmitButton>
        </p>
      </form>
    </>
  );
}

function Offers({ page: { language }, number, zone, offers }: MySimilarPostsProps) {
  const t = SIMILAR_POST_TEXTS[language];
  return (
    <section>
      <h2>{t.offers}</h2>
      {offers.length === 0 && <p>{t.none}</p>}
      {offers.map((offer) => {
        const title = titleIn(offer.title, language);
        const actions = offerActions(offer.status).filter((action) => action !== 'take-back');
        return (
          <section key={offer.id}>
            <h3>
              <a href={`/${language}/vacancies/${offer.reference}`} lang={title.language}>
                {title.text}
              </a>
            </h3>
            <SummaryList
              rows={[
                { term: t.status, value: t.statuses[offer.status] },
                { term: t.grade, value: offer.grades.join('–') },
                { term: t.offeredOn, value: dateIn(offer.offeredAt, zone, language) },
              ]}
            />
            {offer.status === 'accepted' && (
              <p>
                <a href={`/${language}/my/applications/${number}/appointment`}>
                  {t.appointment}
                  <span class="hidden"> ({offer.reference})</span>
                </a>
              </p>
            )}
            {actions.length > 0 && (
              <form method="post" action={`/${language}/my/applications/${number}/similar-posts/${offer.id}`}>
                <input type="hidden" name="version" value={offer.version} />
                <p>{t.answerNote}</p>
                <p class="actions">
                  {actions.map((action) => (
                    <SubmitButton
                      key={action}
                      name="answer"
                      value={action}
                      tone={action === 'accept' ? 'main' : 'quiet'}
                    >
                      {t.actions[action]}
                      <span class="hidden"> ({offer.reference})</span>
                    </SubmitButton>
                  ))}
                </p>
              </form>
            )}
          </section>
        );
      })}
    </section>
  );
}
