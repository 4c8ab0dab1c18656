import { addMonths } from '../../../regulations/civil-dates.ts';

/** People who leave a reserve list after the same day; null where the list has no end. */
export type Leaving = { reference: string; until: string | null; people: number };

/** When a list ends, seen from today. */
export const TERMS = ['ended', 'within-3', 'within-6', 'within-12', 'later', 'no-end'] as const;
export type Term = (typeof TERMS)[number];

/** The term of a last day `YYYY-MM-DD`; one that is today has not ended. */
export function termOf(until: string | null, today: string): Term {
  if (until === null) return 'no-end';
  if (until < today) return 'ended';
  for (const months of [3, 6, 12] as const) if (until <= addMonths(today, months)) return `within-${months}`;
  return 'later';
}

/** The list of one vacancy: how many stand on it, and the first and last days on which somebody leaves it. */
export type ReserveList = { reference: string; people: number; first: string | null; last: string | null };

/** The lists of all vacancies, the first to end first, those without an end last; then by reference. */
export function listsOf(leaving: readonly Leaving[]): ReserveList[] {
  const lists = [...Map.groupBy(leaving, ({ reference }) => reference)].map(([reference, own]): ReserveList => {
    const days = own.flatMap(({ until }) => until ?? []).toSorted();
    const people = own.reduce((sum, one) => sum + one.people, 0);
    return { reference, people, first: days[0] ?? null, last: days.at(-1) ?? null };
  });
  const end = ({ first }: ReserveList) => first ?? '9999';
  return lists.toSorted((a, b) => (end(a) + a.reference < end(b) + b.reference ? -1 : 1));
}
