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
};

test('next on the order of merit is the first on the reserve list who is not ranked above', () => {
  expect(nextAfter('B', ORDER)).toEqual({ number: 'D', name: 'Ada D', rank: 3 });
  expect(nextAfter('E', ORDER)).toBeUndefined();
});

test('of who has the same rank, the other is next as well', () => {
  expect(
    nextAfter('D', { ...ORDER, candidates: new Map([...ORDER.candidates, person('C', 'reserve-listed')]) }),
  ).toMatchObject({
    number: 'C',
    rank: 3,
  });
});

test('nobody is told of from whom the reader is recused, nor in an order that does not rank the person', () => {
  expect(nextAfter('B', { ...ORDER, recused: new Set(['D']) })).toMatchObject({ number: 'E' });
  expect(nextAfter('Z', ORDER)).toBeUndefined();
});
