import type { Kysely, Transaction } from 'kysely';
import { recordEvent } from '../../people/event-queries.ts';
import type { Db, Schema } from '../../schema.ts';
import type { Application } from '../application.ts';
import { recordStatus } from '../application-queries.ts';
import { deleteApplication } from '../retention-queries.ts';

/** When a draft was thrown away; undefined for what was not. */
export async function findDiscardedAt(db: Db, applicationId: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('applications')
    .select('discardedAt')
    .where('id', '=', applicationId)
    .executeTakeFirst();
  return row?.discardedAt ?? undefined;
}

/** Writes that a draft was thrown away, with the event. */
export const recordDiscard = (transaction: Transaction<Schema>, application: Application, now: Date): Promise<void> =>
  recordStatus(transaction, application, { action: 'discard', now });

/** Writes that a draft was put back, with the event. */
export const recordPutBack = (transaction: Transaction<Schema>, application: Application, now: Date): Promise<void> =>
  recordStatus(transaction, application, { action: 'put-back', now });

/** Deletes the drafts that were thrown away before an instant, or the one named, with their documents; each with the event. How many. */
export async function deleteDiscarded(
  db: Kysely<Schema>,
  { before, number: one }: { before: Date; number?: string },
  now: Date,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const discarded = await transaction
      .selectFrom('applications')
      .select('number')
      .where('status', '=', 'discarded')
      .where('discardedAt', '<', before)
      .$if(one !== undefined, (query) => query.where('number', '=', one ?? ''))
      .orderBy('number')
      .forUpdate()
      .skipLocked()
      .execute();
    for (const { number } of discarded) {
      await deleteApplication(transaction, number);
      const event = { subject: 'application', subjectId: number, action: 'discarded-draft-deleted' } as const;
      await recordEvent(transaction, { ...event, by: { kind: 'system' }, at: now });
    }
    return discarded.length;
  });
}
