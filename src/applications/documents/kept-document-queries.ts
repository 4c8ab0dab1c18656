import { createHash } from 'node:crypto';
import type { Db } from '../../schema.ts';
import type { CheckedFile, StoredDocument } from './document.ts';

/** A document that a person keeps to attach again. */
export type KeptDocument = Pick<StoredDocument, 'fileName' | 'sizeBytes' | 'pages' | 'sha256' | 'uploadedAt'> & {
  id: string;
};

/** How many documents one person keeps. */
export const MAX_KEPT = 10;

const COLUMNS = ['id', 'fileName', 'sizeBytes', 'pages', 'sha256', 'uploadedAt'] as const;

/** What a person keeps, the latest first. */
export async function keptDocuments(db: Db, accountId: string): Promise<KeptDocument[]> {
  const rows = await db
    .selectFrom('profileDocuments')
    .select(COLUMNS)
    .where('accountId', '=', accountId)
    .orderBy('uploadedAt', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, sha256: row.sha256.toString('hex') }));
}

/** One of a person's own, with its bytes. */
export const findKeptContent = (db: Db, { accountId, id }: { accountId: string; id: string }) =>
  db
    .selectFrom('profileDocuments')
    .select(['fileName', 'mediaType', 'content', 'pages'])
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();

/** Keeps a file that was checked; the same bytes are kept once. */
export async function keepDocument(
  db: Db,
  { accountId, file }: { accountId: string; file: CheckedFile },
  now: Date,
): Promise<void> {
  const { fileName, content, pages } = file;
  const sha256 = createHash('sha256').update(content).digest();
  const values = {
    accountId,
    fileName,
    mediaType: 'application/pdf',
    sizeBytes: content.length,
    pages,
    content,
    sha256,
  };
  await db
    .insertInto('profileDocuments')
    .values({ ...values, uploadedAt: now })
    .onConflict((conflict) => conflict.columns(['accountId', 'sha256']).doNothing())
    .execute();
}

export async function removeKept(db: Db, { accountId, id }: { accountId: string; id: string }): Promise<void> {
  await db.deleteFrom('profileDocuments').where('accountId', '=', accountId).where('id', '=', id).execute();
}
