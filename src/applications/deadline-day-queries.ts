import { sql, type Selectable } from 'kysely';
import { prepared } from '../platform/prepared.ts';
import type { ApplicationsTable, Db } from '../schema.ts';
import { forEntrance, type Entrance } from '../vacancies/internal-dates/internal-dates.ts';
import type { VacancyMark } from '../vacancies/remembered-vacancy-queries.ts';
import type { Vacancy } from '../vacancies/vacancy.ts';
import { withLaterSteps, type Answers } from './answers.ts';
import type { Application, ApplicationRules, ApplicationStatus, AttachedDocument, Dossier } from './application.ts';
import type { Receipt } from './submission/receipt.ts';
import type { Submission } from './submission/submission.ts';

/**
 * What is asked hundreds of times a second on the last evening: one query to load it, one statement to record it, both
 * prepared. No transaction holds a draft meanwhile; its version tells whether it is still the one that was decided on.
 */
type Own = { accountId: string; number: string };
type Outside = { rules: ApplicationRules; vacancyOf: (db: Db, mark: VacancyMark) => Promise<Vacancy> };

/** A draft, or what became of it, with what a save of one step is decided from. */
export async function findDraft(
  db: Db,
  own: Own,
  { rules, vacancyOf }: Outside,
): Promise<Omit<Dossier, 'documents'> | undefined> {
  const [row] = await draftRows(db, own);
  if (!row) return undefined;
  const application = applicationOf(row);
  return { application, vacancy: forEntrance(await vacancyOf(db, markOf(row)), application.entrance), rules };
}

/** Everything a submission of theirs is decided from. */
export async function findSubmittable(db: Db, own: Own, { rules, vacancyOf }: Outside): Promise<Dossier | undefined> {
  const [row] = await submittableRows(db, own);
  if (!row) return undefined;
  const documents = (row.documents ?? []).map(attachedFrom);
  const application = applicationOf(row);
  return {
    application,
    vacancy: forEntrance(await vacancyOf(db, markOf(row)), application.entrance),
    documents,
    rules,
  };
}

export const applicationOf = (row: Selectable<ApplicationsTable>): Application => ({
  ...row,
  status: row.status as ApplicationStatus,
  entrance: row.entrance as Entrance,
  answers: withLaterSteps(row.answers as Partial<Answers>),
});

type Marked = { vacancyReference: string; vacancyVersion: number; vacancyUpdatedAt: Date };
const markOf = ({ vacancyReference, vacancyVersion, vacancyUpdatedAt }: Marked): VacancyMark => ({
  reference: vacancyReference,
  version: vacancyVersion,
  updatedAt: vacancyUpdatedAt,
});

type AttachedRow = Omit<AttachedDocument, 'rendition'> & { renditionSha256: string | null };
const attachedFrom = ({ renditionSha256, ...document }: AttachedRow): AttachedDocument => ({
  ...document,
  ...(renditionSha256 !== null && { rendition: { sha256: renditionSha256, pages: document.pages } }),
});

const withVacancyMark = (db: Db, { number, accountId }: Own) =>
  db
    .selectFrom('applications')
    .innerJoin('vacancies', 'vacancies.reference', 'applications.vacancyReference')
    .selectAll('applications')
    .select(['vacancies.version as vacancyVersion', 'vacancies.updatedAt as vacancyUpdatedAt'])
    .where('number', '=', number)
    .where('applicantId', '=', accountId);

const draftRows = prepared('draft', withVacancyMark);

const submittableRows = prepared('submittable', (db, own: Own) =>
  withVacancyMark(db, own).select(
    sql<AttachedRow[] | null>`(select json_agg(json_build_object('kind', kind, 'fileName', file_name,
      'sizeBytes', size_bytes, 'pages', pages, 'sha256', encode(sha256, 'hex'),
      'renditionSha256', encode(rendition_sha256, 'hex')) order by kind)
      from application_documents d where d.application_id = applications.id)`.as('documents'),
  ),
);

/** Writes the answers of a draft, unless somebody has changed it since it was read; answers whether it did. */
export async function saveAnswers(db: Db, { id, version, answers }: Application, now: Date): Promise<boolean> {
  return (await savedRows(db, { id, version, answers: JSON.stringify(answers), next: version + 1, now })).length > 0;
}

type Saved = { id: string; version: number; answers: string; next: number; now: Date };
const savedRows = prepared('save', (db, { id, version, answers, next, now }: Saved) =>
  db
    .updateTable('applications')
    .set({ answers, updatedAt: now, version: next })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'draft')
    .returning('id'),
);

/**
 * Writes a submission as one statement: the row, its receipt, which waits to be entered in the log, and the event. Nothing
 * of it, and false, where the draft or a document has changed since it was read.
 */
export async function saveSubmission(db: Db, { application, receipt }: Submission, now: Date): Promise<boolean> {
  const { id, number, version } = application;
  const { text, sha256, ...of } = receipt;
  const values = { id, number, version, ...of, text, hash: Buffer.from(sha256, 'hex'), now };
  return (await submittedRows(db, values)).length > 0;
}

type Written = Pick<Application, 'id' | 'number' | 'version'> & Omit<Receipt, 'sha256'> & { hash: Buffer; now: Date };
const submittedRows = prepared(
  'submit',
  (_db, { id, number, version, receivedAt, zone, language, text, hash, now }: Written) =>
    sql<{ id: string }>`
      with submitted as (
        update applications
        set status = 'submitted', submitted_at = ${receivedAt}::timestamptz, updated_at = ${now}::timestamptz,
          version = version + 1
        where id = ${id}::uuid and version = ${version}::int and status = 'draft'
        returning id, applicant_id
      ), receipt as (
        insert into receipts (application_id, received_at, zone, language, content, sha256)
        select id, ${receivedAt}::timestamptz, ${zone}::text, ${language}::text, ${text}::text, ${hash}::bytea
        from submitted
      ), waiting as (
        insert into receipts_to_enter (application_id, before_log) select id, false from submitted
      )
      insert into events (at, actor_kind, actor_id, subject, subject_id, action, details)
      select ${now}::timestamptz, 'account', applicant_id, 'application', ${number}::text, 'submit', '{}' from submitted
      returning id`,
);
