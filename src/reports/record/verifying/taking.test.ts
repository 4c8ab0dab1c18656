import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { takingFrom } from './taking.ts';

async function* pagesOf<Item>(pages: readonly Item[][]): AsyncGenerator<Item[]> {
  yield* pages;
}
const named = (pages: readonly string[][]) =>
  pages.map((page) => page.map((id): [string, string] => [id, `the ${id}`]));

test('whatever the order, each is taken once, and what nobody took is left', async () => {
  const ids = fc.uniqueArray(fc.string(), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(ids, fc.array(fc.string()), fc.integer({ min: 1, max: 4 }), async (all, others, size) => {
      const pages = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
        all.slice(at * size, (at + 1) * size),
      );
      const wanted = [...new Set([...others, ...all.slice(1).toReversed()])];
      const taking = takingFrom(pagesOf(named(pages)));

      const taken = [];
      for (const id of wanted) taken.push(await taking.take(id));

      expect(taken).toEqual(wanted.map((id) => (all.includes(id) ? `the ${id}` : undefined)));
      expect((await taking.rest()).map(([id]) => id)).toEqual(all.filter((id) => !wanted.includes(id)));
    }),
  );
});

test('what was passed on the way is there later, and once', async () => {
  const pages = pagesOf(named([['a', 'b'], ['c'], ['d']]));
  const taking = takingFrom(pages);

  expect([await taking.take('b'), await taking.take('c'), await taking.take('b')]).toEqual([
    'the b',
    'the c',
    undefined,
  ]);
  expect(await taking.rest()).toEqual([
    ['a', 'the a'],
    ['d', 'the d'],
  ]);
});

test('what follows in order is not read before it is asked for', async () => {
  let read = 0;
  async function* counted(): AsyncGenerator<[string, string][]> {
    for (const page of named([['a'], ['b'], ['c']])) {
      read += 1;
      yield page;
    }
  }
  const taking = takingFrom(counted());

  await taking.take('a');
  await taking.take('b');

  expect(read).toBe(2);
});
