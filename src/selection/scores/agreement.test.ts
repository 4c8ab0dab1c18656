import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { krippendorffAlpha, outliersIn, type Unit } from './agreement.ts';

/** Four observers and twelve units, as published with their results by Krippendorff (2011, section C). */
const PUBLISHED: Unit[] = [
  [1, 1, null, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [null, 5, 5, 5],
  [null, null, 1, 1],
  [null, null, 3, null],
];

describe('agreement between assessors', () => {
  test('is what was published for the same scores: 0.849', () => {
    expect(krippendorffAlpha(PUBLISHED)?.toFixed(3)).toBe('0.849');
  });

  test('is 1 where all agree, and nothing where there is nothing to tell apart', () => {
    expect(
      krippendorffAlpha([
        [1, 1],
        [4, 4],
        [3, null],
      ]),
    ).toBe(1);
    expect(
      krippendorffAlpha([
        [3, 3],
        [3, 3],
      ]),
    ).toBeUndefined();
    expect(
      krippendorffAlpha([
        [3, null],
        [null, 2],
      ]),
    ).toBeUndefined();
    expect(krippendorffAlpha([])).toBeUndefined();
  });

  test('is the same by its definition, pair by pair, and whatever the scale begins at', () => {
    const anyUnit = fc.array(fc.option(fc.nat(5), { nil: null }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(anyUnit, { maxLength: 10 }), fc.integer({ min: -3, max: 9 }), (units, shift) => {
        const alpha = krippendorffAlpha(units);
        const shifted = units.map((unit) => unit.map((value) => (value === null ? null : value + shift)));

        expect(rounded(alpha)).toEqual(rounded(byDefinition(units)));
        expect(rounded(krippendorffAlpha(shifted))).toEqual(rounded(alpha));
      }),
    );
  });
});

const rounded = (alpha: number | undefined) => alpha !== undefined && Math.round(alpha * 1e9) + 0;

/** Observed over expected disagreement, each as the mean over pairs of their squared difference. */
function byDefinition(units: readonly Unit[]): number | undefined {
  const rated = units.map((unit) => unit.filter((value) => value !== null)).filter(({ length }) => length > 1);
  const all = rated.flat();
  const pairs = (values: number[]) =>
    values.flatMap((a, i) => values.filter((_, j) => i !== j).map((b) => (a - b) ** 2));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const expected = mean(pairs(all));
  if (all.length === 0 || expected === 0) return undefined;
  const observed = rated.reduce((sum, values) => sum + values.length * mean(pairs(values)), 0) / all.length;
  return 1 - observed / expected;
}

test('a score far from the middle of the others’ is an outlier, with that middle', () => {
  expect(
    outliersIn(
      [
        [1, 4, 4],
        [3, 3, 4],
        [2, null, 5],
        [5, null, null],
      ],
      3,
    ),
  ).toEqual([
    { unit: 0, assessor: 0, points: 1, middle: 4 },
    { unit: 2, assessor: 0, points: 2, middle: 5 },
    { unit: 2, assessor: 2, points: 5, middle: 2 },
  ]);
});
