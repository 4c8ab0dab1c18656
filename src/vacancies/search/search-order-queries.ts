import { sql, type RawBuilder } from 'kysely';
import { sortOf, type Sort } from './search-asked.ts';
import type { Search, Seeker } from './search.ts';
import { anyQuery, textQuery, type Stems } from './search-terms.ts';

/** What a part of an order compares, as PostgreSQL calls it. */
export type PartType = 'timestamptz' | 'numeric' | 'text';

/** A place in an answer: a value for each part of its order. */
export type PlaceInOrder = readonly (string | number)[];

/** The parts of each order. */
export const ORDER_PARTS: Record<Sort, readonly PartType[]> = {
  relevance: ['numeric', 'numeric', 'numeric', 'timestamptz', 'text'],
  newest: ['numeric', 'text'],
  grade: ['numeric', 'timestamptz', 'text'],
  title: ['text', 'text'],
  deadline: ['timestamptz', 'text'],
};

/** As the index `vacancy_search_order` keeps it: what has no deadline comes last. */
const LAST_DAY = sql<Date>`coalesce(deadline_at, 'infinity'::timestamptz)`;

/** The last instant of somebody: serving staff may have their own, as `deadlineFor` says. */
export const lastDay = ({ internal }: Seeker): RawBuilder<Date> =>
  internal ? sql<Date>`least(${LAST_DAY}, coalesce(internal_deadline_at, 'infinity'::timestamptz))` : LAST_DAY;

/**
 * The values that an answer is sorted by, each from the least to the greatest and the reference last, so that a place in
 * it can be named by them and found again whatever came and went meanwhile.
 */
export function orderOf(search: Search, stems: Stems): RawBuilder<unknown>[] {
  const { gradeOrder, language, seeker } = search;
  const soonest = [lastDay(seeker), sql`reference`];
  const titleKey = sql`coalesce(title_keys ->> ${language}, title_keys ->> 'en', title_keys ->> 'fr', '')`;
  const orders: Record<Sort, RawBuilder<unknown>[]> = {
    relevance: [...relevanceOf(search, stems), ...soonest],
    newest: [sql`-extract(epoch from published_at)`, sql`reference`],
    grade: [sql`-coalesce(array_position(${gradeOrder}::text[], grades[1]), 0)`, ...soonest],
    title: [sql`(${titleKey} collate "C")`, sql`reference`],
    deadline: soonest,
  };
  return orders[sortOf(search.asked)];
}

/** Whether it is the very reference, has all the words in its title, has any: 0 where it does. */
function relevanceOf({ terms }: Search, stems: Stems): RawBuilder<unknown>[] {
  const any = anyQuery(terms, stems);
  // Not bare figures: an order would take them for the places of columns.
  if (any === '') return [sql`0::numeric`, sql`0::numeric`, sql`0::numeric`];
  const title = sql`title_words @@ ${any}::tsquery`;
  const all = terms.words.length < 2 ? title : sql`title_words @@ ${textQuery(terms, stems)}::tsquery`;
  return [sql`(reference_key = ${terms.reference ?? ''})`, all, title].map((holds) => sql`(not (${holds}))::integer`);
}

/** What comes after a place in an order. */
export const comesAfter = (
  order: readonly RawBuilder<unknown>[],
  place: PlaceInOrder,
  parts: readonly PartType[],
): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join([...order])}) > (${sql.join(place.map((value, index) => sql`${value}::${sql.raw(parts[index] ?? 'text')}`))})`;
