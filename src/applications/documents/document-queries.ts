import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { recordEvent } from '../../people/event-queries.ts';
import { cleanFileName } from '../../platform/files.ts';
import type { Db, Schema } from '../../schema.ts';
import type { Application } from '../application.ts';
import type { CheckedFile, DocumentFormat, Remark, ScanState, StoredDocument } from './document.ts';

const MEDIA_TYPES: Record<DocumentFormat, string> = {
  pdf: 'application/pdf',
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** What is told of a document: everything but its bytes. */
const TOLD = ['kind', 'fileName', 'sizeBytes', 'pages', 'uploadedAt', 'scan', 'remarks'] as const;

type Row = Omit<StoredDocument, 'scan' | 'remarks' | 'sha256' | 'rendition'> & {
  scan: string;
  remarks: unknown;
  sha256: string;
  renditionSha256: string | null;
};

const documentFrom = ({ scan, remarks, renditionSha256, ...row }: Row): StoredDocument => ({
  ...row,
  scan: scan as ScanState,
  remarks: remarks as Remark[],
  ...(renditionSha256 !== null && { rendition: { sha256: renditionSha256, pages: row.pages } }),
});

/** The documents of an application, by kind; without their bytes. */
export async function documentsOf(db: Db, applicationId: string): Promise<StoredDocument[]> {
  const rows = await documents(db, applicationId)
    .select(TOLD)
    .select([
      sql<string>`encode(sha256, 'hex')`.as('sha256'),
      sql<string | null>`encode(rendition_sha256, 'hex')`.as('renditionSha256'),
    ])
    .execute();
  return rows.map(documentFrom);
}

/** The same, with fingerprints of the bytes as they are read now; of what was thrown away, those it was kept with. */
export async function documentsReadNow(db: Db, applicationId: string): Promise<StoredDocument[]> {
  const rows = await documents(db, applicationId)
    .select(TOLD)
    .select([
      sql<string>`encode(coalesce(sha256(content), sha256), 'hex')`.as('sha256'),
      sql<string | null>`encode(coalesce(sha256(rendition), rendition_sha256), 'hex')`.as('renditionSha256'),
    ])
    .execute();
  return rows.map(documentFrom);
}

const documents = (db: Db, applicationId: string) =>
  db.selectFrom('applicationDocuments').where('applicationId', '=', applicationId).orderBy('kind');

export type DocumentContent = { fileName: string; mediaType: string; content: Buffer; scan: ScanState };

/** One document as it was sent; the caller has made sure that its reader may see the application. */
export async function findOriginal(db: Db, applicationId: string, kind: string): Promise<DocumentContent | undefined> {
  const row = await documents(db, applicationId)
    .select(['fileName', 'mediaType', 'content', 'scan'])
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row?.content ? { ...row, content: row.content, scan: row.scan as ScanState } : undefined;
}

/** One document as it is read: the PDF that was sent, or our PDF of the Word file. */
export async function findReadable(db: Db, applicationId: string, kind: string): Promise<DocumentContent | undefined> {
  const row = await documents(db, applicationId)
    .select(['fileName', 'scan', sql<Buffer | null>`coalesce(rendition, content)`.as('content')])
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (!row?.content) return undefined;
  const fileName = cleanFileName(row.fileName);
  return { fileName, mediaType: MEDIA_TYPES.pdf, content: row.content, scan: row.scan as ScanState };
}

/** Of each kind, the document that was replaced or removed last and can be put back. */
export const documentsSetAside = (db: Db, applicationId: string): Promise<{ kind: string; fileName: string }[]> =>
  db.selectFrom('documentsSetAside').select(['kind', 'fileName']).where('applicationId', '=', applicationId).execute();

type Place = { application: Application; kind: string };

/** Keeps a checked file with a draft held by `lockDossier`, in place of the one of its kind, with the event. */
export async function storeDocument(
  transaction: Transaction<Schema>,
  { application, kind, file }: Place & { file: CheckedFile },
  now: Date,
): Promise<void> {
  const { fileName, content, pages, format, scan, remarks, rendition = null } = file;
  const sizeBytes = content.length;
  const row = {
    fileName,
    mediaType: MEDIA_TYPES[format],
    sizeBytes,
    pages,
    content,
    uploadedAt: now,
    scan,
    sha256: sha256Of(content),
    scannedAt: scan === 'clean' ? now : null,
    remarks: JSON.stringify(remarks),
    rendition,
    renditionSha256: rendition && sha256Of(rendition),
  };
  await setAside(transaction, { application, kind }, now);
  await transaction
    .insertInto('applicationDocuments')
    .values({ ...row, applicationId: application.id, kind })
    .onConflict((conflict) => conflict.columns(['applicationId', 'kind']).doUpdateSet(row))
    .execute();
  const details = { kind, pages, sizeBytes, ...(scan === 'quarantined' && { quarantined: true }) };
  await recordChange(transaction, { application, action: 'document-added', details }, now);
}

const sha256Of = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** Takes a document out of a draft held by `lockDossier`; one that is not there changes nothing. */
export async function removeDocument(
  transaction: Transaction<Schema>,
  { application, kind }: Place,
  now: Date,
): Promise<void> {
  if (!(await setAside(transaction, { application, kind }, now))) return;
  await deleteCurrent(transaction, { application, kind });
  await recordChange(transaction, { application, action: 'document-removed', details: { kind } }, now);
}

/** Puts back what was replaced or removed last; what stands in its place is set aside in turn. False when there is none. */
export async function restoreDocument(
  transaction: Transaction<Schema>,
  { application, kind }: Place,
  now: Date,
): Promise<boolean> {
  const before = await transaction
    .selectFrom('documentsSetAside')
    .selectAll()
    .where('applicationId', '=', application.id)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (!before) return false;
  const { setAsideAt: _, remarks, ...row } = before;
  await setAside(transaction, { application, kind }, now);
  await deleteCurrent(transaction, { application, kind });
  await transaction
    .insertInto('applicationDocuments')
    .values({ ...row, remarks: JSON.stringify(remarks) })
    .execute();
  await recordChange(transaction, { application, action: 'document-restored', details: { kind } }, now);
  return true;
}

const deleteCurrent = (transaction: Transaction<Schema>, { application, kind }: Place) =>
  transaction
    .deleteFrom('applicationDocuments')
    .where('applicationId', '=', application.id)
    .where('kind', '=', kind)
    .execute();

const COLUMNS = [
  ...(['applicationId', 'kind', 'fileName', 'mediaType', 'sizeBytes', 'pages', 'sha256', 'content'] as const),
  ...(['uploadedAt', 'scan', 'scannedAt', 'remarks', 'rendition', 'renditionSha256'] as const),
];

/** Sets the current document of a kind aside, in place of what was set aside before; false where there is none. */
async function setAside(transaction: Transaction<Schema>, { application, kind }: Place, now: Date): Promise<boolean> {
  const of = { applicationId: application.id, kind };
  await transaction
    .deleteFrom('documentsSetAside')
    .where('applicationId', '=', of.applicationId)
    .where('kind', '=', kind)
    .execute();
  const { numInsertedOrUpdatedRows = 0n } = await transaction
    .insertInto('documentsSetAside')
    .columns([...COLUMNS, 'setAsideAt'])
    .expression(
      (query) =>
        query
          .selectFrom('applicationDocuments')
          .select(COLUMNS)
          .select(sql<Date>`${now}::timestamptz`.as('setAsideAt'))
          .where('applicationId', '=', of.applicationId)
          .where('kind', '=', kind)
          .where('content', 'is not', null) as never,
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
}

/** Writes that malware was sent for a draft: all that is kept of it. */
export const recordMalware = (
  transaction: Transaction<Schema>,
  { application, kind }: Place,
  now: Date,
): Promise<void> =>
  recordChange(transaction, { application, action: 'document-refused', details: { kind, malware: true } }, now);

async function recordChange(
  transaction: Transaction<Schema>,
  { application, action, details }: { application: Application; action: string; details: Record<string, unknown> },
  now: Date,
): Promise<void> {
  // A submission that was decided on the documents as they were is then decided anew.
  await transaction
    .updateTable('applications')
    .set({ updatedAt: now, version: sql`version + 1` })
    .where('id', '=', application.id)
    .execute();
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
