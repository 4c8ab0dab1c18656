import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextAfter } from './next-on-merit.ts';

const person = (number: string, position: 'reserve-listed' | 'selected' | 'not-retained') =>
  [number, { number, givenNames: 'Ada', familyName: number, position }] as const;

const ORDER = {
  ranked: [
    { candidate: 'A', rank: 1 },
    { candidate: 'B', rank: 2 },
    { candidate: 'C', rank: 3 },
    { candidate: 'D', rank: 3 },
    { candidate: 'E', rank: 5 },
  ],
  candidates: new Map([
    person('A', 'reserve-listed'),
    person('B', 'selected'),
    person('C', 'not-retained'),
    person('D', 'reserve-listed'),
    person('E', 'reserve-listed'),
  ]),
  recused: new Set<string>(),
  expired: new Set<string>(),
  accepted: new Map<string, string>(),
};
const numbersAfter = (id: string, more: Partial<typeof ORDER> = {}) =>
  nextAfter(id, { ...ORDER, ...more }).map(({ number }) => number);
const bothOfThree = { candidates: new Map([...ORDER.candidates, person('C', 'reserve-listed')]) };

test('next on the order of merit is the first on the reserve list who is not ranked above', () => {
  expect(nextAfter('B', ORDER)).toEqual([{ number: 'D', name: 'Ada D', rank: 3, accepted: null }]);
  expect(numbersAfter('E')).toEqual([]);
});

test('of who has the same rank, the other is next as well', () => {
  expect(numbersAfter('D', bothOfThree)).toEqual(['C']);
});

test('all who share the next rank are next, since nothing puts one of them first', () => {
  expect(numbersAfter('B', bothOfThree)).toEqual(['C', 'D']);
  expect(numbersAfter('B', { ...bothOfThree, recused: new Set(['C']) })).toEqual(['D']);
});

test('nobody is told of from whom the reader is recused, whose time on the list is over, nor in an order that does not rank the person', () => {
  expect(numbersAfter('B', { recused: new Set(['D']) })).toEqual(['E']);
  expect(numbersAfter('B', { expired: new Set(['D']) })).toEqual(['E']);
  expect(numbersAfter('B', { expired: new Set(['D', 'E']) })).toEqual([]);
  expect(numbersAfter('Z')).toEqual([]);
});

test('who accepted a similar post is told of with it', () => {
  expect(nextAfter('B', { ...ORDER, accepted: new Map([['D', '260477']]) })).toMatchObject([{ accepted: '260477' }]);
});

test('whoever is next stands on the list, is not ranked above, and nobody on it stands between', () => {
  const anyOrder = fc.array(
    fc.record({
      rank: fc.integer({ min: 1, max: 6 }),
      position: fc.constantFrom('reserve-listed' as const, 'selected' as const, 'not-retained' as const),
      recused: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(anyOrder, (people) => {
      const all = people.toSorted((one, other) => one.rank - other.rank).map((one, at) => ({ ...one, id: String(at) }));
      const order = {
        ...ORDER,
        ranked: all.map(({ id: candidate, rank }) => ({ candidate, rank })),
        candidates: new Map(all.map(({ id, position }) => person(id, position))),
        recused: new Set(all.filter(({ recused }) => recused).map(({ id }) => id)),
      };
      const able = all.filter(({ id, position, recused }) => id !== '0' && position === 'reserve-listed' && !recused);
      const lowest = Math.min(...able.map(({ rank }) => rank));

      expect(nextAfter('0', order).map(({ number }) => number)).toEqual(
        able.filter(({ rank }) => rank === lowest).map(({ id }) => id),
      );
    }),
  );
});
