import { recordEvents } from '../../people/event-queries.ts';
import type { Context } from '../../people/context.ts';
import type { Task } from '../../platform/tasks.ts';
import { deleteExpiredSlips, deleteSlipsOfNobody } from './slip-queries.ts';

const EVERY_MS = 3_600_000;

type Outside = Pick<Context, 'db' | 'organisation' | 'equalityKeys'>;

/** What Concours does about slips by itself: those that nobody counted are forgotten in time. */
export const equalityTasks = (context: Outside & Pick<Context, 'clock'>): Task[] => [
  { name: 'equality retention', everyMs: EVERY_MS, run: () => forgetSlips(context, context.clock()) },
];

/**
 * Deletes the slips of applications that are gone, and those that `retention.yaml` says are kept no longer at `now`; a
 * period that nobody has set deletes nothing. Events tell of the vacancy alone.
 */
export async function forgetSlips({ db, organisation, equalityKeys }: Outside, now: Date): Promise<number> {
  const months = organisation.retention.find(({ code }) => code === 'equality-slips')?.months ?? null;
  return db.transaction().execute(async (transaction) => {
    const ended = months === null ? [] : await deleteExpiredSlips(transaction, months, now);
    await recordEvents(
      transaction,
      ended.map((subjectId) => ({
        subject: 'vacancy',
        subjectId,
        action: 'equality-slips-expired',
        by: { kind: 'system' },
        at: now,
      })),
    );
    return ended.length + (await deleteSlipsOfNobody(transaction, equalityKeys));
  });
}
