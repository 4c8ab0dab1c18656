import type { Kysely, Transaction } from 'kysely';
import { recordEvent } from '../../people/event-queries.ts';
import type { Language } from '../../platform/language.ts';
import type { Mail } from '../../platform/mail.ts';
import type { Db, Schema } from '../../schema.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';

export type ToScan = { id: string; sha256: Buffer; content: Buffer };

/** The document that has waited longest for a scan, of those that came after the one named before. */
export async function nextToScan(db: Db, after: Date): Promise<(ToScan & { uploadedAt: Date }) | undefined> {
  const row = await db
    .selectFrom('applicationDocuments')
    .select(['id', 'sha256', 'content', 'uploadedAt'])
    .where('scan', 'in', ['quarantined', 'unscanned'])
    .where('uploadedAt', '>', after)
    .orderBy('uploadedAt')
    .limit(1)
    .executeTakeFirst();
  return row?.content ? { ...row, content: row.content } : undefined;
}

/** Releases a document that was found clean, if it is still the one that was scanned, with the event. */
export function recordClean(db: Kysely<Schema>, { id, sha256 }: ToScan, now: Date): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const released = await transaction
      .updateTable('applicationDocuments')
      .set({ scan: 'clean', scannedAt: now })
      .where('id', '=', id)
      .where('sha256', '=', sha256)
      .where('scan', 'in', ['quarantined', 'unscanned'])
      .returning(['applicationId', 'kind'])
      .executeTakeFirst();
    if (released) await recordScan(transaction, { ...released, action: 'document-scanned' }, now);
  });
}

export type Infected = {
  number: string;
  kind: string;
  /** Of its vacancy: a document may answer one. */
  questions: Vacancy['questions'];
  isDraft: boolean;
  to: Mail['to'];
  language: Language;
};

type Tell = (transaction: Db, infected: Infected) => Promise<void>;

/**
 * Throws away a document in which malware was found after it was kept. In a draft nothing of it stays, and another can be
 * attached; of what was submitted the row stays, for the receipt names it. The event and the mail are of the same
 * transaction.
 */
export function recordInfected(db: Kysely<Schema>, { id, sha256 }: ToScan, { now, tell }: { now: Date; tell: Tell }) {
  return db.transaction().execute(async (transaction) => {
    const infected = await heldWithItsApplication(transaction, id, sha256);
    if (!infected) return;
    const { applicationId, name, address, status, language, questions: asked, ...told } = infected;
    const questions = asked as Vacancy['questions'];
    const isDraft = status === 'draft' || status === 'discarded';
    if (isDraft) await transaction.deleteFrom('applicationDocuments').where('id', '=', id).execute();
    else
      await transaction
        .updateTable('applicationDocuments')
        .set({ scan: 'infected', scannedAt: now, content: null, rendition: null })
        .where('id', '=', id)
        .execute();
    await recordScan(transaction, { applicationId, kind: told.kind, action: 'document-infected' }, now);
    // Of a draft that was thrown away, nobody waits for another document.
    if (status !== 'discarded')
      await tell(transaction, { ...told, questions, isDraft, language: language as Language, to: { name, address } });
  });
}

const heldWithItsApplication = (transaction: Transaction<Schema>, id: string, sha256: Buffer) =>
  transaction
    .selectFrom('applicationDocuments as document')
    .innerJoin('applications', 'applications.id', 'document.applicationId')
    .innerJoin('accounts', 'accounts.id', 'applications.applicantId')
    .innerJoin('vacancies', 'vacancies.reference', 'applications.vacancyReference')
    .select('vacancies.questions')
    .select(['document.applicationId', 'document.kind', 'applications.number', 'applications.status'])
    .select(['accounts.name', 'accounts.email as address', 'accounts.language'])
    .where('document.id', '=', id)
    .where('document.sha256', '=', sha256)
    .forUpdate(['applications', 'document'])
    .executeTakeFirst();

type Scanned = { applicationId: string; kind: string; action: 'document-scanned' | 'document-infected' };

async function recordScan(transaction: Db, { applicationId, kind, action }: Scanned, at: Date): Promise<void> {
  const { number } = await transaction
    .selectFrom('applications')
    .select('number')
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow();
  const by = { kind: 'system' } as const;
  await recordEvent(transaction, { subject: 'application', subjectId: number, action, by, at, details: { kind } });
}

/** Deletes what was set aside before `before`; answers how many documents. */
export async function forgetSetAside(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('documentsSetAside')
    .where('setAsideAt', '<', before)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
