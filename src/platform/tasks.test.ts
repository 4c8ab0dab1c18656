import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { keepRunning } from './tasks.ts';

test('a task is run again and again until the stop, and the end waits for the run in progress', async () => {
  const stopping = new AbortController();
  const runs: string[] = [];
  const run = async () => {
    runs.push('begun');
    await sleep(20);
    runs.push('ended');
    if (runs.length >= 6) stopping.abort();
  };

  await keepRunning([{ name: 'counting', everyMs: 1, run }], () => undefined, stopping.signal);

  expect(runs).toEqual(['begun', 'ended', 'begun', 'ended', 'begun', 'ended']);
});

test('a failure is logged once, by its kind and not by its words, and the task and its neighbour go on', async () => {
  const stopping = new AbortController();
  const lines: string[] = [];
  let tries = 0;
  let neighbour = 0;
  const failing = async () => {
    tries += 1;
    if (tries <= 3) throw Object.assign(new RangeError('Ada Marin wrote this'), { code: '57P03' });
    if (tries === 5) stopping.abort();
  };
  const steady = async () => void (neighbour += 1);
  const tasks = [
    { name: 'mail', everyMs: 1, run: failing },
    { name: 'closing', everyMs: 1, run: steady },
  ];

  await keepRunning(tasks, (line) => lines.push(line), stopping.signal);

  expect(lines).toEqual(['mail waits and is tried again (RangeError 57P03)', 'mail works again']);
  expect(neighbour).toBeGreaterThan(3);
});
