import { expect, test } from 'vitest';
import { answerMemory, keep } from './answer-memory.ts';

function aMemory(mostBytes?: number) {
  const world = { state: 'a', now: 0, asked: 0 };
  const memory = answerMemory({
    state: () => world.state,
    clock: () => new Date(world.now),
    ...(mostBytes !== undefined && { mostBytes }),
  });
  const ask = async (key: string, until?: number, size = 1) => {
    const load = async () => ({
      type: 'text/plain',
      body: `${(world.asked += 1)}`.padEnd(size, ' '),
      until: until === undefined ? undefined : new Date(until),
    });
    return (await memory(key, load))?.body.toString().trim();
  };
  return { world, memory, ask };
}

test('an answer is asked for once, until the state is another one', async () => {
  const { world, ask } = aMemory();

  const first = [await ask('x'), await ask('x'), await ask('y')];
  world.state = 'b';

  expect([...first, await ask('x'), await ask('x')]).toEqual(['1', '1', '2', '3', '3']);
});

test('an answer is right up to its last instant, that one included, and not before it was made', async () => {
  const { world, ask } = aMemory();
  world.now = 1_000;
  const answers = [];
  for (const now of [1_000, 2_000, 2_001, 1_500]) {
    world.now = now;
    answers.push(await ask('x', now < 2_001 ? 2_000 : 9_000));
  }

  expect(answers).toEqual(['1', '1', '2', '3']);
});

test('those who ask at once share one answer, and what was begun before a change is not shown after it', async () => {
  const { world, memory } = aMemory();
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  const slow = () => memory('x', async () => gate.then(() => ({ type: 'text/plain', body: 'before' })));

  const begun = [slow(), slow()];
  await Promise.resolve();
  world.state = 'b';
  const after = memory('x', async () => ({ type: 'text/plain', body: 'after' }));
  release();

  const bodies = await Promise.all([...begun, after, memory('x', async () => undefined)]);
  expect(bodies.map((answer) => answer?.body.toString())).toEqual(['before', 'before', 'after', 'after']);
});

test('a failure is told to those who asked and then forgotten; that there is nothing is kept like an answer', async () => {
  const { world, memory, ask } = aMemory();

  await expect(memory('x', () => Promise.reject(new Error('no connection')))).rejects.toThrow('no connection');
  expect(await ask('x')).toBe('1');
  expect(await memory('y', async () => undefined)).toBeUndefined();
  expect(await ask('y')).toBeUndefined();
  expect(world.asked).toBe(1);
});

test('however much is asked for, no more is kept than fits: the last asked for', async () => {
  const { world, ask } = aMemory(100_000);
  await ask('often', undefined, 10_000);
  for (let turn = 0; turn < 50; turn += 1) {
    await ask(`once ${turn}`, undefined, 10_000);
    await ask('often', undefined, 10_000);
  }

  expect(world.asked).toBe(51);
  await ask('once 49', undefined, 10_000);
  expect(world.asked).toBe(51);
  await ask('once 40', undefined, 10_000);
  expect(world.asked).toBe(52);
});

test('what is larger than the memory is answered and not kept, nor is what has an endless address', async () => {
  const { world, ask } = aMemory(10_000);

  await ask('large', undefined, 50_000);
  await ask('large', undefined, 50_000);
  await ask('x'.repeat(600));
  await ask('x'.repeat(600));

  expect(world.asked).toBe(4);
});

test('the name of an answer is that of its bytes', () => {
  const [one, same, other] = ['page', Buffer.from('page'), 'pages'].map((body) => keep({ type: 'text/plain', body }));

  expect(one?.tag).toBe(same?.tag);
  expect(one?.tag).not.toBe(other?.tag);
});
