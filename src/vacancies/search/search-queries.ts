import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../schema.ts';
import { BITS, sumUp, type Counted, type Facet, type Figures } from './facets.ts';
import { CLOSING_DAYS, SINCE_DAYS, sortOf } from './search-asked.ts';
import { daysFrom, startOf, type Search, type Seeker } from './search.ts';
import { comesAfter, lastDay, ORDER_PARTS, orderOf, type PlaceInOrder } from './search-order-queries.ts';
import { formsOf, textQuery, type Stems } from './search-terms.ts';

/** What the stemmers of both languages make of words. */
export async function stemsOf(db: Db, words: readonly string[]): Promise<Stems> {
  if (words.length === 0) return new Map();
  const { rows } = await sql<{ word: string; stems: string[] }>`
    select word, array_cat(ts_lexize('english_stem', word), ts_lexize('french_stem', word)) as stems
    from unnest(${words}::text[]) word`.execute(db);
  return new Map(rows.map(({ word, stems }) => [word, stems]));
}

/** How many there are of everything that could be chosen, each facet as if nothing were chosen in it. */
export async function searchFigures(db: Db, search: Search, stems: Stems): Promise<Figures> {
  const { rows } = await sql<Counted>`
    with found as materialized (
      select body, city, clause, level, grades, ${missOf(search)} as miss, ${isOpenTo(search.seeker)} as mine,
        ${firstWithin(CLOSING_DAYS, (days) => sql`${lastDay(search.seeker)} <= ${daysFrom(search.now, days)}`)} as closing,
        ${firstWithin(SINCE_DAYS, (days) => sql`published_at >= ${daysFrom(search.now, -days)}`)} as since
      from vacancy_search where ${isFound(search, stems)}
    )
    select grouping(body, city, clause, level, grades, closing, since, mine) as set, miss,
      body, city, clause, level, grades, closing, since, mine, count(*)::int as count
    from found where miss & (miss - 1) = 0
    group by grouping sets
      ((body, miss), (city, miss), (clause, miss), (level, miss), (grades, miss), (closing, miss), (since, miss), (mine, miss))`.execute(
    db,
  );
  return sumUp(rows);
}

/** The smallest number of days within which it is, if any. */
const firstWithin = (known: readonly number[], isWithin: (days: number) => RawBuilder<unknown>) =>
  sql`case ${sql.join(
    known.map((days) => sql`when ${isWithin(days)} then ${sql.lit(days)}`),
    sql` `,
  )} end`;

/** Which of an answer is wanted: so many, after others; or after a place in its order. */
export type PageWanted = { size: number; offset?: number; after?: PlaceInOrder | undefined };
type PageAsked = PageWanted & { stems: Stems; among?: readonly string[] | undefined };

/**
 * A page of the answer in the order asked for, each with its place in it; only `among` some vacancies, where it is known
 * that it can hold no others.
 */
export async function searchPage(
  db: Db,
  search: Search,
  { stems, size, offset = 0, after, among }: PageAsked,
): Promise<{ reference: string; place: PlaceInOrder }[]> {
  const order = orderOf(search, stems);
  const further = after ? comesAfter(order, after, ORDER_PARTS[sortOf(search.asked)]) : sql<boolean>`true`;
  const known = among === undefined ? sql<boolean>`true` : sql<boolean>`reference = any(${among}::text[])`;
  const { rows } = await sql<{ reference: string; place: PlaceInOrder }>`
    select reference, json_build_array(${sql.join(order)}) as place from vacancy_search
    where ${isFound(search, stems)} and ${missOf(search)} = 0 and ${further} and ${known}
    order by ${sql.join(order)} limit ${size} offset ${offset}`.execute(db);
  return rows;
}

/** There for this person, takes applications now, and holds what was typed. */
export function isFound({ asked, terms, seeker, now, within = {} }: Search, stems: Stems): RawBuilder<boolean> {
  const text = asked.text === '' ? '' : textQuery(terms, stems);
  const { closingBefore, publishedSince } = within;
  return sql<boolean>`published_at <= ${now} and ${lastDay(seeker)} >= ${now}
    and ${closingBefore ? sql`${lastDay(seeker)} < ${closingBefore}` : sql`true`}
    and ${publishedSince ? sql`published_at >= ${publishedSince}` : sql`true`}
    and ${seeker.internal ? sql`true` : sql`audience <> 'internal'`}
    and ${text === '' ? sql`true` : sql`words @@ ${text}::tsquery`}`;
}

/** The bits of the facets that leave a vacancy out. */
export function missOf({ asked, seeker, now, familyGrades }: Search): RawBuilder<number> {
  const { chosen, closing, since, mine } = asked;
  const grades = [...chosen.grade, ...familyGrades];
  const graded = chosen.grade.length > 0 || chosen.family.length > 0;
  const within = (values: readonly string[], column: string): RawBuilder<boolean> | false =>
    values.length > 0 && sql<boolean>`coalesce(${sql.ref(column)} = any(${values}::text[]), false)`;
  const tests: [Facet, RawBuilder<boolean> | false][] = [
    ['body', within(chosen.body, 'body')],
    ['place', within(chosen.place, 'city')],
    ['grade', graded && sql<boolean>`grades && ${grades}::text[]`],
    ['clause', within(chosen.clause, 'clause')],
    ['level', within(chosen.level, 'level')],
    ['closing', closing !== undefined && sql<boolean>`${lastDay(seeker)} <= ${daysFrom(now, closing)}`],
    ['since', since !== undefined && sql<boolean>`published_at >= ${daysFrom(now, -since)}`],
    ['mine', mine && seeker.memberships !== undefined && isOpenTo(seeker)],
  ];
  const bits = tests.flatMap(([facet, test]) =>
    test ? [sql`case when ${test} then 0 else ${sql.lit(BITS[facet])} end`] : [],
  );
  return bits.length === 0 ? sql<number>`0` : sql<number>`(${sql.join(bits, sql` + `)})`;
}

/**
 * Whether the rules on nationality and on the door let somebody apply: membership is judged on the day of publication,
 * as `eligibleNationality` does, and staff do not apply for what is for others alone.
 */
export function isOpenTo({ internal, memberships = [] }: Seeker): RawBuilder<boolean> {
  if (memberships.length === 0) return sql<boolean>`false`;
  const periods = memberships.map(({ from, until }) => {
    const last = until === null ? sql`` : sql` and published_at < ${startOf(until, 1)}`;
    return sql`(published_at >= ${startOf(from)}${last})`;
  });
  const door = internal ? sql`audience <> 'external'` : sql`audience <> 'internal'`;
  return sql<boolean>`(${door} and (${sql.join(periods, sql` or `)}))`;
}

/** Everything that is asked for, to be stemmed once. */
export const stemsFor = (db: Db, { terms }: Pick<Search, 'terms'>): Promise<Stems> => stemsOf(db, formsOf(terms));
