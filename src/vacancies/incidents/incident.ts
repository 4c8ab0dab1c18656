import { Temporal } from 'temporal-polyfill';
import type { Translated } from '../../platform/language.ts';
import type { Config } from '../../platform/config.ts';
import { lengthOf, type Span } from '../../platform/availability.ts';
import type { Entrance } from '../internal-dates/internal-dates.ts';
import type { Vacancy } from '../vacancy.ts';

/** From when on, before a deadline, and from how much on silence is an incident: settings of the installation. */
export type IncidentRules = { hours: number; minutes: number };

/** What is an incident on this installation. */
export const incidentRules = ({ config }: { config: Pick<Config, 'INCIDENT_HOURS' | 'INCIDENT_MINUTES'> }) => ({
  hours: config.INCIDENT_HOURS,
  minutes: config.INCIDENT_MINUTES,
});

/** What happened in the last hours before a deadline. */
export type Incident = {
  /** Whose deadline it was: everybody’s, or an earlier one of serving staff. */
  entrance: Entrance;
  vacancy: Pick<Vacancy, 'reference' | 'status' | 'deadlineZone' | 'version'> & { deadlineAt: Date; title: Translated };
  /** The times in which no server was up, the first one first. */
  gaps: Span[];
  /** Requests that were not answered as they should have been, by kind. */
  refused: Record<string, number>;
  /** Whose draft lies open, and who has submitted. */
  openDrafts: number;
  submitted: number;
};

/** The kinds of request that an applicant cannot do without. */
const NEEDED = ['submission', 'draft', 'own'];

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** The hours before a deadline that are looked at, as far as they have passed at `now`. */
export function watched(deadlineAt: Date, { hours }: Pick<IncidentRules, 'hours'>, now: Date): Span {
  return { from: new Date(deadlineAt.getTime() - hours * HOUR_MS), to: deadlineAt < now ? deadlineAt : now };
}

/** An incident before everybody’s deadline is made good in one step; before that of serving staff, by a new date of theirs. */
export const isEverybodys = ({ entrance }: Pick<Incident, 'entrance'>): boolean => entrance === 'public';

/** Requests of applicants among those that were refused. */
export const refusedApplicants = ({ refused }: Pick<Incident, 'refused'>): number =>
  NEEDED.reduce((sum, kind) => sum + (refused[kind] ?? 0), 0);

export const downMinutes = ({ gaps }: Pick<Incident, 'gaps'>): number => Math.ceil(lengthOf(gaps) / MINUTE_MS);

/** Whether it is for people to decide on: out of reach for longer than the set time, or an applicant was refused. */
export const isIncident = (happened: Pick<Incident, 'gaps' | 'refused'>, { minutes }: IncidentRules): boolean =>
  lengthOf(happened.gaps) > minutes * MINUTE_MS || refusedApplicants(happened) > 0;

export const EXTENSION_DAYS = [1, 2, 3, 7] as const;

/** The same time of day, so many days after the deadline or, where that has passed, after today. */
export function extendedDeadline(
  { deadlineAt, deadlineZone }: Pick<Incident['vacancy'], 'deadlineAt' | 'deadlineZone'>,
  days: number,
  now: Date,
): Date {
  const inZone = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(deadlineZone);
  const deadline = inZone(deadlineAt);
  const from = deadlineAt < now ? inZone(now).toPlainDate() : deadline.toPlainDate();
  const { epochMilliseconds } = from
    .add({ days })
    .toZonedDateTime({ timeZone: deadlineZone, plainTime: deadline.toPlainTime() });
  return new Date(epochMilliseconds);
}
