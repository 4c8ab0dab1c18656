import { z } from 'zod';
import { ok, refuse, type Result } from '../platform/result.ts';
import { isCivilDate } from './civil-dates.ts';
import { gradeNamed } from './grade-names.ts';
import type { WrongUsage } from './explain-topic.ts';
import type { Organisation } from './organisation.ts';

/** Values of options as people type them. */
export const civilDay = z.string().refine(isCivilDate, 'Expected a day that exists, as YYYY-MM-DD');
export const wholeMonths = z
  .string()
  .regex(/^\d{1,4}$/, 'Expected a whole number of months')
  .transform(Number);
export const wholeNumber = z
  .string()
  .regex(/^\d{1,4}$/, 'Expected a whole number')
  .transform(Number);
export const country = z.string().regex(/^[A-Z]{2}$/, 'Expected a country as two capitals (ISO 3166-1)');

/** `G10-G12`, `A.2`, `AD 7`: the grades that an option names, older names as the grades they became. */
export function gradesIn(text: string, { grades }: Organisation): Result<string[], WrongUsage> {
  const whole = gradeNamed(grades, text);
  const parts = whole === undefined ? text.split(/[-–/](?=[A-Za-z])/) : [whole];
  const found = parts.map((part) => gradeNamed(grades, part));
  const unknown = parts.filter((_, index) => found[index] === undefined);
  if (unknown.length > 0) return refuse(unknown.map((part) => `there is no grade “${part}” in grades.yaml`));
  return ok(found.filter((grade) => grade !== undefined));
}
