import { z } from 'zod';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { isCivilDate, YEARS } from '../civil-dates.ts';
import { isCountryCode } from '../organisation/countries.ts';
import { besideGrades, printedGrades } from '../pay/grade-names.ts';
import type { WrongUsage } from './explain-topic.ts';
import type { Organisation } from '../organisation/organisation.ts';

/** Values of options as people type them. */
export const civilDay = z
  .string()
  .refine(isCivilDate, `Expected a day that exists, as YYYY-MM-DD, in the years ${YEARS.first}–${YEARS.last}`);
export const wholeMonths = z
  .string()
  .regex(/^\d{1,4}$/, 'Expected a whole number of months')
  .transform(Number);
export const wholeNumber = z
  .string()
  .regex(/^\d{1,4}$/, 'Expected a whole number')
  .transform(Number);
export const country = z
  .string()
  .refine(
    isCountryCode,
    'Expected a country as two capitals (ISO 3166-1), such as BE; the United Kingdom is GB, Greece GR',
  );

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
export const currency = z
  .string()
  .refine((code) => CURRENCIES.has(code), 'Expected a currency as three capitals (ISO 4217), such as EUR');

/**
 * `G20`, `A.2`, `AD 7`, `G10-G12`: the grade that an option names, or the two of a twin grade, as they were given;
 * older names as the grades they became.
 */
export function gradesIn(text: string, { grades }: Organisation): Result<string[], WrongUsage> {
  const printed = printedGrades(grades, text);
  const unknown = printed.flatMap(({ printed: name, grade }) => (grade === undefined ? [name] : []));
  const beside = besideGrades(text);
  if (beside !== '' || printed.length === 0) unknown.push(beside || text);
  const known = grades.order.join(', ');
  if (unknown.length > 0) return refuse(unknown.map((name) => `there is no grade “${name}”; there are ${known}`));
  const found = [...new Set(printed.flatMap(({ grade }) => grade ?? []))];
  if (found.length > 2)
    return refuse([`“${text}” names ${found.length} grades; a post has one, or two as a twin grade`]);
  return ok(found);
}

/** The single grade that an option names, with the name of the option for what is wrong. */
export function gradeIn(text: string, organisation: Organisation): Result<string, WrongUsage> {
  const found = gradesIn(text, organisation);
  if (!found.ok) return found;
  const [grade, ...others] = found.value;
  return grade !== undefined && others.length === 0 ? ok(grade) : refuse([`“${text}” names two grades; give one`]);
}
