import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanceOf, groupsFrom, selectionRatio, shareOnwards, type Group } from './balance.ts';

const SMALLEST = 3;
const LEVELS = 3;

/** A group by how many got to each level and no further. */
const groupOf = (code: string, left: readonly number[]): Group => ({
  code,
  reached: left.map((_, level) => left.slice(level).reduce((sum, count) => sum + count, 0)),
});
const leftOf = (reached: readonly number[]) => reached.map((count, level) => count - (reached[level + 1] ?? 0));

const tables = fc
  .array(fc.array(fc.oneof(fc.nat(4), fc.nat(30)), { minLength: LEVELS, maxLength: LEVELS }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((rows) => rows.map((left, index) => groupOf(`G${index}`, left)));

test('whatever can be computed from what is shown, nothing in it is small', () => {
  fc.assert(
    fc.property(tables, (groups) => {
      const shown = balanceOf(groups, SMALLEST);
      const rows = [...(shown?.groups ?? []), ...(shown?.others ? [shown.others] : [])];

      expect(rows.flatMap(({ reached }) => leftOf(reached)).filter((count) => count < SMALLEST)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('what is shown is true: each group as it is, the others as their sum, everybody as the sum of all', () => {
  fc.assert(
    fc.property(tables, (groups) => {
      const shown = balanceOf(groups, SMALLEST);
      fc.pre(shown !== undefined);
      const total = (some: readonly Group[]) =>
        shown.levels.map((level) => some.reduce((sum, { reached }) => sum + (reached[level] ?? 0), 0));
      const named = new Set(shown.groups.map(({ code }) => code));

      expect(shown.groups.map(({ reached }) => reached)).toEqual(
        shown.groups.map(({ code }) =>
          shown.levels.map((level) => groups.find((one) => one.code === code)?.reached[level]),
        ),
      );
      expect(shown.everybody).toEqual(total(groups));
      expect(shown.others?.reached ?? total([])).toEqual(total(groups.filter(({ code }) => !named.has(code))));
      expect(shown.others?.codes.length).not.toBe(1);
    }),
    { numRuns: 500 },
  );
});

test('who knows the rule and all that is shown cannot tell the numbers of a group that is not', () => {
  const [most, cells] = [5, [0, 1, 2, 3, 4, 5]];
  const pairs = cells.flatMap((first) => cells.map((second) => [first, second]));
  const all = pairs.flatMap((a) =>
    pairs.flatMap((b) => pairs.map((c) => [groupOf('A', a), groupOf('B', b), groupOf('C', c)])),
  );
  const alike = Map.groupBy(all, (groups) => JSON.stringify(balanceOf(groups, SMALLEST) ?? groups.map(() => 'none')));
  const hidden = [...alike.values()].flatMap((group) => {
    const shown = balanceOf(group[0] ?? [], SMALLEST);
    // Where the sum is as high as what is enumerated allows, tables that look alike are missing.
    if (!shown?.others || (shown.others.reached[0] ?? 0) > most) return [];
    const { levels } = shown;
    return shown.others.codes.flatMap((code) =>
      levels.map((level) => new Set(group.map((one) => one.find((row) => row.code === code)?.reached[level]))),
    );
  });

  expect(hidden.length).toBeGreaterThan(20);
  expect(hidden.filter((values) => values.size < 2)).toEqual([]);
});

test('large groups are shown down to the last level, small ones with the next larger; where all is small, less is shown', () => {
  const large = [groupOf('BE', [20, 8, 4]), groupOf('FR', [30, 5, 3])];
  const more = groupOf('DE', [9, 9, 9]);
  const small = [groupOf('NO', [2, 1, 0]), groupOf('DK', [4, 2, 1])];

  expect(balanceOf(large, SMALLEST)).toEqual({
    levels: [0, 1, 2],
    groups: [groupOf('FR', [30, 5, 3]), groupOf('BE', [20, 8, 4])],
    others: undefined,
    everybody: [70, 20, 7],
  });
  expect(balanceOf([...large, more, ...small], SMALLEST)).toMatchObject({
    groups: [{ code: 'FR' }, { code: 'BE' }],
    others: { codes: ['DE', 'DK', 'NO'], reached: [37, 22, 10] },
  });
  expect(balanceOf([groupOf('BE', [20, 8, 1]), groupOf('FR', [30, 5, 1])], SMALLEST)?.levels).toEqual([0, 1]);
  expect(balanceOf([groupOf('BE', [20, 0, 4]), groupOf('FR', [30, 0, 3])], SMALLEST)?.levels).toEqual([0, 1]);
  expect(balanceOf([groupOf('BE', [2, 0, 0]), groupOf('FR', [30, 5, 3])], SMALLEST)).toBeUndefined();
  expect(balanceOf([], SMALLEST)).toBeUndefined();
});

test('shares and ratios are of the step from one level to the next', () => {
  const everybody = [100, 40, 10];

  expect(shareOnwards(everybody, 0)).toBe(0.4);
  expect(selectionRatio([50, 10, 5], everybody, 0)).toBe(0.5);
  expect(selectionRatio([50, 10, 5], everybody, 1)).toBe(2);
  expect(selectionRatio([0, 0, 0], everybody, 0)).toBeUndefined();
  expect(selectionRatio([5, 0, 0], [5, 0, 0], 0)).toBeUndefined();
});

test('who got further got everywhere before', () => {
  const counts = [
    { code: 'BE', level: 0, count: 4 },
    { code: 'BE', level: 2, count: 1 },
    { code: 'FR', level: 1, count: 2 },
  ];

  expect(groupsFrom(counts, 3)).toEqual([
    { code: 'BE', reached: [5, 1, 1] },
    { code: 'FR', reached: [2, 2, 0] },
  ]);
});
