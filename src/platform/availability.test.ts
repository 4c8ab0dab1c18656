import { array, assert as check, integer, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { gapsIn, lengthOf, SILENT_MS, type Span } from './availability.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 20, minute));
const span = (from: number, to: number): Span => ({ from: at(from), to: at(to) });
const HOUR = span(0, 60);

test('a server that was up throughout leaves no gap, nor does a restart', () => {
  const restarted = { from: new Date(at(30).getTime() + SILENT_MS - 1), to: at(60) };

  expect(gapsIn([span(-10, 61)], HOUR)).toEqual([]);
  expect(gapsIn([span(-10, 30), restarted], HOUR)).toEqual([]);
});

test('a gap lasts from the last heartbeat to the next', () => {
  expect(gapsIn([span(-10, 20), span(33, 70)], HOUR)).toEqual([span(20, 33)]);
});

test('while one of two servers is up, there is none', () => {
  expect(gapsIn([span(-10, 20), span(10, 70), span(40, 50)], HOUR)).toEqual([]);
});

test('without any server, all of it is one', () => {
  expect(gapsIn([], HOUR)).toEqual([HOUR]);
});

test('gaps never overlap a run, nor each other, nor reach beyond the span', () => {
  const runs = array(
    tuple(integer({ min: -30, max: 90 }), integer({ min: 0, max: 40 })).map(([from, minutes]) =>
      span(from, from + minutes),
    ),
    { maxLength: 8 },
  );

  check(
    property(runs, (some) => {
      const gaps = gapsIn(some, HOUR);
      const overlaps = (a: Span, b: Span) => a.from < b.to && b.from < a.to;

      expect(gaps.flatMap((gap) => some.filter((run) => overlaps(gap, run)))).toEqual([]);
      expect(gaps.filter((gap, index) => gaps.slice(index + 1).some((other) => overlaps(gap, other)))).toEqual([]);
      expect(gaps.every(({ from, to }) => from >= HOUR.from && to <= HOUR.to && from < to)).toBe(true);
      expect(lengthOf(gaps)).toBeLessThanOrEqual(lengthOf([HOUR]));
    }),
  );
});
