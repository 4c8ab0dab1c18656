import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from './civil-dates.ts';
import { NATO_IS, NORTHERN_RIVERS } from './regulations-testing.ts';
import { afterSpan, endOfSpan } from './spans.ts';
import { isWorkingDay } from './working-days.ts';

const { workingDays: CALENDAR } = NORTHERN_RIVERS;

describe('a time', () => {
  test.each([
    ['in days', 30, 'days', '2026-06-29', '2026-06-28'],
    ['in months', 1, 'months', '2026-06-30', '2026-06-29'],
    ['in working days', 5, 'working-days', '2026-06-05', '2026-06-05'],
  ] as const)('%s ends by its own count', (...[, count, unit, after, end]) => {
    const day = '2026-05-30';

    expect(afterSpan(day, { count, unit }, CALENDAR)).toMatchObject({ value: { day: after } });
    expect(endOfSpan(day, { count, unit }, CALENDAR)).toMatchObject({ value: { day: end } });
  });

  test('in working days is a fault where the organisation has no calendar, since it is refused as it is loaded', () => {
    expect(() => afterSpan('2026-06-01', { count: 1, unit: 'working-days' }, NATO_IS.workingDays)).toThrow('loaded');
    expect(afterSpan('2026-06-01', { count: 1, unit: 'days' }, NATO_IS.workingDays)).toMatchObject({ ok: true });
  });
});

const anyDay = fc.integer({ min: 0, max: 600 }).map((days) => addDays('2026-01-01', days));
const anySpan = fc.record({
  count: fc.integer({ min: 1, max: 300 }),
  unit: fc.constantFrom('days' as const, 'working-days' as const, 'months' as const),
});

test('whatever its unit, a time ends on a day that it covers, never after the day that comes so long after its first', () => {
  fc.assert(
    fc.property(anyDay, anySpan, (day, span) => {
      const [after, end] = [afterSpan(day, span, CALENDAR), endOfSpan(day, span, CALENDAR)];

      expect(!end.ok || end.value.day >= day).toBe(true);
      expect(!after.ok || (end.ok && end.value.day <= after.value.day)).toBe(true);
      expect(span.unit !== 'working-days' && !after.ok).toBe(false);
    }),
  );
});

test('in working days, so many are covered, the last is one, and a refused count ends in the year that it names or later', () => {
  const working = fc.integer({ min: 1, max: 300 }).map((count) => ({ count, unit: 'working-days' as const }));
  const isOpen = (day: string) => {
    const open = isWorkingDay(day, CALENDAR);
    return open.ok && open.value;
  };
  fc.assert(
    fc.property(anyDay, working, (day, span) => {
      const end = endOfSpan(day, span, CALENDAR);
      const last = end.ok ? end.value.day : `${end.refusal.year - 1}-12-31`;
      let covered = 0;
      for (let one = day; one <= last; one = addDays(one, 1)) covered += Number(isOpen(one));

      expect(end.ok ? covered === span.count && isOpen(last) : covered < span.count).toBe(true);
    }),
  );
});
