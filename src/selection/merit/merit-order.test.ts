import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, fraction, inHundredths, plus, times } from './fraction.ts';
import { meritOrder, scoreOf, type Consensus, type CountedStage } from './merit-order.ts';

const test1: CountedStage = {
  id: 'test',
  weight: 40,
  passMark: 50,
  highest: 5,
  items: [
    { key: 'writing', weight: 2 },
    { key: 'analysis', weight: 1 },
  ],
};
const interview: CountedStage = {
  id: 'interview',
  weight: 60,
  passMark: null,
  highest: 5,
  items: [{ key: 'teamwork', weight: 1 }],
};
type Points = [writing: number, analysis: number, teamwork?: number];
const given = (candidate: string, ...[writing, analysis, teamwork]: Points): Consensus[] => [
  { candidate, stage: 'test', points: { writing, analysis } },
  ...(teamwork === undefined ? [] : [{ candidate, stage: 'interview', points: { teamwork } }]),
];

describe('the merit order', () => {
  test('weighs items within a stage, and stages within the total', () => {
    const { ranked } = meritOrder(['a', 'b'], [test1, interview], [...given('a', 5, 2, 3), ...given('b', 3, 3, 5)]);

    // a: 12/15 × 40 + 3/5 × 60 = 68; b: 9/15 × 40 + 5/5 × 60 = 84, of 100.
    expect(ranked.map(({ candidate, rank, total }) => [candidate, rank, inHundredths(total)])).toEqual([
      ['b', 1, '84.00'],
      ['a', 2, '68.00'],
    ]);
    expect(ranked[1]?.stages[0]?.items).toEqual([
      { key: 'writing', weight: 2, points: 5, highest: 5 },
      { key: 'analysis', weight: 1, points: 2, highest: 5 },
    ]);
  });

  test('gives the same rank to the same score, and the next its place after them', () => {
    const agreed = [...given('a', 3, 3, 4), ...given('b', 4, 1, 4), ...given('c', 5, 5, 5), ...given('d', 3, 3, 3)];

    const { ranked } = meritOrder(['a', 'b', 'c', 'd'], [test1, interview], agreed);

    expect(ranked.map(({ candidate, rank, tiedWith }) => [candidate, rank, tiedWith])).toEqual([
      ['c', 1, 0],
      ['a', 2, 1],
      ['b', 2, 1],
      ['d', 4, 0],
    ]);
  });

  test('ends at the stage whose pass mark is not reached, whatever comes after it', () => {
    const { belowPassMark, ranked } = meritOrder(
      ['a', 'b'],
      [test1, interview],
      [...given('a', 2, 3, 5), ...given('b', 3, 2)],
    );

    expect(belowPassMark).toMatchObject([{ candidate: 'a', failed: 'test', stages: [{ stage: 'test' }] }]);
    expect(ranked).toEqual([]);
  });

  test('is reached exactly at the mark', () => {
    expect(scoreOf({ ...test1, passMark: 60 }, { writing: 3, analysis: 3 }).passed).toBe(true);
    expect(scoreOf({ ...test1, passMark: 61 }, { writing: 3, analysis: 3 }).passed).toBe(false);
  });

  test('says what is missing instead of placing somebody by half', () => {
    const agreed = [{ candidate: 'a', stage: 'test', points: { writing: 4 } }];

    expect(meritOrder(['a'], [test1, interview], agreed).incomplete).toEqual([
      {
        candidate: 'a',
        missing: [
          { stage: 'test', items: ['analysis'] },
          { stage: 'interview', items: ['teamwork'] },
        ],
      },
    ]);
  });

  const anyPoints = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 12 });

  test('does not depend on the order in which anything is given, nor on one’s number', () => {
    fc.assert(
      fc.property(anyPoints, fc.nat(), (points, turn) => {
        const names = points.map((_, index) => `c${index}`);
        const agreed = points.flatMap(([w, a, t], index) => given(`c${index}`, w, a, t));
        const turned = <Value>(values: Value[]) => [
          ...values.slice(turn % values.length),
          ...values.slice(0, turn % values.length),
        ];

        expect(meritOrder(turned(names), [test1, interview], turned(agreed)).ranked).toEqual(
          meritOrder(names, [test1, interview], agreed).ranked,
        );
      }),
    );
  });

  test('puts nobody behind who has as much in everything, and more in something that counts', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const agreed = points.flatMap(([w, a, t], index) => given(`c${index}`, w, a, t));
        const { ranked } = meritOrder(
          points.map((_, index) => `c${index}`),
          [{ ...test1, passMark: null }, interview],
          agreed,
        );
        const rankOf = (index: number) => ranked.find(({ candidate }) => candidate === `c${index}`)?.rank ?? 0;

        for (const [i, one] of points.entries())
          for (const [j, other] of points.entries()) {
            const noLess = one.every((value, at) => value >= (other[at] ?? 0));
            const more = one.some((value, at) => value > (other[at] ?? 0));
            expect(noLess && (more ? rankOf(i) >= rankOf(j) : rankOf(i) !== rankOf(j))).toBe(false);
          }
      }),
    );
  });
});

describe('a share', () => {
  const anyShare = fc.tuple(fc.bigInt(0n, 500n), fc.bigInt(1n, 500n)).map(([over, under]) => fraction(over, under));

  test('is exact: thirds make a whole, and sums do not depend on their order', () => {
    expect(plus(fraction(1n, 3n), fraction(2n, 3n))).toEqual(fraction(1n, 1n));
    fc.assert(
      fc.property(anyShare, anyShare, anyShare, (a, b, c) => {
        expect(plus(plus(a, b), c)).toEqual(plus(c, plus(b, a)));
        expect(compare(times(a, 3n), plus(a, plus(a, a)))).toBe(0);
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
      }),
    );
  });

  test('is read in hundredths, rounded half up', () => {
    expect(
      [fraction(7n, 9n), fraction(1n, 8n), fraction(0n, 5n), fraction(1n, 1n), fraction(1n, 20_000n)].map(inHundredths),
    ).toEqual(['77.78', '12.50', '0.00', '100.00', '0.01']);
  });

  test('is of something', () => {
    expect(() => fraction(1n, 0n)).toThrow(RangeError);
  });
});
