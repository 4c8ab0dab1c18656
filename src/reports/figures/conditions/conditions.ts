import { daysFrom } from '../../../regulations/civil-dates.ts';

/** A step on a condition of somebody's appointment, by its civil day, `YYYY-MM-DD`. */
export type StepOn = { action: string; state: string; on: string };

/** How long one condition of one appointment is open, or took: whole days between civil days. */
export type Age = { state: 'open' | 'settled'; days: number };

/** For how long a condition has been open, seen from today. */
export const AGES = ['month', 'quarter', 'half-year', 'year', 'longer'] as const;
export type AgeBand = (typeof AGES)[number];
const UP_TO: readonly (readonly [AgeBand, number])[] = [
  ['month', 30],
  ['quarter', 91],
  ['half-year', 182],
  ['year', 365],
];

export const bandOf = (days: number): AgeBand => UP_TO.find(([, most]) => days <= most)?.[0] ?? 'longer';

/**
 * The age of a condition from the day on which it was last asked for or opened again: to today while it is open, to its outcome
 * where it is met. What was never asked for, refused or waived has none: no authority took that long.
 */
export function ageOf(steps: readonly StepOn[], today: string): Age | undefined {
  const last = steps.at(-1);
  const begun = steps.findLast(({ action }) => action === 'begin' || action === 'reopen')?.on;
  if (begun === undefined || !last) return undefined;
  if (last.state === 'under-way') return { state: 'open', days: Math.max(0, daysFrom(begun, today)) };
  return last.state === 'met' ? { state: 'settled', days: daysFrom(begun, last.on) } : undefined;
}
