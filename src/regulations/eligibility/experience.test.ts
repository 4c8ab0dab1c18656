import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAfter, endOfMonth } from '../civil-dates.ts';
import { countExperience, type WorkPeriod } from './experience.ts';
import { anyCivilDate, anyOrganisation, NATO_IS, NORTHERN_RIVERS, RIVERS_COMMISSION } from '../regulations-testing.ts';
import type { Months, Span } from './work-stretches.ts';

const ON = '2026-11-23';

function counted(rules: typeof NATO_IS, periods: WorkPeriod[], qualifiedOn?: string) {
  const answer = countExperience(rules, periods, { on: ON, qualifiedOn });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}

describe('years of experience (E6)', () => {
  test.each<[string, WorkPeriod[], number]>([
    ['five whole years', [{ from: '2015-01-01', to: '2019-12-31' }], 60],
    ['three years from the middle of a month, over a leap day', [{ from: '2021-02-10', to: '2024-02-09' }], 36],
    [
      'two posts held at once',
      [
        { from: '2015-01-01', to: '2015-12-31' },
        { from: '2015-07-01', to: '2016-06-30' },
      ],
      18,
    ],
    ['work that goes on ends on the day that counts', [{ from: '2025-11-24', to: null }], 12],
    ['work that has not begun', [{ from: '2027-01-01', to: null }], 0],
    ['no work', [], 0],
  ])('%s', (...[, periods, months]) => {
    expect(counted(NORTHERN_RIVERS, periods)).toMatchObject({ counted: months, all: { inFull: months } });
  });

  test('shares held at once add up to full time, never to more', () => {
    const half = { from: '2020-01-01', to: '2020-12-31', percent: 50 };

    expect(counted(NORTHERN_RIVERS, [half]).counted).toBe(6);
    expect(counted(NORTHERN_RIVERS, [half, half]).counted).toBe(12);
    expect(counted(NORTHERN_RIVERS, [half, half, half]).counted).toBe(12);
  });

  test('shows overlaps and gaps with their days', () => {
    const periods = [
      { from: '2015-01-01', to: '2015-12-31' },
      { from: '2015-12-01', to: '2016-01-31' },
      { from: '2016-04-01', to: '2016-12-31' },
    ];

    expect(counted(NATO_IS, periods)).toMatchObject({
      overlaps: [{ from: '2015-12-01', to: '2015-12-31' }],
      gaps: [{ from: '2016-02-01', to: '2016-03-31' }],
    });
  });

  test('where no source says how part-time work counts, a person decides with both figures', () => {
    const answer = counted(NATO_IS, [{ from: '2020-01-01', to: '2021-12-31', percent: 50 }]);

    expect(answer).toMatchObject({ counted: null, open: ['part-time'], all: { inFull: 24, byShare: 12 } });
  });

  test('only from the qualification where the rule says so, and not without knowing its day', () => {
    const periods = [{ from: '2010-01-01', to: '2019-12-31' }];

    expect(counted(RIVERS_COMMISSION, periods, '2015-01-01').counted).toBe(60);
    expect(counted(RIVERS_COMMISSION, periods)).toMatchObject({ counted: null, open: ['qualification-day'] });
  });

  test.each([
    [{ from: '2020-02-30', to: null }],
    [{ from: '2020-02-01', to: '2020-01-01' }],
    [{ from: '2020-01-01', to: null, percent: 0 }],
  ])('refuses the impossible: %o', (period) => {
    const answer = countExperience(NATO_IS, [{ from: '2019-01-01', to: null }, period], { on: ON });

    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'impossible-period', index: 1 } });
  });
});

