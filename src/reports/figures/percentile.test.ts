import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentile } from './percentile.ts';

/** By its definition: the least of the numbers within which at least so many in a hundred lie. */
const reference = (numbers: readonly number[], inHundred: number) =>
  numbers
    .filter((limit) => numbers.filter((one) => one <= limit).length * 100 >= inHundred * numbers.length)
    .reduce<number | undefined>((least, one) => (least === undefined || one < least ? one : least), undefined);

test('a percentile is the least number within which so many in a hundred lie', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 30 }), fc.integer({ min: 1, max: 100 }), (numbers, inHundred) => {
      expect(percentile(numbers, inHundred)).toBe(reference(numbers, inHundred));
    }),
    { numRuns: 1000 },
  );
});

test('of an even count, the median is the lower of the two in the middle; of none there is none', () => {
  expect(percentile([9, 1, 4, 2], 50)).toBe(2);
  expect(percentile([7], 90)).toBe(7);
  expect(percentile([], 50)).toBeUndefined();
});
