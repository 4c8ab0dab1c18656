import { Temporal } from 'temporal-polyfill';
import type { Organisation } from './organisation.ts';
import type { Reason } from './reason.ts';

/** A deadline as a notice prints it: `YYYY-MM-DD`, with `HH:MM` or `HH:MM:SS` where there is a time; never a zone. */
export interface PrintedDeadline {
  date: string;
  time: string | null;
}

export interface DeadlineInstant {
  /** The last instant at which an application may be received. */
  at: Date;
  /** The zone it is announced in (IANA). */
  zone: string;
  /** Whether the organisation's own time completed a date printed alone. */
  completed: boolean;
  reasons: readonly [Reason<{ date: string; time: string; zone: string }>];
}

/**
 * The instant of a printed deadline, in the organisation's zone and completed by its time (E10). A time that the change
 * of the clocks repeats or leaps over is read as the later instant, in the applicant's favour. Throws on no such date.
 */
export function deadlineInstant(
  printed: PrintedDeadline,
  { deadline }: Pick<Organisation, 'deadline'>,
): DeadlineInstant {
  const { zone, source } = deadline;
  const time = printed.time ?? deadline.time;
  const wallClock = Temporal.PlainDate.from(printed.date).toPlainDateTime(Temporal.PlainTime.from(time));
  const { epochMilliseconds } = wallClock.toZonedDateTime(zone, { disambiguation: 'later' });
  return {
    at: new Date(epochMilliseconds),
    zone,
    completed: printed.time === null,
    reasons: [{ rule: 'E10', source, values: { date: printed.date, time, zone } }],
  };
}
