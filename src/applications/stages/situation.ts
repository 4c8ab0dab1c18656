import { refuse, type Result } from '../../platform/result.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { addDays, addMonths } from '../../regulations/civil-dates.ts';
import { countDays, type Counted, type DaysRefusal } from '../../regulations/working-days.ts';
import { dayIn, notOpen, untilClosing, type OpenUntil, type SentStatus } from '../application.ts';
import { positionOf, type Position, type StageEntry } from './stage-state.ts';

/** How things stand for somebody who submitted: the position, and what became of the vacancy meanwhile. */
export type Situation =
  Position | 'appointed' | 'awaiting-closing' | 'vacancy-cancelled' | 'vacancy-filled' | 'withdrawn';

type Submitted = { status: SentStatus; entries: readonly StageEntry[]; vacancy: OpenUntil };

const DECIDED: readonly Position[] = ['reserve-listed', 'selected', 'not-retained'];

/** Derived at `now`, never stored. */
export function situationOf({ status, entries, vacancy }: Submitted, now: Date): Situation {
  if (status === 'withdrawn') return 'withdrawn';
  const position = positionOf(entries);
  if (position === 'selected' && entries.at(-1)?.appointed) return 'appointed';
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
  return day === null || days === null ? null : addDays(day, days);
}

/** What the organisation says until when it is done, and on which days it works. */
export type DayRules = Pick<Organisation, 'selection' | 'workingDays'>;
/** Why its rule gives no day: no source has one, the vacancy has no closing date yet, or the days cannot be counted. */
export type NoDay = { kind: 'no-rule' | 'no-closing' } | DaysRefusal;

/** The day that the organisation's rule gives, counted from the closing date. */
export function dayByRule(
  vacancy: Closing,
  what: 'screening' | 'decision',
  { selection, workingDays }: DayRules,
): Result<Counted, NoDay> {
  const { withinDays: days, unit } = selection[what];
  const closes = closingDay(vacancy);
  if (days === null) return refuse({ kind: 'no-rule' });
  if (closes === null) return refuse({ kind: 'no-closing' });
  return countDays(closes, { days, unit }, workingDays);
}

/** What happens until when: civil days, null where nobody can say. */
export type Outlook = { screenedBy: string | null; decidedBy: string | null };

/**
 * What a person set for this competition, else what the organisation's rule gives. Nothing is decided before it is
 * screened: where the rule would have a decision before the day that was set, it says nothing any more.
 */
export function outlookOf(vacancy: Closing, rules: DayRules, setDay?: string): Outlook {
  const byRule = (what: 'screening' | 'decision') => {
    const counted = dayByRule(vacancy, what, rules);
    return counted.ok ? counted.value.day : null;
  };
  const decidedBy = byRule('decision');
  const overtaken = setDay !== undefined && decidedBy !== null && decidedBy < setDay;
  return { screenedBy: setDay ?? byRule('screening'), decidedBy: overtaken ? null : decidedBy };
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
