import type { Kysely } from 'kysely';
import type { Sender } from '../../applications/accommodation/evidence-mail.ts';
import type { WaitingFile } from '../../applications/documents/later-scans.ts';
import type { Language } from '../../platform/language.ts';
import { open, type SealingKeys } from '../../platform/sealing.ts';
import type { Db, Schema } from '../../schema.ts';
import { aboutContent, tell } from './condition-document-queries.ts';

export type WaitingDocument = WaitingFile & { appointmentId: string; condition: string; item: string };

const WAITING = ['quarantined', 'unscanned'];
const BY = { kind: 'system' } as const;

/** The file for a condition that has waited longest for a scan, but for those looked at already; opened for the scanner alone. */
export async function nextDocumentToScan(
  db: Db,
  keys: SealingKeys,
  seen: readonly string[],
): Promise<WaitingDocument | undefined> {
  const row = await db
    .selectFrom('conditionDocuments')
    .select(['id', 'appointmentId', 'condition', 'item', 'content'])
    .where('scan', 'in', WAITING)
    .$if(seen.length > 0, (query) => query.where('id', 'not in', [...seen]))
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, content: open(row.content, keys, aboutContent(row.id)) };
}

/** Lets a file that was found clean out of quarantine, with the event. */
export function recordCleanDocument(db: Kysely<Schema>, waiting: WaitingDocument, now: Date): Promise<void> {
  const { id, appointmentId, condition, item } = waiting;
  return db.transaction().execute(async (transaction) => {
    const released = await transaction
      .updateTable('conditionDocuments')
      .set({ scan: 'clean', scannedAt: now })
      .where('id', '=', id)
      .where('scan', 'in', WAITING)
      .returning('id')
      .executeTakeFirst();
    const details = { condition, item };
    if (released)
      await tell(transaction, { appointmentId, action: 'condition-document-scanned', by: BY, at: now, details });
  });
}

/** Deletes a file in which malware was found, with the event and what its sender is told. */
export function recordInfectedDocument(
  db: Kysely<Schema>,
  { id, appointmentId, condition, item }: WaitingDocument,
  { now, mail }: { now: Date; mail: (transaction: Db, sender: Sender) => Promise<void> },
): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const deleted = await transaction
      .deleteFrom('conditionDocuments')
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst();
    if (!deleted) return;
    const details = { condition, item };
    await tell(transaction, { appointmentId, action: 'condition-document-infected', by: BY, at: now, details });
    const { language, ...to } = await transaction
      .selectFrom('appointments')
      .innerJoin('applications', 'applications.id', 'appointments.applicationId')
      .innerJoin('accounts', 'accounts.id', 'applications.applicantId')
      .select(['accounts.name', 'accounts.email as address', 'accounts.language'])
      .where('appointments.id', '=', appointmentId)
      .executeTakeFirstOrThrow();
    await mail(transaction, { to, language: language as Language });
  });
}
