import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { daysAfter, closingDay } from '../stages/situation.ts';
import { dayIn, type AppliedVacancy } from '../application.ts';

/** The answer that every question has, and that a question left empty counts as. */
export const NOT_SAID = 'prefer-not-to-say';

export type EqualityRules = Organisation['equality'];

/** One answer to each question, by their codes. */
export type EqualityAnswers = Record<string, string>;

/** An answer to every question; what is no answer of its question counts as not said. */
export function answersFrom(
  given: Readonly<Record<string, string | undefined>>,
  { questions }: EqualityRules,
): EqualityAnswers {
  return Object.fromEntries(
    questions.map(({ code, answers }) => {
      const answer = answers.find((one) => one.code === given[code])?.code;
      return [code, answer ?? NOT_SAID];
    }),
  );
}

export type Cell = { question: string; answer: string };

/** Every counter that a vacancy has: each answer of each question, in the order of the data. */
export const cellsOf = ({ questions }: EqualityRules): Cell[] =>
  questions.flatMap(({ code, answers }) =>
    [...answers.map((answer) => answer.code), NOT_SAID].map((answer) => ({ question: code, answer })),
  );

/** The last civil day to answer; null as long as the vacancy has no closing day. */
export const answersUntil = (
  vacancy: Pick<AppliedVacancy, 'deadlineAt' | 'deadlineZone' | 'closedAt'>,
  { daysAfterClosing }: EqualityRules,
): string | null => daysAfter(closingDay(vacancy), daysAfterClosing);

/** Whether answers are still taken; once they are not, the counts stand, and may be shown. */
export function takesAnswers(
  vacancy: Pick<AppliedVacancy, 'deadlineAt' | 'deadlineZone' | 'closedAt'>,
  rules: EqualityRules,
  now: Date,
): boolean {
  const until = answersUntil(vacancy, rules);
  return until === null || dayIn(now, vacancy.deadlineZone) <= until;
}
