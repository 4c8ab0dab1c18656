import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayAfter,
  dayBefore,
  earlier,
  endOfMonth,
  isCivilDate,
  lacksDay,
  periodEnd,
  weekdayOf,
} from './civil-dates.ts';

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2900-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
/** Days on which calendars differ: the end of a month, and 29 February. */
const anyAwkwardDay = fc.oneof(
  anyDay,
  anyDay.map((day) => endOfMonth(day)),
  fc.constantFrom('2024-02-28', '2024-02-29', '2023-02-28', '2000-02-29', '2100-02-28', '1999-12-31', '2024-03-01'),
);
const anyMonths = fc.integer({ min: 0, max: 600 });

describe('civil dates (decision 7)', () => {
  test.each([
    ['the day before the same day', '2025-03-01', 36, '2028-02-29'],
    ['in the middle of a month', '2025-03-15', 36, '2028-03-14'],
    ['from the first of January', '2025-01-01', 12, '2025-12-31'],
    ['no 31 April: the last day of the month', '2025-01-31', 3, '2025-04-30'],
    ['no 30 February', '2025-11-30', 3, '2026-02-28'],
    ['no 31 February in a leap year', '2023-08-31', 6, '2024-02-29'],
    ['from 29 February to a year that has none', '2024-02-29', 36, '2027-02-28'],
    ['from 29 February to a year that has one', '2024-02-29', 48, '2028-02-28'],
    ['from 28 February, to the day before', '2024-02-28', 36, '2027-02-27'],
    ['a century that is no leap year', '2096-02-29', 48, '2100-02-28'],
    ['no months at all: the day before it begins', '2025-03-01', 0, '2025-02-28'],
  ])('a period ends %s: %s and %i months is %s', (...[, from, months, end]) => {
    expect(periodEnd(from, months)).toBe(end);
  });

  test.each([
    ['2031-02-28', -12, '2030-02-28'],
    ['2028-02-29', -12, '2027-02-28'],
    ['2030-08-31', -6, '2030-02-28'],
    ['2026-01-31', -1, '2025-12-31'],
    ['2025-12-31', 2, '2026-02-28'],
  ])('%s and %i months is %s', (date, months, result) => {
    expect(addMonths(date, months)).toBe(result);
  });

  test.each([
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2100-02-29', false],
    ['2025-04-31', false],
    ['2025-13-01', false],
    ['2025-00-10', false],
    ['2025-01-00', false],
    ['0205-03-01', false],
    ['2025-3-1', false],
    ['2025-03-01T00:00', false],
    ['', false],
  ])('%s is a day that exists: %s', (text, exists) => {
    expect(isCivilDate(text)).toBe(exists);
  });

  test('a month lacks the day a period began on', () => {
    expect([lacksDay('2025-01-31', 3), lacksDay('2024-02-29', 36), lacksDay('2025-03-01', 36)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('the earlier of two dates, where there are two', () => {
    expect(earlier('2025-03-01', '2024-12-31')).toBe('2024-12-31');
    expect(earlier('2025-03-01', null)).toBe('2025-03-01');
  });

  test('every sum is the one that Temporal makes', () => {
    fc.assert(
      fc.property(anyAwkwardDay, fc.integer({ min: -1200, max: 1200 }), (day, months) => {
        const date = Temporal.PlainDate.from(day);
        expect(addMonths(day, months)).toBe(date.add({ months }).toString());
        expect(dayAfter(day)).toBe(date.add({ days: 1 }).toString());
        expect(dayBefore(day)).toBe(date.subtract({ days: 1 }).toString());
        expect(endOfMonth(day)).toBe(date.with({ day: date.daysInMonth }).toString());
        expect(addDays(day, months)).toBe(date.add({ days: months }).toString());
        expect(weekdayOf(day)).toBe(date.dayOfWeek - 1);
      }),
    );
  });

  test('a period ends the day before Temporal’s sum, or on it where the month lacks the day', () => {
    fc.assert(
      fc.property(anyAwkwardDay, anyMonths, (day, months) => {
        const sum = Temporal.PlainDate.from(day).add({ months });
        const lacking = sum.day < Number(day.slice(8));
        expect(lacksDay(day, months)).toBe(lacking);
        expect(periodEnd(day, months)).toBe((lacking ? sum : sum.subtract({ days: 1 })).toString());
      }),
    );
  });

  test('what is a date for Temporal is one here', () => {
    const figures = (min: number, max: number) =>
      fc.integer({ min, max }).map((value) => String(value).padStart(2, '0'));
    const texts = fc.tuple(fc.integer({ min: 1900, max: 2999 }), figures(0, 13), figures(0, 32));
    fc.assert(
      fc.property(texts, ([year, month, day]) => {
        const text = `${year}-${month}-${day}`;
        expect(isCivilDate(text)).toBe(isTemporalDate(text));
      }),
    );
  });

  test('a longer period never ends earlier, and nobody loses more than a day to a short month', () => {
    fc.assert(
      fc.property(anyAwkwardDay, anyMonths, anyMonths, (day, a, b) => {
        const [shorter, longer] = [Math.min(a, b), Math.max(a, b)];
        expect(periodEnd(day, shorter) <= periodEnd(day, longer)).toBe(true);
        expect(dayAfter(periodEnd(day, a)) >= addMonths(day, a)).toBe(true);
      }),
    );
  });
});

function isTemporalDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
