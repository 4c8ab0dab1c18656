import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayAfter, WEEKDAYS, weekdayOf } from './civil-dates.ts';
import type { WorkingDays } from './organisation/organisation.ts';
import { INVENTED, NATO_IS, NORTHERN_RIVERS } from './regulations-testing.ts';
import { countDays, isWorkingDay } from './working-days.ts';

type Calendar = NonNullable<WorkingDays>;

/** Closed on Saturdays and Sundays, and on these days of each year that is known. */
function calendarOf(years: Readonly<Record<number, readonly string[]>>, weekdays?: Calendar['weekdays']): Calendar {
  return {
    weekdays: weekdays ?? [{ from: null, source: INVENTED, closed: ['saturday', 'sunday'] }],
    years: Object.entries(years).map(([year, closed]) => ({
      year: Number(year),
      source: INVENTED,
      closed: closed.map((on) => ({ on, name: INVENTED })),
    })),
  };
}
const working = (after: string, days: number, calendar: WorkingDays) =>
  countDays(after, { days, unit: 'working-days' }, calendar);
const dayOf = (...asked: Parameters<typeof working>) => {
  const counted = working(...asked);
  return counted.ok ? counted.value.day : undefined;
};

describe('so many working days', () => {
  test.each([
    ['from a Friday, the Monday is the first', '2026-11-20', 1, {}, '2026-11-23'],
    ['a closed day is passed over', '2026-11-20', 1, { 2026: ['2026-11-23'] }, '2026-11-24'],
    ['a closed Saturday takes nothing away', '2026-11-20', 5, { 2026: ['2026-11-21'] }, '2026-11-27'],
    ['the day that is counted from may be closed itself', '2026-11-22', 1, {}, '2026-11-23'],
    ['29 February is one', '2028-02-28', 1, { 2028: [] }, '2028-02-29'],
    ['29 February can be closed', '2028-02-28', 1, { 2028: ['2028-02-29'] }, '2028-03-01'],
    ['over the end of a year that is known', '2026-12-31', 1, { 2027: ['2027-01-01'] }, '2027-01-04'],
  ] as const)('%s', (...[, after, days, closed, expected]) => {
    expect(dayOf(after, days, calendarOf({ 2026: [], ...closed }))).toBe(expected);
  });

  test('say which closed days they passed over, and none that nobody works anyway', () => {
    const counted = working('2026-12-23', 2, calendarOf({ 2026: ['2026-12-24', '2026-12-25', '2026-12-26'] }));

    expect(counted).toMatchObject({
      ok: true,
      value: { day: '2026-12-29', passedOver: [{ on: '2026-12-24' }, { on: '2026-12-25' }] },
    });
  });

  test('are refused where they reach a year whose closed days are not known, and where no calendar is', () => {
    const known = calendarOf({ 2026: [], 2028: [] });

    expect(dayOf('2026-12-30', 1, known)).toBe('2026-12-31');
    expect(working('2026-12-30', 2, known)).toEqual({
      ok: false,
      refusal: { kind: 'closed-days-unknown', year: 2027 },
    });
    expect(working('2026-12-30', 2, NATO_IS.workingDays)).toEqual({ ok: false, refusal: { kind: 'no-calendar' } });
    expect(countDays('2026-12-30', { days: 2, unit: 'calendar-days' }, NATO_IS.workingDays)).toMatchObject({
      value: { day: '2027-01-01' },
    });
  });

  test('follow the weekdays of each day, where they changed', () => {
    const changed = calendarOf({ 2026: [] }, [
      { from: null, source: INVENTED, closed: ['sunday'] },
      { from: '2026-11-23', source: INVENTED, closed: ['friday', 'saturday', 'sunday'] },
    ]);

    expect(dayOf('2026-11-20', 1, changed)).toBe('2026-11-21');
    expect(dayOf('2026-11-26', 1, changed)).toBe('2026-11-30');
  });

  test('are counted by the data of an organisation', () => {
    expect(dayOf('2026-12-23', 1, NORTHERN_RIVERS.workingDays)).toBe('2027-01-04');
  });
});

const YEARS = [2027, 2028, 2029, 2030];
const anyDay = fc.integer({ min: 0, max: 364 }).map((offset) => addDays('2027-01-01', offset));
/** Four years, one of them a leap year, of which any days are closed; and up to six weekdays on which nobody works. */
const anyCalendar = fc
  .record({
    closed: fc.uniqueArray(fc.integer({ min: 0, max: 1460 }), { maxLength: 40 }),
    weekdays: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { maxLength: 6 }),
  })
  .map(({ closed, weekdays }) => {
    const days = closed.toSorted((one, other) => one - other).map((offset) => addDays('2027-01-01', offset));
    const ofYear = (year: number) => days.filter((day) => day.startsWith(String(year)));
    return calendarOf(Object.fromEntries(YEARS.map((year) => [year, ofYear(year)])), [
      { from: null, source: INVENTED, closed: weekdays },
    ]);
  });
const anyCount = fc.integer({ min: 1, max: 60 });

describe('whatever is closed', () => {
  test('a count ends on a working day, with as many of them as were asked for', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyCount, (calendar, after, days) => {
        const last = dayOf(after, days, calendar) ?? '';
        let found = 0;
        for (let day = dayAfter(after); day <= last; day = dayAfter(day)) if (!isClosed(calendar, day)) found += 1;

        expect(isWorkingDay(last, calendar)).toEqual({ ok: true, value: true });
        expect(isClosed(calendar, last)).toBe(false);
        expect(found).toBe(days);
      }),
    );
  });

  test('more days, or a later first day, never end earlier; one day more always ends later', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyDay, anyCount, (...[calendar, one, other, days]) => {
        const [first = '', second = ''] = [one, other].toSorted();
        const ends = [dayOf(first, days, calendar), dayOf(second, days, calendar)] as [string, string];

        expect(ends[0] <= ends[1]).toBe(true);
        expect((dayOf(first, days + 1, calendar) ?? '') > ends[0]).toBe(true);
      }),
    );
  });

  test('counting on from where a count ended is counting both at once', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyCount, anyCount, (...[calendar, after, some, more]) => {
        const between = dayOf(after, some, calendar) ?? '';

        expect(dayOf(between, more, calendar)).toBe(dayOf(after, some + more, calendar));
      }),
    );
  });

  test('a year that is not known is named, or was not needed', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyCount, (calendar, after, days) => {
        const forgotten = { ...calendar, years: calendar.years.filter(({ year }) => year !== 2028) };
        const [whole, partly] = [working(after, days, calendar), working(after, days, forgotten)];
        const needed = whole.ok && whole.value.day >= '2028-01-01';
        const refused = { ok: false, refusal: { kind: 'closed-days-unknown', year: 2028 } };

        expect(partly).toEqual(needed ? refused : whole);
      }),
    );
  });
});

/** Told from the data alone. */
function isClosed({ weekdays, years }: Calendar, day: string): boolean {
  const names: readonly string[] = weekdays[0]?.closed ?? [];
  return (
    names.includes(WEEKDAYS[weekdayOf(day)] ?? '') || years.some(({ closed }) => closed.some(({ on }) => on === day))
  );
}
