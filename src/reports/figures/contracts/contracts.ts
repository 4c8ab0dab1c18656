import type { LastDay } from '../../../appointment/calendar/contract.ts';
import { addMonths } from '../../../regulations/civil-dates.ts';

/** When a contract ends as it stands, seen from today; `past` is one whose last day is over and that nobody has ended. */
export const CONTRACT_TERMS = [
  'past',
  'within-3',
  'within-6',
  'within-12',
  'within-24',
  'later',
  'indefinite',
  'not-entered',
] as const;
export type ContractTerm = (typeof CONTRACT_TERMS)[number];

/** The term of a contract by its last day; one that is today is not past. */
export function contractTermOf(last: LastDay, today: string): ContractTerm {
  if (last.kind !== 'day') return last.kind;
  if (last.day < today) return 'past';
  for (const months of [3, 6, 12, 24] as const) if (last.day <= addMonths(today, months)) return `within-${months}`;
  return 'later';
}

export type VacancyContracts = { reference: string; contracts: number; next: string | null; indefinite: number };

/** The contracts on the posts of each vacancy: how many, and when the next of them ends from today on; the first to end first. */
export function contractsByVacancy(
  endings: readonly { vacancy: string; last: LastDay }[],
  today: string,
): VacancyContracts[] {
  const all = [...Map.groupBy(endings, ({ vacancy }) => vacancy)].map(([reference, own]): VacancyContracts => {
    const days = own.flatMap(({ last }) => (last.kind === 'day' && last.day >= today ? [last.day] : []));
    const indefinite = own.filter(({ last }) => last.kind === 'indefinite').length;
    return { reference, contracts: own.length, next: days.toSorted()[0] ?? null, indefinite };
  });
  const end = ({ next, reference }: VacancyContracts) => (next ?? '9999') + reference;
  return all.toSorted((a, b) => Number(end(a) > end(b)) - Number(end(a) < end(b)));
}
