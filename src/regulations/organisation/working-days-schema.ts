import { z } from 'zod';
import { WEEKDAYS } from '../civil-dates.ts';
import { civilDate, dated, localized, source } from './schema-parts.ts';

/** How a number of days is counted: every day, or only those on which the organisation works. */
export const DAY_UNITS = ['calendar-days', 'working-days'] as const;

const closedDay = z.strictObject({ on: civilDate, name: localized });

/** The closed days of one year, all of them: a year that is not given is not known. */
const year = z
  .strictObject({ year: z.int().min(1900).max(2999), source, closed: z.array(closedDay) })
  .check(({ value, issues }) => {
    const days = value.closed.map(({ on }) => on);
    days.forEach((on, index) => {
      const message = on.startsWith(`${value.year}-`)
        ? index > 0 && on <= (days[index - 1] ?? '') && 'The days stand in their order, each once'
        : `This is no day of ${value.year}`;
      if (message) issues.push({ code: 'custom', input: on, path: ['closed', index, 'on'], message });
    });
  });

const calendar = z.strictObject({
  /** On which weekdays nobody works. */
  weekdays: dated({
    closed: z
      .array(z.enum(WEEKDAYS))
      .refine((days) => new Set(days).size < WEEKDAYS.length, 'At least one weekday is worked'),
  })
    .min(1)
    .refine(([first]) => first?.from === null, 'The first row was in force before anything known: from: null'),
  years: z.array(year).check(({ value, issues }) => {
    value.forEach((one, index) => {
      if (index > 0 && one.year <= (value[index - 1]?.year ?? 0))
        issues.push({
          code: 'custom',
          input: one.year,
          path: [index, 'year'],
          message: 'Years stand in their order, each once',
        });
    });
  }),
});

/** Null where no source says on which days the organisation works: nothing is counted in working days then. */
export const WORKING_DAYS_FILE = z.strictObject({ calendar: calendar.nullable() });
