import type { Kysely } from 'kysely';
import type { Language } from '../../platform/language.ts';
import type { SealingKeys } from '../../platform/sealing.ts';
import type { Db, Schema } from '../../schema.ts';
import { findEvidence, told } from './accommodation-queries.ts';
import type { Sender } from './evidence-mail.ts';

export type WaitingEvidence = { id: string; requestId: string; content: Buffer };

const WAITING = ['quarantined', 'unscanned'];

/** The file of evidence that has waited longest for a scan, but for those looked at already; opened for the scanner alone. */
export async function nextEvidenceToScan(
  db: Db,
  keys: SealingKeys,
  seen: readonly string[],
): Promise<WaitingEvidence | undefined> {
  const row = await db
    .selectFrom('accommodationEvidence')
    .select(['id', 'requestId'])
    .where('scan', 'in', WAITING)
    .$if(seen.length > 0, (query) => query.where('id', 'not in', [...seen]))
    .orderBy('uploadedAt')
    .limit(1)
    .executeTakeFirst();
  const file = row && (await findEvidence(db, keys, row));
  return file && { ...row, content: file.content };
}

type Waiting = Pick<WaitingEvidence, 'id' | 'requestId'>;
const BY = { kind: 'system' } as const;

/** Lets a file that was found clean out of quarantine, with the event. */
export function recordCleanEvidence(db: Kysely<Schema>, { id, requestId }: Waiting, now: Date): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const released = await transaction
      .updateTable('accommodationEvidence')
      .set({ scan: 'clean', scannedAt: now })
      .where('id', '=', id)
      .where('scan', 'in', WAITING)
      .returning('id')
      .executeTakeFirst();
    if (released) await told(transaction, requestId, { action: 'evidence-scanned', by: BY, at: now });
  });
}

/** Deletes a file in which malware was found, with the event and what its sender is told. */
export function recordInfectedEvidence(
  db: Kysely<Schema>,
  { id, requestId }: Waiting,
  { now, tell }: { now: Date; tell: (transaction: Db, sender: Sender) => Promise<void> },
): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const deleted = await transaction
      .deleteFrom('accommodationEvidence')
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst();
    if (!deleted) return;
    await told(transaction, requestId, { action: 'evidence-infected', by: BY, at: now });
    const { language, ...to } = await transaction
      .selectFrom('accommodationRequests')
      .innerJoin('applications', 'applications.id', 'accommodationRequests.applicationId')
      .innerJoin('accounts', 'accounts.id', 'applications.applicantId')
      .select(['accounts.name', 'accounts.email as address', 'accounts.language'])
      .where('accommodationRequests.id', '=', requestId)
      .executeTakeFirstOrThrow();
    await tell(transaction, { to, language: language as Language });
  });
}
