import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CannotOpen, isSealedByFirst, newKey, open, readKeys, reseal, seal } from './sealing.ts';

const [old, current] = [newKey(), newKey()];
const keys = readKeys(old);
const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));

test('what is sealed opens to the same bytes, for the same purpose alone', () => {
  fc.assert(
    fc.property(bytes, fc.string(), fc.string(), (plain, about, other) => {
      fc.pre(about !== other);
      const sealed = seal(plain, keys, about);

      expect(open(sealed, keys, about)).toEqual(plain);
      expect(() => open(sealed, keys, other)).toThrow(CannotOpen);
    }),
  );
});

test('a single altered bit anywhere is noticed', () => {
  fc.assert(
    fc.property(bytes, fc.nat(), fc.nat(7), (plain, at, bit) => {
      const sealed = seal(plain, keys, 'a letter');
      const altered = Buffer.from(sealed);
      const index = at % sealed.length;
      altered[index] = (altered[index] ?? 0) ^ (1 << bit);

      expect(() => open(altered, keys, 'a letter')).toThrow(CannotOpen);
    }),
  );
});

test('two sealings of one text have nothing in common but their head', () => {
  const [one, other] = [0, 1].map(() => seal(Buffer.from('the same text'), keys, 'a letter').toString('hex'));

  expect(one).not.toBe(other);
  expect(one).not.toContain(Buffer.from('same').toString('hex'));
});

test('after a change of keys the old one is needed until everything is sealed by the new', () => {
  const sealed = seal(Buffer.from('text'), keys, 'a letter');
  const both = readKeys(`${current}, ${old}`);
  const again = reseal(sealed, both, 'a letter');

  expect(() => open(sealed, readKeys(current), 'a letter')).toThrow(CannotOpen);
  expect([isSealedByFirst(sealed, both), isSealedByFirst(again, both)]).toEqual([false, true]);
  expect(open(again, readKeys(current), 'a letter').toString()).toBe('text');
});
