import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { remaining } from '../site/dates.ts';
import { standsUntil } from './stands-until.ts';

const START = Date.parse('2026-11-22T12:00:00Z');
const DAY_MS = 24 * 3_600_000;
const anyDeadline = fc.option(fc.integer({ min: -2 * DAY_MS, max: 5 * DAY_MS }).map((ms) => new Date(START + ms)));
const anyPublished = fc.integer({ min: -DAY_MS, max: DAY_MS / 4 }).map((ms) => new Date(START + ms));
const anyVacancies = fc.array(
  fc.record({ deadlineAt: anyDeadline, publishedAt: anyPublished, closedAt: anyDeadline }),
  { maxLength: 4 },
);
type Vacancies = typeof anyVacancies extends fc.Arbitrary<infer Value> ? Value : never;

/** What a page says of the time. */
const told = (vacancies: Vacancies, at: Date) =>
  JSON.stringify([
    at.toISOString().slice(0, 10),
    vacancies.map(({ deadlineAt, publishedAt, closedAt }) => [
      closedAt && at <= closedAt,
      deadlineAt && remaining(at, deadlineAt, 'en'),
      deadlineAt && at <= deadlineAt,
      publishedAt <= at,
    ]),
  ]);

test('until then a page says the same, and a millisecond later it may say something else', () => {
  fc.assert(
    fc.property(
      anyVacancies,
      fc.integer({ min: 0, max: DAY_MS }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (vacancies, ms, share) => {
        const now = new Date(START + ms);
        const until = standsUntil(now, vacancies);
        const between = new Date(now.getTime() + Math.floor((until.getTime() - now.getTime()) * share));

        expect(until >= now).toBe(true);
        expect(told(vacancies, between)).toBe(told(vacancies, now));
        expect(told(vacancies, until)).toBe(told(vacancies, now));
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each([
  ['its deadline, days ahead: the end of the day', 3.5 * DAY_MS, '2026-11-22T23:59:59.999Z'],
  ['two hours and a half: until two are left', 2.5 * 3_600_000, '2026-11-22T12:30:00.000Z'],
  ['a minute and a half: until one is left', 90_000, '2026-11-22T12:00:30.000Z'],
  ['half a minute: until nothing is left', 30_000, '2026-11-22T12:00:29.999Z'],
  ['the deadline itself: only then', 0, '2026-11-22T12:00:00.000Z'],
])('a page stands by %s', (_, left, until) => {
  const vacancy = { deadlineAt: new Date(START + left), publishedAt: new Date(START - DAY_MS) };

  expect(standsUntil(new Date(START), [vacancy]).toISOString()).toBe(until);
});

test('the next change of another vacancy counts as well', () => {
  const next = new Date(START + 1_000);

  expect(standsUntil(new Date(START), [], next)).toEqual(next);
});
