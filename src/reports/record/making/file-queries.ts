import { sql } from 'kysely';
import { isOpenToStaff, type ScanState } from '../../../applications/documents/document.ts';
import { receiptFile } from '../../../applications/receipt-log/receipt-file.ts';
import { findLogProof } from '../../../applications/receipt-log/receipt-log-queries.ts';
import type { Db } from '../../../schema.ts';
import type { LeftOut } from '../format/manifest.ts';
import { folderOf, noticeFile } from '../record.ts';
import { APPLICATIONS } from '../tables/scope-queries.ts';

/** A file that is small enough to be held while it is written. */
export type HeldFile = { name: string; content: string | Buffer };

/** Each version of the notice, as it was saved, with the rest of the vacancy beside the last. */
export async function* noticeFiles(db: Db, reference: string): AsyncGenerator<HeldFile> {
  const versions = await db
    .selectFrom('noticeVersions')
    .select('number')
    .where('reference', '=', reference)
    .orderBy('number')
    .execute();
  for (const { number } of versions) {
    const { notice } = await db
      .selectFrom('noticeVersions')
      .select('notice')
      .where('reference', '=', reference)
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    yield { name: noticeFile(number), content: `${JSON.stringify(notice, undefined, 2)}\n` };
  }
  const columns = ['reference', 'notice', 'approvals', 'waivers', 'corrections', 'questions', 'translations'] as const;
  const vacancy = await db
    .selectFrom('vacancies')
    .select(columns)
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();
  yield { name: 'notice/as-it-stands.json', content: `${JSON.stringify(vacancy, undefined, 2)}\n` };
}

const APPLICATIONS_AT_ONCE = 100;
type Received = { id: string; number: string; content: string; sha256: string };

/** What was received of each applicant: the receipt with its proof, then each document that may be opened. */
export async function* applicationFiles(db: Db, reference: string, leftOut: LeftOut[]): AsyncGenerator<HeldFile> {
  for (let after = ''; ;) {
    const { rows } = await sql<Received>`
      select a.id, a.number, r.content, encode(r.sha256, 'hex') as sha256
      from ${APPLICATIONS(reference)} a join receipts r on r.application_id = a.id
      where a.number > ${after} order by a.number limit ${APPLICATIONS_AT_ONCE}`.execute(db);
    for (const { id, number, content, sha256 } of rows) {
      const proof = await findLogProof(db, id);
      yield { name: `${folderOf(number)}/receipt.json`, content: receiptFile({ text: content, sha256 }, proof) };
      yield* documentFiles(db, { id, number }, leftOut);
    }
    after = rows.at(-1)?.number ?? after;
    if (rows.length < APPLICATIONS_AT_ONCE) return;
  }
}

async function* documentFiles(
  db: Db,
  { id, number }: Pick<Received, 'id' | 'number'>,
  leftOut: LeftOut[],
): AsyncGenerator<HeldFile> {
  const documents = await db
    .selectFrom('applicationDocuments')
    .select(['id', 'kind', 'sha256', 'mediaType', 'scan'])
    .where('applicationId', '=', id)
    .orderBy('kind')
    .execute();
  for (const { id: documentId, kind, sha256, mediaType, scan } of documents) {
    const stored = isOpenToStaff(scan as ScanState) ? await bytesOf(db, documentId) : undefined;
    if (!stored?.content) {
      leftOut.push({ application: number, sha256: sha256.toString('hex'), because: scan });
      continue;
    }
    const name = `${folderOf(number)}/${kind.replaceAll(/[^\w-]/g, '_')}`;
    yield { name: `${name}${mediaType === 'application/pdf' ? '.pdf' : '.docx'}`, content: stored.content };
    if (stored.rendition) yield { name: `${name}.rendition.pdf`, content: stored.rendition };
  }
}

const bytesOf = (db: Db, id: string) =>
  db.selectFrom('applicationDocuments').select(['content', 'rendition']).where('id', '=', id).executeTakeFirstOrThrow();
