import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanceOf, type Group } from '../../balance/balance.ts';
import { nationsOf, type Competition } from './nations.ts';

const LEVELS = 2;
const RULE = { levels: LEVELS, smallest: 2 };

const groupOf = (code: string, left: readonly number[]): Group => ({
  code,
  reached: left.map((_, level) => left.slice(level).reduce((sum, count) => sum + count, 0)),
});

const competitions = fc
  .array(fc.array(fc.nat(7), { minLength: LEVELS, maxLength: LEVELS }), { minLength: 1, maxLength: 4 })
  .map((rows): Competition => ({ undecided: 0, groups: rows.map((left, index) => groupOf(`N${index}`, left)) }));

/** Everything that the figures say, as numbers that can be added up. */
function numbersIn(some: readonly Competition[]): Map<string, number> {
  const { rows, together, everybody, ...counts } = nationsOf(some, RULE);
  const all = [...rows, { code: 'everybody', ...everybody }, ...(together ? [{ code: 'together', ...together }] : [])];
  return new Map([
    ...all.flatMap(({ code, received, levels }) => [
      [`${code} received`, received] as const,
      ...levels.flatMap((level, at) => [
        [`${code} ${at} of`, level.received] as const,
        [`${code} ${at}`, level.reached] as const,
      ]),
    ]),
    ...Object.entries(counts),
  ]);
}

test('the figures on some and on others add up to those on all: what a filter leaves out tells what the figures on it say', () => {
  fc.assert(
    fc.property(fc.array(competitions, { maxLength: 4 }), fc.array(competitions, { maxLength: 4 }), (some, others) => {
      const [one, other, all] = [numbersIn(some), numbersIn(others), numbersIn([...some, ...others])];
      const keys = [...new Set([...one.keys(), ...other.keys(), ...all.keys()])];

      expect(keys.map((key) => (one.get(key) ?? 0) + (other.get(key) ?? 0))).toEqual(
        keys.map((key) => all.get(key) ?? 0),
      );
    }),
    { numRuns: 500 },
  );
});

test('competitions whose balance shows the same give the same figures, whoever applied in them', () => {
  const cells = [0, 1, 2, 3, 4];
  const pairs = cells.flatMap((first) => cells.map((second) => [first, second]));
  const every = pairs.flatMap((a) =>
    pairs.flatMap((b) => pairs.map((c) => [groupOf('A', a), groupOf('B', b), groupOf('C', c)])),
  );
  const nobody = every.filter((groups) => groups.every(({ reached }) => reached[0] === 0));
  const alike = Map.groupBy(
    every.filter((groups) => !nobody.includes(groups)),
    (groups) => JSON.stringify(balanceOf(groups, RULE.smallest) ?? 'nothing'),
  );
  const told = [...alike.values()].map(
    (some) => new Set(some.map((groups) => JSON.stringify(nationsOf([{ undecided: 0, groups }], RULE)))).size,
  );

  expect(alike.size).toBeGreaterThan(1000);
  expect(new Set(told)).toEqual(new Set([1]));
});

test('who waits for a decision, and competitions that are too small, are counted and not told of', () => {
  const large = { undecided: 0, groups: [groupOf('BE', [5, 2]), groupOf('FR', [3, 2])] };
  const waiting = { undecided: 1, groups: [groupOf('BE', [9, 9])] };
  const small = { undecided: 0, groups: [groupOf('NO', [1, 0])] };

  expect(nationsOf([large, waiting, small, { undecided: 0, groups: [] }], RULE)).toMatchObject({
    rows: [
      {
        code: 'BE',
        received: 7,
        levels: [
          { received: 7, reached: 7 },
          { received: 7, reached: 2 },
        ],
      },
      {
        code: 'FR',
        received: 5,
        levels: [
          { received: 5, reached: 5 },
          { received: 5, reached: 2 },
        ],
      },
    ],
    together: undefined,
    counted: 1,
    underWay: 1,
    tooSmall: 1,
  });
});
