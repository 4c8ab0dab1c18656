import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meritOrder, type Consensus } from '../merit/merit-order.ts';
import { exampleItem } from '../selection-testing.ts';
import { besideSigned, stageFor, stagesRedone } from './redo.ts';

const ORDER = ['written-test', 'panel-interview', 'assessment'];
const PLANNED = ORDER.map((code) => ({ id: `id of ${code}`, code }));
const codes = (given: { from: string; reach: 'step' | 'onward'; found: string[] }) =>
  stagesRedone({ ...given, planned: PLANNED, order: ORDER }).map(({ code }) => code);
const ids = (...stages: string[]) => stages.map((code) => `id of ${code}`);

describe('the stages that are opened again', () => {
  test('are that step alone, or it and all after it, and of later ones those that the candidate never came to', () => {
    expect(codes({ from: 'written-test', reach: 'step', found: ids(...ORDER) })).toEqual(['written-test']);
    expect(codes({ from: 'panel-interview', reach: 'onward', found: ids(...ORDER) })).toEqual(ORDER.slice(1));
    expect(codes({ from: 'written-test', reach: 'step', found: ids('written-test') })).toEqual(ORDER);
    expect(codes({ from: 'screening', reach: 'onward', found: ids(...ORDER) })).toEqual(ORDER);
    expect(codes({ from: 'screening', reach: 'step', found: ids(...ORDER) })).toEqual([]);
  });

  test('are never an earlier one', () => {
    const found = fc.subarray(ids(...ORDER));
    fc.assert(
      fc.property(fc.constantFrom(...ORDER), fc.constantFrom('step', 'onward'), found, (from, reach, results) => {
        const opened = codes({ from, reach, found: results });

        expect(opened[0]).toBe(from);
        expect(opened.every((code) => ORDER.indexOf(code) >= ORDER.indexOf(from))).toBe(true);
      }),
    );
  });

  test('are open for that candidate, and closed for everybody else', () => {
    const reopened = new Set(['a']);

    expect(stageFor({ status: 'closed' }, reopened, 'a')).toEqual({ status: 'open' });
    expect(stageFor({ status: 'closed' }, reopened, 'b')).toEqual({ status: 'closed' });
    expect(stageFor({ status: 'planned' }, reopened, 'a')).toEqual({ status: 'planned' });
  });
});

test('whatever becomes of one who is assessed again, the figures and the signed ranks of all others stay', () => {
  const people = ['a', 'b', 'c', 'd', 'e'];
  const stages = [{ id: 's', weight: 100, passMark: 40, items: [exampleItem('c1')], highest: 5 }];
  const points = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 5 });
  const again = fc.option(fc.integer({ min: 1, max: 5 }));
  const consensus = (given: readonly (number | null)[]): Consensus[] =>
    given.flatMap((one, at) =>
      one === null ? [] : [{ candidate: people[at] ?? '', stage: 's', points: { c1: one } }],
    );
  fc.assert(
    fc.property(points, again, fc.nat({ max: 4 }), (given, anew, at) => {
      const signed = meritOrder(people, stages, consensus(given));
      const ranks = new Map(signed.ranked.map(({ candidate, ...one }) => [candidate, one]));
      const redone = new Set([people[at] ?? '']);

      const order = besideSigned(meritOrder(people, stages, consensus(given.with(at, anew as number))), ranks, redone);

      const others = (list: typeof order.ranked) =>
        list.filter(({ candidate }) => !redone.has(candidate)).toSorted((a, b) => (a.candidate < b.candidate ? -1 : 1));
      expect(others(order.ranked)).toEqual(others(signed.ranked));
      const own = order.ranked.find(({ candidate }) => redone.has(candidate));
      const better = others(signed.ranked).filter(
        ({ stages: [score] }) => Number(score?.items[0]?.points) > (anew ?? 0),
      );
      expect(own?.rank).toBe((anew ?? 0) >= 2 ? better.length + 1 : undefined);
    }),
  );
});

test('of several who are assessed again, each is placed beside the others by their new totals', () => {
  const stages = [{ id: 's', weight: 100, passMark: null, items: [exampleItem('c1')], highest: 5 }];
  const order = (points: Record<string, number>) =>
    meritOrder(
      Object.keys(points),
      stages,
      Object.entries(points).map(([candidate, c1]) => ({ candidate, stage: 's', points: { c1 } })),
    );
  const signed = new Map(order({ a: 3, b: 2, c: 1, d: 1 }).ranked.map(({ candidate, ...one }) => [candidate, one]));

  const { ranked } = besideSigned(order({ a: 3, b: 5, c: 4, d: 4 }), signed, new Set(['b', 'c', 'd']));

  expect(ranked.map(({ candidate, rank, tiedWith }) => [candidate, rank, tiedWith])).toEqual([
    ['b', 1, 0],
    ['a', 1, 0],
    ['c', 2, 1],
    ['d', 2, 1],
  ]);
});
