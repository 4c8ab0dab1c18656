import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { recordEvent } from '../people/event-queries.ts';
import type { Db, Schema } from '../schema.ts';
import type { Application } from './application.ts';
import type { CheckedFile, StoredDocument } from './document.ts';

/** The documents of an application, by kind; without their bytes. */
export async function documentsOf(db: Db, applicationId: string): Promise<StoredDocument[]> {
  const rows = await db
    .selectFrom('applicationDocuments')
    .select(['kind', 'fileName', 'sizeBytes', 'pages', 'sha256', 'uploadedAt'])
    .where('applicationId', '=', applicationId)
    .orderBy('kind')
    .execute();
  return rows.map((row) => ({ ...row, sha256: row.sha256.toString('hex') }));
}

export type DocumentContent = { fileName: string; mediaType: string; content: Buffer };

/** One document with its bytes; the caller has made sure that its reader may see the application. */
export function findDocumentContent(db: Db, applicationId: string, kind: string): Promise<DocumentContent | undefined> {
  return db
    .selectFrom('applicationDocuments')
    .select(['fileName', 'mediaType', 'content'])
    .where('applicationId', '=', applicationId)
    .where('kind', '=', kind)
    .executeTakeFirst();
}

/** Keeps a checked file with a draft held by `lockDossier`, in place of the one of its kind, with the event. */
export async function storeDocument(
  transaction: Transaction<Schema>,
  { application, kind, file }: { application: Application; kind: string; file: CheckedFile },
  now: Date,
): Promise<void> {
  const { fileName, content, pages } = file;
  const sizeBytes = content.length;
  const values = { fileName, mediaType: 'application/pdf', sizeBytes, pages, content, uploadedAt: now };
  const row = { ...values, sha256: createHash('sha256').update(content).digest() };
  await transaction
    .insertInto('applicationDocuments')
    .values({ ...row, applicationId: application.id, kind })
    .onConflict((conflict) => conflict.columns(['applicationId', 'kind']).doUpdateSet(row))
    .execute();
  await recordChange(transaction, { application, action: 'document-added', details: { kind, pages, sizeBytes } }, now);
}

/** Takes a document out of a draft held by `lockDossier`; one that is not there changes nothing. */
export async function removeDocument(
  transaction: Transaction<Schema>,
  { application, kind }: { application: Application; kind: string },
  now: Date,
): Promise<void> {
  const { numDeletedRows } = await transaction
    .deleteFrom('applicationDocuments')
    .where('applicationId', '=', application.id)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return;
  await recordChange(transaction, { application, action: 'document-removed', details: { kind } }, now);
}

async function recordChange(
  transaction: Transaction<Schema>,
  { application, action, details }: { application: Application; action: string; details: Record<string, unknown> },
  now: Date,
): Promise<void> {
  await transaction.updateTable('applications').set({ updatedAt: now }).where('id', '=', application.id).execute();
  const by = { kind: 'account', id: application.applicantId } as const;
  await recordEvent(transaction, {
    subject: 'application',
    subjectId: application.number,
    action,
    by,
    at: now,
    details,
  });
}
