import { Temporal } from 'temporal-polyfill';
import { inForce } from './in-force.ts';
import type { Organisation } from './organisation/organisation.ts';
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

type DeadlineRules = Pick<Organisation, 'deadlines'>;

/**
 * The instant of a printed deadline, in the organisation's zone and completed by its time, as in force on a civil date
 * (E10). A time that the change of the clocks repeats or leaps over is read as the later instant, in the applicant's
 * favour. Throws on no such date.
 */
export function deadlineInstant(printed: PrintedDeadline, organisation: DeadlineRules, on: string): DeadlineInstant {
  const { zone, source, time: usual } = deadlineRule(organisation, on);
  const time = printed.time ?? usual;
  const wallClock = `${printed.date}T${time}[${zone}]`;
  const { epochMilliseconds } = Temporal.ZonedDateTime.from(wallClock, { disambiguation: 'later' });
  return {
    at: new Date(epochMilliseconds),
    zone,
    completed: printed.time === null,
    reasons: [{ rule: 'E10', source, values: { date: printed.date, time, zone } }],
  };
}

/** The hour and the zone in force on a civil date; before the first row, those of the first. */
export function deadlineRule({ deadlines }: DeadlineRules, on: string): DeadlineRules['deadlines'][number] {
  const rule = inForce(deadlines, on) ?? deadlines[0];
  if (!rule) throw new Error('An organisation has a rule on deadlines');
  return rule;
}

/** The zone in which the organisation announces its deadlines at an instant. */
export const announcingZone = (organisation: DeadlineRules, at: Date): string =>
  deadlineRule(organisation, at.toISOString().slice(0, 10)).zone;