describe('counting', () => {
  const anyPeriod = fc
    .tuple(anyCivilDate, anyCivilDate, fc.integer({ min: 1, max: 100 }))
    .map(([a, b, percent]): WorkPeriod => ({ from: a < b ? a : b, to: a < b ? b : a, percent }));
  const anyPeriods = fc.array(anyPeriod, { maxLength: 6 });

  test('does not depend on the order, nor on where a period is cut', () => {
    fc.assert(
      fc.property(anyOrganisation, anyPeriods, anyCivilDate, (rules, periods, cut) => {
        const pieces = periods.flatMap((period): WorkPeriod[] =>
          period.to !== null && period.from <= cut && cut < period.to
            ? [
                { ...period, to: cut },
                { ...period, from: dayAfter(cut) },
              ]
            : [period],
        );
        expect(counted(rules, periods.toReversed()).all).toEqual(counted(rules, periods).all);
        expect(counted(rules, pieces).all).toEqual(counted(rules, periods).all);
      }),
    );
  });

  test('never gives less for more work, nor more by share than in full', () => {
    fc.assert(
      fc.property(anyOrganisation, anyPeriods, anyPeriod, (rules, periods, more) => {
        const before = counted(rules, periods).all;
        const after = counted(rules, [...periods, more]).all;
        expect(after.inFull).toBeGreaterThanOrEqual(before.inFull);
        expect(after.byShare).toBeGreaterThanOrEqual(before.byShare);
        expect(after.byShare).toBeLessThanOrEqual(after.inFull);
      }),
    );
  });

  test('is what going through the calendar day by day would give', () => {
    const days = fc.integer({ min: 0, max: 400 }).map((index) => CALENDAR[index] ?? ON);
    const anyShortPeriod = fc
      .tuple(days, days, fc.integer({ min: 1, max: 100 }))
      .map(([a, b, percent]): WorkPeriod => ({ from: a < b ? a : b, to: a < b ? b : a, percent }));
    fc.assert(
      fc.property(anyOrganisation, fc.array(anyShortPeriod, { maxLength: 5 }), days, (rules, periods, qualifiedOn) => {
        const { all, afterQualification, overlaps, gaps } = counted(rules, periods, qualifiedOn);

        expect(all).toEqual(monthsByDay(CALENDAR, periods));
        expect(afterQualification).toEqual(
          monthsByDay(
            CALENDAR.filter((day) => day >= qualifiedOn),
            periods,
          ),
        );
        const isIn = (spans: Span[], day: string) => spans.some(({ from, to }) => from <= day && day <= to);
        const worked = CALENDAR.filter((day) => postsOn(day, periods).length > 0);
        for (const day of CALENDAR) {
          const posts = postsOn(day, periods).length;
          const isBetween = (worked[0] ?? day) < day && day < (worked.at(-1) ?? day);
          expect({ day, overlap: isIn(overlaps, day), gap: isIn(gaps, day) }).toEqual({
            day,
            overlap: posts > 1,
            gap: posts === 0 && isBetween,
          });
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** Thirteen months with a leap day among them. */
const CALENDAR = daysFrom('2023-12-15', 401);

function daysFrom(first: string, count: number): string[] {
  const days = [first];
  while (days.length < count) days.push(dayAfter(days.at(-1) ?? first));
  return days;
}

const postsOn = (day: string, periods: readonly WorkPeriod[]) =>
  periods.filter(({ from, to }) => from <= day && (to === null || day <= to));

/** Each day is its share of its month, in whole numbers; a day short of a month is given to the candidate. */
function monthsByDay(days: readonly string[], periods: readonly WorkPeriod[]): Months {
  const month = 28 * 29 * 30 * 31 * 100;
  let inFull = 0;
  let byShare = 0;
  for (const day of days) {
    const posts = postsOn(day, periods);
    const aPercent = month / 100 / Number(endOfMonth(day).slice(8));
    inFull += posts.length > 0 ? 100 * aPercent : 0;
    byShare += Math.min(
      100 * aPercent,
      posts.reduce((sum, { percent = 100 }) => sum + percent * aPercent, 0),
    );
  }
  const whole = (parts: number) => (parts === 0 ? 0 : Math.floor((parts + month / 28) / month));
  return { inFull: whole(inFull), byShare: whole(byShare) };
}
