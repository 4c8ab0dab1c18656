import { expect, test } from 'vitest';
import { remembering } from './remembering.ts';

test('asks again only when the answer is no longer fresh', async () => {
  let now = 0;
  let asked = 0;
  const load = remembering(
    1000,
    () => new Date(now),
    async (key) => `${key}${(asked += 1)}`,
  );

  const first = [await load('a'), await load('a'), await load('b')];
  now = 1000;
  const later = await load('a');

  expect(first).toEqual(['a1', 'a1', 'b2']);
  expect(later).toBe('a3');
});

test('a failure is told to those who asked and then forgotten', async () => {
  let fails = true;
  const load = remembering(
    1000,
    () => new Date(0),
    async () => {
      if (fails) throw new Error('no connection');
      return 'here';
    },
  );

  await expect(load('a')).rejects.toThrow('no connection');
  fails = false;
  expect(await load('a')).toBe('here');
});

test('however many keys are asked for, few are kept', async () => {
  let asked = 0;
  const load = remembering(
    1000,
    () => new Date(0),
    async () => (asked += 1),
  );

  for (let key = 0; key < 2000; key += 1) await load(String(key));
  await load('1999');

  expect(asked).toBe(2000);
});
