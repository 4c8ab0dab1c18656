import { isCivilDate } from '../../regulations/civil-dates.ts';
import type { Entry, FieldRule } from './profile.ts';
import { valueIn } from './profile.ts';

/** Characters that an application takes in one field; a profile keeps more. */
export const FIELD_LIMITS = { line: 200, lines: 3000 } as const;

export type EntryProblem =
  | { problem: 'missing' | 'not-in-list' | 'unreadable-month' | 'unreadable-date' | 'unreadable-hours' | 'ends-before' }
  | { problem: 'too-long'; length: number; limit: number };

/** The codes that each kind of field is chosen from. */
export type Choices = Partial<Record<FieldRule['kind'], readonly string[]>>;

/** What stands against an entry as it is, by field; nothing where it can be submitted. */
export function entryProblems(
  entry: Entry,
  rules: readonly [name: string, rule: FieldRule][],
  choices: Choices,
): { field: string; problem: EntryProblem }[] {
  const own = rules.flatMap(([field, rule]) => {
    const problem = problemOf(valueIn(entry, field).trim(), rule, choices);
    return problem ? [{ field, problem }] : [];
  });
  const reversed =
    hasMonths(entry) && valueIn(entry, 'to') < valueIn(entry, 'from').slice(0, valueIn(entry, 'to').length);
  return reversed
    ? [...own, { field: 'to', problem: { problem: 'ends-before' } }]
    : [...own, ...partTimeWithoutHours(entry)];
}

const hasMonths = (entry: Entry) => isMonth(valueIn(entry, 'from')) && isMonth(valueIn(entry, 'to'));

function partTimeWithoutHours(entry: Entry): { field: string; problem: EntryProblem }[] {
  const lacking = valueIn(entry, 'workingTime') === 'part-time' && valueIn(entry, 'hours') === '';
  return lacking ? [{ field: 'hours', problem: { problem: 'missing' } }] : [];
}

function problemOf(value: string, { kind, needed }: FieldRule, choices: Choices): EntryProblem | undefined {
  if (value === '') return needed ? { problem: 'missing' } : undefined;
  if (kind === 'month') return isMonth(value) ? undefined : { problem: 'unreadable-month' };
  if (kind === 'date') return isCivilDate(value) ? undefined : { problem: 'unreadable-date' };
  if (kind === 'birth-date') return isBirthDate(value) ? undefined : { problem: 'unreadable-date' };
  if (kind === 'hours') return weeklyHours(value) === undefined ? { problem: 'unreadable-hours' } : undefined;
  const known = choices[kind];
  if (known) return known.includes(value) ? undefined : { problem: 'not-in-list' };
  const limit = kind === 'lines' ? FIELD_LIMITS.lines : FIELD_LIMITS.line;
  return value.length > limit ? { problem: 'too-long', length: value.length, limit } : undefined;
}

/** `YYYY-MM`, or `YYYY` where only the year is known; between 1900 and 2999. */
export const isMonth = (value: string): boolean => /^(?:19|2\d)\d\d(?:-(?:0[1-9]|1[0-2]))?$/.test(value);

/** A day of the calendar since 1900, as months are: how old somebody then is, an application looks at, on a day it knows. */
export const isBirthDate = (value: string): boolean => isCivilDate(value) && isMonth(value.slice(0, 7));

/** Hours a week, `20` or `20.5` or `20,5`: more than none, at most those of a week. */
export function weeklyHours(value: string): number | undefined {
  if (!/^\d{1,3}(?:[.,]\d{1,2})?$/.test(value.trim())) return undefined;
  const hours = Number(value.trim().replace(',', '.'));
  return hours > 0 && hours <= 168 ? hours : undefined;
}
