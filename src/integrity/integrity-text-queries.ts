import { sql } from 'kysely';
import { documentsOf, findReadable } from '../applications/documents/document-queries.ts';
import { readReceipt } from '../applications/submission/receipt.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import type { Vacancy } from '../vacancies/vacancy.ts';
import type { Db } from '../schema.ts';
import { answerTexts, quotedHashes, type KeptText, type TextProblem } from './application-texts.ts';
import { ownHashes } from './fingerprints.ts';
import type { ReadText } from './signals.ts';
import { readDocument } from './text-reading.ts';

type ToRead = { id: string; reference: string };
type Reading = { db: Db; organisation: Organisation };

/** Reads what an application says and keeps it with its fingerprints, in place of what was read before. */
export async function readApplication({ db, organisation }: Reading, { id, reference }: ToRead, now: Date) {
  const vacancy = await findVacancy(db, reference);
  const receipt = await db.selectFrom('receipts').select('content').where('applicationId', '=', id).executeTakeFirst();
  if (!vacancy || !receipt) return;
  const texts = answerTexts(readReceipt({ text: receipt.content }));
  const kinds = (await documentsOf(db, id)).map(({ kind }) => kind);
  for (const kind of kinds) {
    const document = await findReadable(db, id, kind);
    if (document) texts.push(await readDocument(kind, document));
  }
  await recordTexts(db, id, { texts, quoted: quotedHashes(vacancy, organisation), now });
}

type Read = { texts: readonly KeptText[]; quoted: ReadonlySet<number>; now: Date };

/** Keeps texts with the fingerprints that stand for each, all in one statement; who reads the same meanwhile changes nothing. */
export async function recordTexts(db: Db, applicationId: string, { texts, quoted, now }: Read): Promise<void> {
  const rows = texts.map(({ part, sha256, text, hidden, links, madeWith, problem }) => ({
    part,
    sha256,
    text,
    seen: { hidden, links, madeWith },
    problem,
    hashes: ownHashes(text, quoted),
  }));
  await db.deleteFrom('integrityReadings').where('applicationId', '=', applicationId).execute();
  await sql`
    with reading as (
      insert into integrity_readings (application_id, read_at) values (${applicationId}, ${now})
      on conflict (application_id) do nothing returning application_id
    ), given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row (part text, sha256 text, text text, seen jsonb, problem text, hashes jsonb)
    ), kept as (
      insert into integrity_texts (application_id, part, sha256, content, seen, problem)
      select application_id, part, decode(sha256, 'hex'), text, seen, problem
      from given cross join reading
      returning id, part
    )
    insert into integrity_fingerprints (hash, text_id)
    select hash::integer, id from kept join given using (part), jsonb_array_elements_text(hashes) as hash`.execute(db);
}

/** What was read of an application, part by part as they stand in it; undefined where nobody has read it yet. */
export async function findTexts(db: Db, applicationId: string): Promise<FoundText[] | undefined> {
  const rows = await db
    .selectFrom('integrityReadings')
    .leftJoin('integrityTexts', 'integrityTexts.applicationId', 'integrityReadings.applicationId')
    .select(['integrityTexts.id', 'part', 'content', 'seen', 'problem'])
    .where('integrityReadings.applicationId', '=', applicationId)
    .orderBy('integrityTexts.id')
    .execute();
  if (rows.length === 0) return undefined;
  return rows.flatMap(({ id, part, content, seen, problem }): FoundText[] =>
    id === null || part === null || content === null
      ? []
      : [{ ...(seen as Seen), id, part, text: content, problem: problem as TextProblem | null }],
  );
}

type Seen = Pick<ReadText, 'hidden' | 'links' | 'madeWith'>;
export type FoundText = ReadText & { id: number; problem: TextProblem | null };

/** Another's text that shares fingerprints with one of these: as many as an organisation asks for. */
export type SharingText = { textId: number; number: string; part: string; text: string; shared: ReadonlySet<number> };

/**
 * Texts of other people that share fingerprints with those of an application. A hash that stands in more than `commonIn`
 * texts is how many write, and counts for nothing; a person's own earlier letters are no finding.
 */
export async function textsSharingWith(
  db: Db,
  applicationId: string,
  rule: Organisation['integrity']['passages'],
): Promise<SharingText[]> {
  const { rows } = await sql<Omit<SharingText, 'shared'> & { hashes: number[] }>`
    with mine as (
      select f.hash, f.text_id from integrity_texts t join integrity_fingerprints f on f.text_id = t.id
      where t.application_id = ${applicationId}
    ), rare as (
      select mine.text_id, mine.hash, other.id as other_id from mine
      cross join lateral (
        select array_agg(text_id) as ids from (
          select text_id from integrity_fingerprints f where f.hash = mine.hash limit ${rule.commonIn + 1}
        ) few
      ) found
      cross join lateral unnest(found.ids) as other (id)
      where cardinality(found.ids) <= ${rule.commonIn}
    ), pairs as (
      select text_id, other_id, array_agg(hash) as hashes from rare group by text_id, other_id
      having count(*) >= ${rule.sharedAtLeast}
    )
    select pairs.text_id as "textId", pairs.hashes, applications.number, other.part, other.content as text
    from pairs
    join integrity_texts other on other.id = pairs.other_id
    join applications on applications.id = other.application_id
    where applications.applicant_id <> (select applicant_id from applications where id = ${applicationId})
    order by pairs.text_id, applications.number, other.part`.execute(db);
  return rows.map(({ hashes, ...row }) => ({ ...row, shared: new Set(hashes) }));
}

/** Submitted applications of closed vacancies that nobody has read yet, the first submitted first. */
export const applicationsToRead = (db: Db, limit: number): Promise<ToRead[]> =>
  db
    .selectFrom('applications')
    .innerJoin('vacancies', 'vacancies.reference', 'applications.vacancyReference')
    .innerJoin('accounts', 'accounts.id', 'applications.applicantId')
    .leftJoin('integrityReadings', 'integrityReadings.applicationId', 'applications.id')
    .select(['applications.id', 'vacancyReference as reference'])
    .where('applications.status', '=', 'submitted')
    .where('erasedAt', 'is', null)
    .where('vacancies.status', '=', 'closed')
    .where('integrityReadings.applicationId', 'is', null)
    .orderBy('submittedAt')
    .limit(limit)
    .execute();

/** Forgets all that was read: the organisation examines no applications. */
export async function forgetTexts(db: Db): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('integrityReadings').executeTakeFirst();
  return Number(numDeletedRows);
}

/** How many submitted applications of a vacancy there are, and how many have been read. */
export async function readCounts(db: Db, { reference }: Pick<Vacancy, 'reference'>) {
  return db
    .selectFrom('applications')
    .leftJoin('integrityReadings', 'integrityReadings.applicationId', 'applications.id')
    .select([sql<number>`count(*)::int`.as('applications'), sql<number>`count(read_at)::int`.as('read')])
    .where('vacancyReference', '=', reference)
    .where('status', '=', 'submitted')
    .executeTakeFirstOrThrow();
}
