import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { addMonths } from '../../regulations/civil-dates.ts';
import { dayIn, notOpen, untilClosing, type OpenUntil, type SentStatus } from '../application.ts';
import { positionOf, type Position, type StageEntry } from './stage-state.ts';

/** How things stand for somebody who submitted: the position, and what became of the vacancy meanwhile. */
export type Situation = Position | 'awaiting-closing' | 'vacancy-cancelled' | 'vacancy-filled' | 'withdrawn';

type Submitted = { status: SentStatus; entries: readonly StageEntry[]; vacancy: OpenUntil };

const DECIDED: readonly Position[] = ['reserve-listed', 'selected', 'not-retained'];

/** Derived at `now`, never stored. */
export function situationOf({ status, entries, vacancy }: Submitted, now: Date): Situation {
  if (status === 'withdrawn') return 'withdrawn';
  const position = positionOf(entries);
  if (DECIDED.includes(position)) return position;
  if (vacancy.status === 'cancelled') return 'vacancy-cancelled';
  if (vacancy.status === 'filled') return 'vacancy-filled';
  return position === 'received' && notOpen(untilClosing(vacancy), now) === undefined ? 'awaiting-closing' : position;
}

/** Whether anything can still happen to it. */
export const isGoingOn = (situation: Situation): boolean =>
  !['not-retained', 'withdrawn', 'vacancy-cancelled', 'vacancy-filled'].includes(situation);

type Closing = Pick<OpenUntil, 'deadlineAt' | 'deadlineZone' | 'closedAt' | 'closesAt'>;

/** The civil day from which the organisation counts: that of the closing, announced or as it was; null while there is none. */
export function closingDay(vacancy: Closing): string | null {
  const at = untilClosing(vacancy).deadlineAt ?? vacancy.closedAt;
  return at && dayIn(at, vacancy.deadlineZone);
}

/** So many days after a civil day; null where the day or the number is not known. */
export function daysAfter(day: string | null, days: number | null): string | null {
  if (day === null || days === null) return null;
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** What happens until when, by the organisation's data: civil days, null where no source says. */
export type Outlook = { screenedBy: string | null; decidedBy: string | null };

export function outlookOf(vacancy: Closing, { screening, decision }: Organisation['selection']): Outlook {
  const day = closingDay(vacancy);
  return { screenedBy: daysAfter(day, screening.withinDays), decidedBy: daysAfter(day, decision.withinDays) };
}

/** Whose decision may be asked about: everybody's whom it did not select. */
export const MAY_ASK: readonly Position[] = ['not-retained', 'reserve-listed'];

/** The last day to ask for a review of a decision; undefined where there is none to ask for. */
export function reviewUntil(
  entry: StageEntry | undefined,
  zone: string,
  { review }: Organisation['selection'],
): string | undefined {
  if (!entry || !review || !MAY_ASK.includes(entry.position)) return undefined;
  return daysAfter(dayIn(entry.enteredAt, zone), review.withinDays) ?? undefined;
}

/** The last day on a reserve list; null where no source says. */
export function onReserveUntil(
  entry: Pick<StageEntry, 'enteredAt'>,
  zone: string,
  { reserveList }: Organisation['appointment'],
): string | null {
  return reserveList.months === null ? null : addMonths(dayIn(entry.enteredAt, zone), reserveList.months);
}
