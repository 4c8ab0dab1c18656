import type { Condition, Span } from '../../regulations/organisation/appointment-schema.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { addDays, addMonths, periodEnd } from '../../regulations/civil-dates.ts';
import { isSettled, stateOf, type Track, type TrackStep } from './track.ts';

/** The same time after a day; `YYYY-MM-DD` both. */
const after = (day: string, { count, unit }: Span): string =>
  unit === 'months' ? addMonths(day, count) : addDays(day, count);

/** The last day of a time that begins on a day (decision 7). */
const lastDayOf = (day: string, { count, unit }: Span): string =>
  unit === 'months' ? periodEnd(day, count) : addDays(day, count - 1);

/** How long a condition takes, beside how long such a one usually does. Civil days, `YYYY-MM-DD`. */
export type Clock = {
  /** Since when it is under way; null before it begins. */
  begunOn: string | null;
  /** On which day it was settled; null while it is open. */
  settledOn: string | null;
  /** By when it would usually be settled; null where no source gives a duration. */
  usuallyBy: string | null;
  isLate: boolean;
};

/** Measured from the day it began, or was opened again: what came before is another matter. */
export function clockOf(track: Track, today: string): Clock {
  const { steps, condition } = track;
  const opened = steps.findLastIndex(({ action }) => action === 'begin' || action === 'reopen');
  const begunOn = steps[Math.max(opened, 0)]?.on ?? null;
  const settledOn = isSettled(track) ? (steps.at(-1)?.on ?? null) : null;
  const usuallyBy = begunOn === null || condition.usual === null ? null : after(begunOn, condition.usual);
  return { begunOn, settledOn, usuallyBy, isLate: settledOn === null && usuallyBy !== null && usuallyBy < today };
}

/** The last day on which an outcome holds: as its authority says, and no longer than the rules let it; null without end. */
export function holdsUntil({ condition, steps }: Track): string | null {
  const last = steps.at(-1);
  if (last?.state !== 'met') return null;
  const byRule = condition.holds === null ? null : lastDayOf(last.on, condition.holds);
  const days = [last.validUntil, byRule].filter((day) => day !== null);
  return days.toSorted()[0] ?? null;
}

/** What stands between somebody and their appointment. */
export type Obstacle = { condition: Condition } & (
  | { kind: 'open' }
  | { kind: 'not-met' }
  /** Its outcome has run out on the first day in the post; the last day on which it holds. */
  | { kind: 'runs-out'; until: string }
);

/** Nobody is appointed before all conditions are met or waived, and hold on the first day in the post. */
export const obstaclesTo = (startsOn: string, tracks: readonly Track[]): Obstacle[] =>
  tracks.flatMap((track): Obstacle[] => {
    const { condition } = track;
    const state = stateOf(track);
    if (state === 'not-met') return [{ condition, kind: 'not-met' }];
    if (!isSettled(track)) return [{ condition, kind: 'open' }];
    const until = holdsUntil(track);
    return until !== null && until < startsOn ? [{ condition, kind: 'runs-out', until }] : [];
  });

/** What an office is reminded of, and for which day; each once. */
export type Reminder = { kind: 'usual-end-near' | 'late' | 'running-out'; day: string };

type Rules = Organisation['appointment']['conditionReminders'];

/** The reminders that are due on a day and were not sent: of several of one kind, the last alone. */
export function remindersDue(
  track: Track,
  { rules, today, sent }: { rules: Rules; today: string; sent: readonly Reminder[] },
): Reminder[] {
  const all = [...ofClock(track, rules, today), ...ofExpiry(track, rules)].filter(({ day }) => day <= today);
  const due = (['usual-end-near', 'late', 'running-out'] as const).flatMap(
    (kind) => all.filter((one) => one.kind === kind).toSorted((a, b) => (a.day < b.day ? 1 : -1))[0] ?? [],
  );
  return due.filter(({ kind, day }) => !sent.some((one) => one.kind === kind && one.day >= day));
}

function ofClock(track: Track, { daysBefore, everyDays }: Rules, today: string): Reminder[] {
  const { begunOn, settledOn, usuallyBy } = clockOf(track, today);
  if (begunOn === null || usuallyBy === null || settledOn !== null || stateOf(track) !== 'under-way') return [];
  if (usuallyBy >= today)
    return daysBefore
      .map((days): Reminder => ({ kind: 'usual-end-near', day: addDays(usuallyBy, -days) }))
      .filter(({ day }) => day > begunOn);
  const late: Reminder[] = [];
  for (let day = addDays(usuallyBy, 1); day <= today; day = addDays(day, everyDays ?? Infinity)) {
    late.push({ kind: 'late', day });
    if (everyDays === null) break;
  }
  return late;
}

function ofExpiry(track: Track, { daysBeforeExpiry }: Rules): Reminder[] {
  const until = holdsUntil(track);
  const given = lastDay(track.steps);
  if (until === null || given === null) return [];
  return daysBeforeExpiry
    .map((days): Reminder => ({ kind: 'running-out', day: addDays(until, -days) }))
    .filter(({ day }) => day > given);
}

const lastDay = (steps: readonly TrackStep[]): string | null => steps.at(-1)?.on ?? null;
