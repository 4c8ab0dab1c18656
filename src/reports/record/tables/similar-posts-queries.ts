import { sql } from 'kysely';
import { table } from './paged-queries.ts';
import { APPLICATIONS } from './scope-queries.ts';

const OFFER = [
  'application',
  'vacancy',
  'status',
  'reason',
  'offeredAt',
  'offeredBy',
  'offeredByName',
  'endedAt',
  'nonce',
];
const OFFERED = sql`o.id::text as key, a.number as application, o.vacancy_reference as vacancy, o.status, o.reason,
  o.offered_at, o.offered_by, o.offered_by_name, o.ended_at, o.nonce`;

/** Posts of other vacancies that candidates of this competition were offered, and offers of this post to those of others. */
export const SIMILAR_POST_TABLES = {
  'similar-posts.csv': table(
    OFFER,
    (reference, after) => sql`
      select ${OFFERED} from ${APPLICATIONS(reference)} a join similar_post_offers o on o.application_id = a.id
      where o.id::text > ${after}`,
  ),
  'offered-to-others.csv': table(
    OFFER,
    (reference, after) => sql`
      select ${OFFERED} from similar_post_offers o join applications a on a.id = o.application_id
      where o.vacancy_reference = ${reference} and o.id::text > ${after}`,
  ),
};
