import { assert as check, constantFrom, dictionary, property, string, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdTheSame, marksOf, merge } from './merging.ts';

type Step = Record<string, string>;

const step = dictionary(constantFrom('a', 'b', 'c', 'd'), constantFrom('', 'one', 'two', 'three', 'four'));
const three = tuple(step, step, step);
const FIELDS = ['a', 'b', 'c', 'd'];
const held = (values: Step, field: string): string => values[field] ?? '';

describe('joining what was typed with what was saved elsewhere', () => {
  test('keeps the change of whoever alone changed a field', () => {
    check(
      property(three, ([base, mine, theirs]) => {
        const { values } = merge(marksOf(base), mine, theirs);

        for (const field of FIELDS.filter((name) => held(theirs, name) === held(base, name)))
          expect(held(values, field)).toBe(held(mine, field));
        for (const field of FIELDS.filter((name) => held(mine, name) === held(base, name)))
          expect(held(values, field)).toBe(held(theirs, field));
      }),
    );
  });

  test('tells just the fields that both changed differently, and leaves there what was typed', () => {
    check(
      property(three, ([base, mine, theirs]) => {
        const { values, conflicts } = merge(marksOf(base), mine, theirs);
        const both = FIELDS.filter(
          (name) => new Set([held(base, name), held(mine, name), held(theirs, name)]).size === 3,
        );
        const alsoBoth = FIELDS.filter(
          (name) => held(mine, name) !== held(base, name) && held(theirs, name) !== held(base, name),
        ).filter((name) => held(mine, name) !== held(theirs, name));

        expect(conflicts.toSorted()).toEqual(both);
        expect(both).toEqual(alsoBoth);
        for (const field of conflicts) expect(held(values, field)).toBe(held(mine, field));
      }),
    );
  });

  test('loses nothing: every text that was typed or saved stands in the outcome, or was replaced by its own author', () => {
    check(
      property(three, ([base, mine, theirs]) => {
        const { values, conflicts } = merge(marksOf(base), mine, theirs);

        for (const field of FIELDS) {
          const texts = new Set([held(values, field), ...(conflicts.includes(field) ? [held(theirs, field)] : [])]);
          const changed = [held(mine, field), held(theirs, field)].filter((text) => text !== held(base, field));
          for (const text of changed) expect(texts).toContain(text);
        }
      }),
    );
  });

  test('comes to the same from either side where nothing conflicts', () => {
    check(
      property(three, ([base, mine, theirs]) => {
        const one = merge(marksOf(base), mine, theirs);
        const other = merge(marksOf(base), theirs, mine);

        expect(one.conflicts.toSorted()).toEqual(other.conflicts.toSorted());
        expect(one.conflicts.length > 0 || holdTheSame(one.values, other.values)).toBe(true);
      }),
    );
  });

  test('changes nothing when it is done again', () => {
    check(
      property(three, ([base, mine, theirs]) => {
        const { values, conflicts } = merge(marksOf(base), mine, theirs);
        const again = merge(marksOf(mine), mine, values);

        expect(again.conflicts).toEqual([]);
        expect(holdTheSame(again.values, values)).toBe(true);
        expect(conflicts.length).toBeLessThanOrEqual(FIELDS.length);
      }),
    );
  });

  test('joins ticks: one taken away here and one set elsewhere', () => {
    const base = marksOf(['truth', 'privacy']);

    const joined = merge(base, ['privacy'], ['truth', 'privacy', 'no-generated-text']);

    expect(joined).toEqual({ values: ['privacy', 'no-generated-text'], conflicts: [] });
  });
});

test('what holds nothing has no mark, in whatever shape it is empty', () => {
  const empty = { a: '', b: [], c: { wording: 'Speak French.', text: '' }, d: { level: '', issuer: '' } };

  expect(marksOf(empty)).toEqual({});
});

test('a mark tells texts apart, and is the same for the same parts in another order', () => {
  check(
    property(string({ minLength: 1 }), string({ minLength: 1 }), (one, other) => {
      const marks = marksOf({ x: { p: one, q: other }, y: { q: other, p: one }, z: { p: `${one}!`, q: other } });

      expect(marks['x']).toBe(marks['y']);
      expect(marks['x']).not.toBe(marks['z']);
    }),
  );
});
