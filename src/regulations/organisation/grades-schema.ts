import { z } from 'zod';
import { hasAllDecimals, minorDigits } from '../../site/numbers.ts';
import { periodEnd } from '../civil-dates.ts';
import { civilDate, country, dated, distinct, list, months, nullableName, rule, source, text } from './schema-parts.ts';

const gradeFamily = z.strictObject({ code: text, name: nullableName, grades: distinct(text) });

/** Two grades for one post: appointed at the lower, advanced later. An organisation without them has no row. */
const twinGrade = dated({
  appointment: z.strictObject({ rule }),
  advancement: z.strictObject({ rule, months }),
  /** For candidates from outside. */
  reduction: z.strictObject({ rule, upToMonths: months }).nullable(),
  /** For serving staff, directly to the higher grade under circumstances that the source names. */
  direct: z.strictObject({ rule }).nullable(),
});

export const GRADES_FILE = z
  .strictObject({
    scheme: text,
    source,
    order: distinct(text),
    families: list(gradeFamily),
    /** Whether a grade of one family is higher or lower than one of another; null where no source says so. */
    comparableAcrossFamilies: z.boolean().nullable(),
    /** Names that grades had before, and still have in print: `A.2` is `G15`. */
    olderNames: z.record(z.string(), text).default({}),
    olderNamesSource: source.nullable().default(null),
    twinGrade,
  })
  .check(({ value, issues }) => {
    const inFamilies = value.families.flatMap((family) => family.grades);
    value.order.forEach((input, index) => {
      if (inFamilies.filter((grade) => grade === input).length !== 1)
        issues.push({
          code: 'custom',
          input,
          path: ['order', index],
          message: 'A grade belongs to exactly one family: see “families”',
        });
    });
    if (inFamilies.some((grade) => !value.order.includes(grade)))
      issues.push({
        code: 'custom',
        input: inFamilies,
        path: ['families'],
        message: 'A family has a grade that “order” does not have',
      });
    value.twinGrade.forEach(({ advancement, reduction }, index) => {
      if (reduction && reduction.upToMonths > advancement.months)
        issues.push({
          code: 'custom',
          input: reduction.upToMonths,
          path: ['twinGrade', index, 'reduction', 'upToMonths'],
          message: `This is more than there is to reduce, ${advancement.months} months`,
        });
    });
    for (const [older, input] of Object.entries(value.olderNames))
      if (!value.order.includes(input))
        issues.push({ code: 'custom', input, path: ['olderNames', older], message: 'No such grade in “order”' });
  });

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const isCurrency = (currency: string) => CURRENCIES.has(currency);

const PLAIN_AMOUNT = /^\d+(\.\d+)?$/;

/** A basic salary as published: in force from a day to a day; decimals in text, so that no cent is lost. */
const salaryRow = z
  .strictObject({
    grade: text,
    step: z.int().positive(),
    country,
    from: civilDate,
    until: civilDate.nullable(),
    amount: z.string().regex(PLAIN_AMOUNT, "Expected an amount in quotation marks, such as '8754.21'"),
    currency: z.string().refine(isCurrency, 'Expected an ISO 4217 currency code such as EUR'),
    period: z.enum(['monthly', 'annual', 'hourly']),
    source,
  })
  .check(({ value: { amount: input, currency }, issues }) => {
    if (!isCurrency(currency) || !PLAIN_AMOUNT.test(input) || hasAllDecimals(input, currency)) return;
    const message = `Expected an amount with ${minorDigits(currency) || 'no'} decimals, as ${currency} has`;
    issues.push({ code: 'custom', input, path: ['amount'], message });
  });

const endOfYear = (from: string): string => periodEnd(from, 12);

export const SALARIES_FILE = z
  .strictObject({
    rule,
    source,
    /** At which step an appointment is made, and on which grade of a twin-graded post. */
    appointmentStep: z.strictObject({ step: z.int().positive(), source }),
    /** Whether there is another scale each year, so that an amount ends with its year; null where no source says so. */
    adjusted: z.strictObject({ rhythm: z.enum(['yearly', 'by-decision']), source }).nullable(),
    twinGrade: z.strictObject({ printed: z.enum(['lower', 'higher']), source }).nullable(),
    /** Whether all amounts of a country move by one factor at each adjustment, so that one row lets others be checked. */
    uniformAdjustment: z.strictObject({ holds: z.boolean(), source }).nullable(),
    rows: z.array(salaryRow),
  })
  .check(({ value: { adjusted, rows }, issues }) => {
    if (adjusted?.rhythm !== 'yearly') return;
    rows.forEach(({ from, until: input }, index) => {
      if (input === null || input > endOfYear(from))
        issues.push({
          code: 'custom',
          input,
          path: ['rows', index, 'until'],
          message: `The scale is adjusted every year: this amount ends on ${endOfYear(from)} at the latest`,
        });
    });
  });
export type SalaryRow = z.output<typeof salaryRow>;
