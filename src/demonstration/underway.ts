import type { Context } from '../people/context.ts';
import type { CompetitionRole } from '../people/permissions.ts';
import type { Vacancy } from '../vacancies/vacancy.ts';
import type { Colleague, Workplace } from './colleague.ts';
import type { DemonstrationApplicant, DemonstrationCompetition } from './competition-schema.ts';

const HOUR = 3_600_000;

export type Applied = DemonstrationApplicant & { number: string };
/** A competition of the demonstration, with who works on it: the manager arranges. */
export type Underway = {
  context: Context;
  workplace: Workplace;
  competition: DemonstrationCompetition;
  vacancy: Vacancy;
  closingAt: Date;
  manager: Colleague;
  people: { role: CompetitionRole; colleague: Colleague }[];
  applied: Applied[];
};

export const hoursAfter = (instant: Date, hours: number): Date => new Date(instant.getTime() + hours * HOUR);

/** Where somebody works on the competition, in their language. */
export const baseOf = ({ language }: Colleague, { competition }: Underway): string =>
  `/${language}/staff/vacancies/${competition.reference}`;

export const withRole = ({ people }: Underway, ...roles: CompetitionRole[]): Colleague[] =>
  people.filter(({ role }) => roles.includes(role)).map(({ colleague }) => colleague);
