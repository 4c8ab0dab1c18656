import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { suppress } from './suppression.ts';

const SMALLEST = 3;

/** Every table of so many counts, each up to `most`. */
const tables = (cells: number, most: number): number[][] =>
  cells === 0
    ? [[]]
    : tables(cells - 1, most).flatMap((rest) => Array.from({ length: most + 1 }, (_, count) => [...rest, count]));

const sumOf = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0);

test.each([
  [2, 14],
  [3, 9],
  [4, 6],
])(
  'of %i counts up to %i, who knows the rule, what is shown and the sum, can work out none of those withheld',
  (cells, most) => {
    const all = tables(cells, most);
    const alike = Map.groupBy(all, (counts) => JSON.stringify([suppress(counts, SMALLEST), sumOf(counts)]));
    // At the edge of what is enumerated, the tables that would be taken for one another are missing.
    const inside = [...alike.values()].filter(([one = []]) => sumOf(one) > 0 && sumOf(one) <= most);
    const known = inside.filter((group) =>
      suppress(group[0] ?? [], SMALLEST).some(
        (shown, index) => shown === 'withheld' && new Set(group.map((counts) => counts[index])).size < 2,
      ),
    );

    expect(inside.length).toBeGreaterThan(5);
    expect(known).toEqual([]);
  },
);

test('nothing small is ever shown, what is shown is true, and where nothing is small all is shown', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 3, max: 10 }),
      (counts, smallest) => {
        const shown = suppress(counts, smallest);
        const seen = shown.flatMap((one, index) => (one === 'withheld' ? [] : [[one, counts[index]]]));

        expect(seen.every(([one, count]) => one === count && (one ?? 0) >= smallest)).toBe(true);
        expect(shown.includes('withheld')).toBe(counts.some((count) => count < smallest));
      },
    ),
  );
});
