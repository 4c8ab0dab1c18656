import { ok, refuse, type Result } from '../platform/result.ts';
import { addDays, dayAfter, WEEKDAYS, weekdayOf } from './civil-dates.ts';
import { inForce } from './in-force.ts';
import type { WorkingDays } from './organisation/organisation.ts';
import type { DAY_UNITS } from './organisation/working-days-schema.ts';

export type DayUnit = (typeof DAY_UNITS)[number];
/** A stretch of days, one or more; which of them count is its unit. */
export type DayCount = { days: number; unit: DayUnit };
export type ClosedDay = NonNullable<WorkingDays>['years'][number]['closed'][number];

/** The last day of a stretch, and the closed days on weekdays that it passes over. */
export type Counted = { day: string; passedOver: readonly ClosedDay[] };
export type DaysRefusal = { kind: 'no-calendar' } | { kind: 'closed-days-unknown'; year: number };

/**
 * The day that comes so many days after another, which is not counted itself. In working days it is one of them, and each day
 * until then must be of a year whose closed days are known: else the count is refused, since a guess would be a day too early.
 */
export function countDays(
  after: string,
  { days, unit }: DayCount,
  calendar: WorkingDays,
): Result<Counted, DaysRefusal> {
  if (unit === 'calendar-days') return ok({ day: addDays(after, days), passedOver: [] });
  const passedOver: ClosedDay[] = [];
  let day = after;
  for (let left = days; left > 0;) {
    day = dayAfter(day);
    const kind = kindOf(day, calendar);
    if (!kind.ok) return kind;
    if (kind.value === 'working') left -= 1;
    else if (kind.value !== 'weekend') passedOver.push(kind.value);
  }
  return ok({ day, passedOver });
}

/** Whether people work on a day; refused where the closed days of its year are not known. */
export function isWorkingDay(day: string, calendar: WorkingDays): Result<boolean, DaysRefusal> {
  const kind = kindOf(day, calendar);
  return kind.ok ? ok(kind.value === 'working') : kind;
}

/** What a day is; a closed day on a weekday that nobody works anyway is but that weekday. */
function kindOf(day: string, calendar: WorkingDays): Result<'working' | 'weekend' | ClosedDay, DaysRefusal> {
  if (!calendar) return refuse({ kind: 'no-calendar' });
  const weekday = WEEKDAYS[weekdayOf(day)];
  if (weekday && inForce(calendar.weekdays, day)?.closed.includes(weekday)) return ok('weekend');
  const inYear = Number(day.slice(0, 4));
  const year = calendar.years.find((one) => one.year === inYear);
  if (!year) return refuse({ kind: 'closed-days-unknown', year: inYear });
  return ok(year.closed.find(({ on }) => on === day) ?? 'working');
}
