import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { wholeVacancies } from '../../vacancies/search/listed-queries.ts';
import { answerSearch } from '../../vacancies/search/search-answer-queries.ts';
import type { Search } from '../../vacancies/search/search.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';

/** More than anybody reads in a feed, and little enough to be made at once. */
const MOST_ENTRIES = 1_000;

export type FeedVacancy = Vacancy & { publishedAt: Date };

/** The vacancies of a feed: what the list finds. */
export async function feedVacancies(db: Db, search: Search): Promise<FeedVacancy[]> {
  const { references } = await answerSearch(db, search, { size: MOST_ENTRIES });
  const vacancies = await wholeVacancies(db, references);
  return vacancies.flatMap(({ publishedAt, ...vacancy }) => (publishedAt ? [{ ...vacancy, publishedAt }] : []));
}

/**
 * So many vacancies to a part of the map, each with a page in two languages: few enough to be kept in memory beside
 * everything else, and far from the 50,000 addresses and 50 MB that a part may have (sitemaps.org).
 */
const TO_A_PART = 2_000;

/**
 * Everything that was ever published to everybody, in the order of its publication: a vacancy stays in its part, and a
 * part changes when something in it does, be it that it closed.
 */
const told = (now: Date) => sql`select reference, updated_at,
    status = 'published' and (deadline_at is null or deadline_at >= ${now}) as open,
    greatest(updated_at, published_at, case when deadline_at < ${now} then deadline_at end) as changed_at,
    (row_number() over (order by published_at, reference) - 1) / ${sql.lit(TO_A_PART)} + 1 as part
  from vacancies where audience <> 'internal' and published_at <= ${now}`;

/** The parts of the map that have an address in them, and when something in each last changed. */
export async function mapParts(db: Db, now: Date): Promise<{ part: number; changedAt: Date }[]> {
  const { rows } = await sql<{ part: number; changedAt: Date }>`
    with told as (${told(now)})
    select part::integer, max(changed_at) as changed_at from told group by part having bool_or(open) order by part`.execute(
    db,
  );
  return rows;
}

/** The open vacancies of a part of the map. */
export async function addressesIn(db: Db, part: number, now: Date): Promise<{ reference: string; updatedAt: Date }[]> {
  const { rows } = await sql<{ reference: string; updatedAt: Date }>`
    with told as (${told(now)}) select reference, updated_at from told where open and part = ${part} order by reference`.execute(
    db,
  );
  return rows;
}
