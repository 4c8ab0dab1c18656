import { expect, test } from 'vitest';
import { remembering } from './remembering.ts';

test('asks again only when the answer is no longer fresh', async () => {
  let now = 0;
  let asked = 0;
  const remembered = remembering<string>(1000, () => new Date(now));
  const load = (key: string) => remembered(key, async () => `${key}${(asked += 1)}`);

  const first = [await load('a'), await load('a'), await load('b')];
  now = 1000;
  const later = await load('a');

  expect(first).toEqual(['a1', 'a1', 'b2']);
  expect(later).toBe('a3');
});

test('a failure is told to those who asked and then forgotten', async () => {
  const remembered = remembering<string>(1000, () => new Date(0));

  await expect(remembered('a', () => Promise.reject(new Error('no connection')))).rejects.toThrow('no connection');

  expect(await remembered('a', async () => 'here')).toBe('here');
});

test('however many keys are asked for, few are kept', async () => {
  let asked = 0;
  const remembered = remembering<number>(1000, () => new Date(0));
  const load = (key: number) => remembered(String(key), async () => (asked += 1));

  for (let key = 0; key < 2000; key += 1) await load(key);
  await load(1999);
  await load(0);

  expect(asked).toBe(2001);
});
