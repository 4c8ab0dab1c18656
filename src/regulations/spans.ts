import { ok, refuse, type Result } from '../platform/result.ts';
import { addDays, addMonths, periodEnd } from './civil-dates.ts';
import type { Span } from './organisation/appointment-schema.ts';
import type { WorkingDays } from './organisation/organisation.ts';
import { countDays, type Counted, type DaysRefusal } from './working-days.ts';

type Long = Pick<Span, 'count' | 'unit'>;
/** A time that needs no calendar. */
export type CalendarSpan = { count: number; unit: Exclude<Span['unit'], 'working-days'> };

/** A count that reaches a year whose closed days are not known: its day is not before that year (decision 42). */
export type YearUnknown = Extract<DaysRefusal, { kind: 'closed-days-unknown' }>;

/** The day that comes so long after another, `YYYY-MM-DD` both, and the closed days that were passed over. */
export function afterSpan(day: string, { count, unit }: Long, calendar: WorkingDays): Result<Counted, YearUnknown> {
  if (unit === 'months') return ok({ day: addMonths(day, count), passedOver: [] });
  return unit === 'days' ? ok({ day: addDays(day, count), passedOver: [] }) : working(day, count, calendar);
}

/** The last day of a time that begins on a day (decision 7); in working days the first counts where it is one. */
export function endOfSpan(day: string, { count, unit }: Long, calendar: WorkingDays): Result<Counted, YearUnknown> {
  if (unit === 'working-days') return working(addDays(day, -1), count, calendar);
  return ok({ day: endOfCalendarSpan(day, { count, unit }), passedOver: [] });
}

/** The same where a calendar decides nothing. */
export const endOfCalendarSpan = (day: string, { count, unit }: CalendarSpan): string =>
  unit === 'months' ? periodEnd(day, count) : addDays(day, count - 1);

function working(after: string, days: number, calendar: WorkingDays): Result<Counted, YearUnknown> {
  const counted = countDays(after, { days, unit: 'working-days' }, calendar);
  if (counted.ok) return counted;
  if (counted.refusal.kind === 'no-calendar')
    throw new Error('An organisation without a calendar counts working days, which is refused as it is loaded.');
  return refuse(counted.refusal);
}
