import type { Context } from '../../people/context.ts';
import type { Task } from '../../platform/tasks.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { deleteExpiredEvidence, deleteExpiredRequests } from './retention-queries.ts';

const EVERY_MS = 3_600_000;

/** What Concours does about requests for an accommodation by itself: it forgets them in time. */
export const accommodationTasks = (context: Pick<Context, 'db' | 'organisation' | 'clock'>): Task[] => [
  { name: 'accommodation retention', everyMs: EVERY_MS, run: () => forgetAccommodation(context, context.clock()) },
];

/** Deletes what `retention.yaml` says is kept no longer at `now`; a period that nobody has set deletes nothing. */
export async function forgetAccommodation(
  { db, organisation }: Pick<Context, 'db' | 'organisation'>,
  now: Date,
): Promise<number> {
  const evidence = monthsOf('accommodation-evidence', organisation);
  const requests = monthsOf('accommodation-requests', organisation);
  return db.transaction().execute(async (transaction) => {
    const files = evidence === null ? 0 : await deleteExpiredEvidence(transaction, evidence, now);
    return files + (requests === null ? 0 : await deleteExpiredRequests(transaction, requests, now));
  });
}

const monthsOf = (wanted: string, { retention }: Organisation): number | null =>
  retention.find(({ code }) => code === wanted)?.months ?? null;
