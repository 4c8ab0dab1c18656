import type { Kysely } from 'kysely';
import type { Context } from '../../people/context.ts';
import type { Task } from '../../platform/tasks.ts';
import type { Schema } from '../../schema.ts';
import { papersToSettle, settlePaper } from './written-test-queries.ts';

const EVERY_MS = 60_000;

export const writtenTestTasks = ({ db, clock }: Pick<Context, 'db' | 'clock'>): Task[] => [
  { name: 'written tests whose time is over', everyMs: EVERY_MS, run: () => handInEnded(db, clock()) },
];

/** Hands in what was kept of each paper whose time is over; answers how many. */
export async function handInEnded(db: Kysely<Schema>, now: Date): Promise<number> {
  const ended = await papersToSettle(db, now);
  for (const { number, stage, ...key } of ended)
    await db.transaction().execute((transaction) => settlePaper(transaction, { key, number, stage, at: now }));
  return ended.length;
}
