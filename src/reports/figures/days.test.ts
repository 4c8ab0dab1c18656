import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { daysBetween } from './days.ts';

const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
const zones = fc.constantFrom('Europe/Brussels', 'America/St_Johns', 'Pacific/Apia', 'UTC', 'Asia/Kathmandu');

test('days are counted by the calendar of the zone, over changes of the clocks and leap days', () => {
  fc.assert(
    fc.property(instants, instants, zones, (from, to, zone) => {
      const day = (instant: Date) =>
        Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate();

      expect(daysBetween(from, to, zone)).toBe(day(from).until(day(to), { largestUnit: 'days' }).days);
    }),
    { numRuns: 500 },
  );
});

test('a minute over midnight is a day where the organisation is, and none elsewhere', () => {
  const [before, after] = [new Date('2026-11-20T22:59:30Z'), new Date('2026-11-20T23:00:30Z')];

  expect(daysBetween(before, after, 'Europe/Brussels')).toBe(1);
  expect(daysBetween(before, after, 'UTC')).toBe(0);
});
