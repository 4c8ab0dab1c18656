import { addMonths } from '../../regulations/civil-dates.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { daysOf, openDays, waitingFor, type StandingDay, type Waiting } from './contract-days.ts';
import { lastDayOf, type LastDay } from './contract.ts';
import type { KeptContract } from './contract-queries.ts';

/** A contract in the list: what is next of it, and what waits whatever the day. */
export type ListedContract = KeptContract & {
  next: StandingDay | undefined;
  overdue: boolean;
  waiting: readonly Waiting[];
  last: LastDay;
};

/** Within how many months something is looked for; `within` is 0 for whenever. */
export const WITHIN_MONTHS = [3, 6, 12, 24] as const;
export type Asked = { within: number; q: string };

type Standing = {
  rules: Organisation['appointment']['calendar'];
  /** The civil day where a post is. */
  todayIn: (zone: string) => string;
};

/** One contract as the list shows it. */
export function listed(kept: KeptContract, { rules, todayIn }: Standing): ListedContract {
  const { contract, chosen } = kept;
  const today = todayIn(chosen.zone);
  const [next] = openDays(daysOf(contract, rules));
  return {
    ...kept,
    next,
    overdue: next !== undefined && next.day < today,
    waiting: waitingFor(contract),
    last: lastDayOf(contract),
  };
}

/** Those that were asked for: what waits first, then by the next date; those of which nothing is due at the end. */
export function askedFor(
  contracts: readonly KeptContract[],
  { within, q }: Asked,
  standing: Standing,
): ListedContract[] {
  const wanted = plain(q.trim());
  const end = (zone: string) => (within === 0 ? LAST : addMonths(standing.todayIn(zone), within));
  return contracts
    .filter(({ chosen }) => plain(`${chosen.name} ${chosen.number} ${chosen.reference}`).includes(wanted))
    .map((kept) => listed(kept, standing))
    .filter((one) => within === 0 || one.waiting.length > 0 || (one.next?.day ?? LAST) <= end(one.chosen.zone))
    .toSorted((a, b) => b.waiting.length - a.waiting.length || compare(a.next?.day ?? LAST, b.next?.day ?? LAST));
}

const LAST = '9999-12-31';
const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** Without accents and capitals, as somebody types who looks for a name. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
