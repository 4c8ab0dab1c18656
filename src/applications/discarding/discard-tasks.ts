import type { Context } from '../../people/context.ts';
import type { Task } from '../../platform/tasks.ts';
import { deletedAt } from './discard.ts';
import { deleteDiscarded } from './discard-queries.ts';

const EVERY_MS = 60 * 60_000;

/** Deletes what was thrown away, once it can no longer be put back. */
export const discardTasks = ({ db, clock }: Pick<Context, 'db' | 'clock'>): Task[] => [
  {
    name: 'drafts thrown away',
    everyMs: EVERY_MS,
    run: () => deleteDiscarded(db, { before: deletedAt(clock()) }, clock()),
  },
];
