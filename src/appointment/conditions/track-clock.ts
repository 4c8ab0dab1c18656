import type { Condition } from '../../regulations/organisation/appointment-schema.ts';
import type { Organisation, WorkingDays } from '../../regulations/organisation/organisation.ts';
import { addDays } from '../../regulations/civil-dates.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { afterSpan, endOfSpan, type YearUnknown } from '../../regulations/spans.ts';
import type { ClosedDay } from '../../regulations/working-days.ts';
import { isSettled, stateOf, type Track, type TrackStep } from './track.ts';

/** How long a condition takes, beside how long such a one usually does. Civil days, `YYYY-MM-DD`. */
export type Clock = {
  /** Since when it is under way; null before it begins. */
  begunOn: string | null;
  /** On which day it was settled; null while it is open. */
  settledOn: string | null;
  /** By when it would usually be settled; null where no source gives a duration, or the days cannot be counted. */
  usuallyBy: string | null;
  /** The closed days on weekdays that were not counted until then. */
  passedOver: readonly ClosedDay[];
  /** The year whose closed days are not known, and would be needed. */
  unknownYear: number | null;
  isLate: boolean;
};

/** Measured from the day it began, or was opened again: what came before is another matter. */
export function clockOf(track: Track, today: string, calendar: WorkingDays): Clock {
  const { steps, condition } = track;
  const opened = steps.findLastIndex(({ action }) => action === 'begin' || action === 'reopen');
  const begunOn = steps[Math.max(opened, 0)]?.on ?? null;
  const settledOn = isSettled(track) ? (steps.at(-1)?.on ?? null) : null;
  const counted = begunOn === null || condition.usual === null ? null : afterSpan(begunOn, condition.usual, calendar);
  const usuallyBy = counted?.ok ? counted.value.day : null;
  return {
    begunOn,
    settledOn,
    usuallyBy,
    passedOver: counted?.ok ? counted.value.passedOver : [],
    unknownYear: counted && !counted.ok ? counted.refusal.year : null,
    isLate: settledOn === null && usuallyBy !== null && usuallyBy < today,
  };
}

/**
 * The last day on which an outcome holds: as its authority says, and no longer than the rules let it; null without end. Refused
 * where the rules count into a year whose closed days are not known, unless the authority's day comes before that year.
 */
export function holdsUntil({ condition, steps }: Track, calendar: WorkingDays): Result<string | null, YearUnknown> {
  const last = steps.at(-1);
  if (last?.state !== 'met') return ok(null);
  const { validUntil } = last;
  const byRule = condition.holds && endOfSpan(last.on, condition.holds, calendar);
  if (!byRule) return ok(validUntil);
  if (!byRule.ok)
    return validUntil !== null && validUntil < beginOf(byRule.refusal) ? ok(validUntil) : refuse(byRule.refusal);
  const { day } = byRule.value;
  return ok(validUntil !== null && validUntil < day ? validUntil : day);
}

const beginOf = ({ year }: YearUnknown): string => `${year}-01-01`;

/** What stands between somebody and their appointment. */
export type Obstacle = { condition: Condition } & (
  | { kind: 'open' }
  | { kind: 'not-met' }
  /** Its outcome has run out on the first day in the post; the last day on which it holds. */
  | { kind: 'runs-out'; until: string }
  /** Whether it holds on that day cannot be said: the closed days of that year are not known. */
  | { kind: 'year-unknown'; year: number }
);

/** Nobody is appointed before all conditions are met or waived, and hold on the first day in the post. */
export const obstaclesTo = (startsOn: string, tracks: readonly Track[], calendar: WorkingDays): Obstacle[] =>
  tracks.flatMap((track): Obstacle[] => {
    const { condition } = track;
    const state = stateOf(track);
    if (state === 'not-met') return [{ condition, kind: 'not-met' }];
    if (!isSettled(track)) return [{ condition, kind: 'open' }];
    const until = holdsUntil(track, calendar);
    if (until.ok) return isPast(until.value, startsOn) ? [{ condition, kind: 'runs-out', until: until.value }] : [];
    // It ends in that year, or later.
    const { year } = until.refusal;
    return startsOn < beginOf(until.refusal) ? [] : [{ condition, kind: 'year-unknown', year }];
  });

/** Whether it ends before a day. */
export const isPast = (until: string | null, day: string): until is string => until !== null && until < day;

/** What an office is reminded of, and for which day; each once. */
export type Reminder = { kind: 'usual-end-near' | 'late' | 'running-out'; day: string };

type Rules = Organisation['appointment']['conditionReminders'];
type Reminding = { rules: Rules; today: string; calendar: WorkingDays };

/** The reminders that are due on a day and were not sent: of several of one kind, the last alone. */
export function remindersDue(track: Track, { sent, ...on }: Reminding & { sent: readonly Reminder[] }): Reminder[] {
  const { today } = on;
  const all = [...ofClock(track, on), ...ofExpiry(track, on)].filter(({ day }) => day <= today);
  const due = (['usual-end-near', 'late', 'running-out'] as const).flatMap(
    (kind) => all.filter((one) => one.kind === kind).toSorted((a, b) => (a.day < b.day ? 1 : -1))[0] ?? [],
  );
  return due.filter(({ kind, day }) => !sent.some((one) => one.kind === kind && one.day >= day));
}

function ofClock(track: Track, { rules: { daysBefore, everyDays }, today, calendar }: Reminding): Reminder[] {
  const { begunOn, settledOn, usuallyBy } = clockOf(track, today, calendar);
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

function ofExpiry(track: Track, { rules: { daysBeforeExpiry }, calendar }: Reminding): Reminder[] {
  const until = holdsUntil(track, calendar);
  const given = lastDay(track.steps);
  if (!until.ok || until.value === null || given === null) return [];
  const { value } = until;
  return daysBeforeExpiry
    .map((days): Reminder => ({ kind: 'running-out', day: addDays(value, -days) }))
    .filter(({ day }) => day > given);
}

const lastDay = (steps: readonly TrackStep[]): string | null => steps.at(-1)?.on ?? null;
