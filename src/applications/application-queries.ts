import { sql, type Transaction } from 'kysely';
import { recordEvent } from '../people/event-queries.ts';
import type { Language, Translated } from '../platform/language.ts';
import type { Db, Schema } from '../schema.ts';
import { forEntrance, type Entrance } from '../vacancies/internal-dates/internal-dates.ts';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import type { VacancyStatus } from '../vacancies/vacancy-state.ts';
import { NO_ANSWERS } from './answers.ts';
import { findProfile } from '../people/profile/profile-queries.ts';
import { addNew, begunFrom } from './career/profile-copy.ts';
import { addToProfile } from './career/profile-keeping-queries.ts';
import type {
  Application,
  ApplicationRules,
  ApplicationStatus,
  AppliedVacancy,
  Dossier,
  OpenUntil,
} from './application.ts';
import { applicationOf, saveAnswers, saveSubmission } from './deadline-day-queries.ts';
import { documentsOf } from './documents/document-queries.ts';
import type { Receipt } from './submission/receipt.ts';
import type { StatedClearance } from './eligibility/stated-clearance.ts';
import type { Submission } from './submission/submission.ts';

/** Whose application, and which: every query here answers only what is theirs. */
export type Own = { accountId: string; number: string };

/** One line of a person's list of applications. */
export type ApplicationSummary = Pick<Application, 'number' | 'status' | 'submittedAt'> & {
  discardedAt: Date | null;
  vacancy: OpenUntil & Pick<AppliedVacancy, 'reference'> & { title: Translated };
};

/** A person's applications, the last begun first. */
export async function applicationsOf(db: Db, accountId: string): Promise<ApplicationSummary[]> {
  const rows = await db
    .selectFrom('applications')
    .innerJoin('vacancies', 'vacancies.reference', 'applications.vacancyReference')
    .select(['number', 'applications.status', 'submittedAt', 'reference', 'deadlineAt', 'deadlineZone', 'entrance'])
    .select([
      'vacancies.status as vacancyStatus',
      'publishedAt',
      'closedAt',
      'discardedAt',
      'internalDeadlineAt',
      sql<Translated>`notice -> 'title'`.as('title'),
    ])
    .where('applicantId', '=', accountId)
    .orderBy('applications.createdAt', 'desc')
    .orderBy('number', 'desc')
    .execute();
  return rows.map(({ number, status, submittedAt, discardedAt, vacancyStatus, entrance, ...vacancy }) => ({
    number,
    status: status as ApplicationStatus,
    submittedAt,
    discardedAt,
    vacancy: forEntrance({ ...vacancy, status: vacancyStatus as VacancyStatus }, entrance as Entrance),
  }));
}

export async function findOwnApplication(db: Db, { accountId, number }: Own): Promise<Application | undefined> {
  const row = await ownApplication(db, { accountId, number }).executeTakeFirst();
  return row && applicationOf(row);
}

/** The number of a person's application to a vacancy, if they have begun one. */
export async function findNumber(db: Db, accountId: string, reference: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('applications')
    .select('number')
    .where('applicantId', '=', accountId)
    .where('vacancyReference', '=', reference)
    .executeTakeFirst();
  return row?.number;
}

/** Everything a submission of theirs is decided from. */
export async function findDossier(db: Db, own: Own, rules: ApplicationRules): Promise<Dossier | undefined> {
  const application = await findOwnApplication(db, own);
  return application && dossierOf(db, application, rules);
}

/** The same, held until the transaction ends: nobody else can save, attach or submit meanwhile. */
export async function lockDossier(
  transaction: Transaction<Schema>,
  own: Own,
  rules: ApplicationRules,
): Promise<Dossier | undefined> {
  const row = await ownApplication(transaction, own).forUpdate().executeTakeFirst();
  return row && dossierOf(transaction, applicationOf(row), rules);
}

async function dossierOf(db: Db, application: Application, rules: ApplicationRules): Promise<Dossier> {
  const vacancy = await findVacancy(db, application.vacancyReference);
  if (!vacancy) throw new Error('An application without its vacancy');
  return {
    application,
    vacancy: forEntrance(vacancy, application.entrance),
    documents: await documentsOf(db, application.id),
    rules,
  };
}

const ownApplication = (db: Db, { accountId, number }: Own) =>
  db.selectFrom('applications').selectAll().where('number', '=', number).where('applicantId', '=', accountId);

/** Who begins which application, and what they have stated before. */
type Begun = Pick<Own, 'accountId'> & {
  reference: string;
  nationalities: string[];
  clearance?: StatedClearance | undefined;
  /** Why they apply although the rules say that they are probably not eligible. */
  exception?: string;
  /** By which entrance it came (E2); that of the public where nothing is said. */
  entrance?: Entrance;
};

/** Begins a draft, or finds the one the person has for this vacancy already; answers its number. */
export async function beginApplication(transaction: Transaction<Schema>, draft: Begun, now: Date): Promise<string> {
  const { accountId, reference, nationalities, clearance, exception, entrance = 'public' } = draft;
  const there = await findNumber(transaction, accountId, reference);
  if (there) return there;
  const identity = {
    ...NO_ANSWERS.identity,
    nationalities,
    ...(clearance && { clearance }),
    ...(exception && { exception }),
  };
  const kept = await findProfile(transaction, accountId);
  const copied = begunFrom(kept.profile, { ...NO_ANSWERS, identity });
  // What was stated before the beginning is kept where the profile does not say it, as the page that asked for it tells.
  const said = { accountId, step: 'identity', answers: copied } as const;
  const answers = addNew(kept, 'identity', copied) ? await addToProfile(transaction, said, now) : copied;
  const begun = await transaction
    .insertInto('applications')
    .values({
      number: sql<string>`'A-' || ${reference}::text || '-' || lpad(nextval('application_numbers')::text, 5, '0')`,
      vacancyReference: reference,
      applicantId: accountId,
      answers: JSON.stringify(answers),
      entrance,
      createdAt: now,
      updatedAt: now,
      submittedAt: null,
    })
    .onConflict((conflict) => conflict.columns(['vacancyReference', 'applicantId']).doNothing())
    .returning('number')
    .executeTakeFirst();
  // Begun twice at the same moment: the other request's draft is the one.
  if (!begun) return beginApplication(transaction, draft, now);
  const by = { kind: 'account', id: accountId } as const;
  await recordEvent(transaction, { subject: 'application', subjectId: begun.number, action: 'begin', by, at: now });
  return begun.number;
}

/** Writes the answers of a draft held by `lockDossier`. Typing is no event of its own. */
export async function recordAnswers(db: Db, application: Application, now: Date): Promise<Application> {
  if (!(await saveAnswers(db, application, now))) throw new Error('A draft that is held was changed');
  return { ...application, updatedAt: now, version: application.version + 1 };
}

/** Writes the submission of a draft held by `lockDossier`: the row, its receipt and the event. */
export async function recordSubmission(db: Db, submission: Submission, now: Date): Promise<void> {
  if (!(await saveSubmission(db, submission, now))) throw new Error('A draft that is held was changed');
}

/** Writes the status of an application as it now is, with the event of who changed it: its author. */
export async function recordStatus(
  transaction: Transaction<Schema>,
  { id, number, applicantId, status, submittedAt, version }: Application,
  { action, now }: { action: 'withdraw' | 'withdrawal-undone' | 'discard' | 'put-back'; now: Date },
): Promise<void> {
  await transaction
    .updateTable('applications')
    .set({
      status,
      submittedAt,
      discardedAt: status === 'discarded' ? now : null,
      updatedAt: now,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirstOrThrow();
  const by = { kind: 'account', id: applicantId } as const;
  await recordEvent(transaction, { subject: 'application', subjectId: number, action, by, at: now });
}

/** The receipt of their own submission, with the application's status now. */
export async function findReceipt(
  db: Db,
  { accountId, number }: Own,
): Promise<(Receipt & { applicationId: string; status: ApplicationStatus }) | undefined> {
  const row = await db
    .selectFrom('receipts')
    .innerJoin('applications', 'applications.id', 'receipts.applicationId')
    .select(['applicationId', 'content', 'sha256', 'receivedAt', 'zone', 'receipts.language', 'status'])
    .where('number', '=', number)
    .where('applicantId', '=', accountId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    applicationId: row.applicationId,
    text: row.content,
    sha256: row.sha256.toString('hex'),
    receivedAt: row.receivedAt,
    zone: row.zone,
    language: row.language as Language,
    status: row.status as ApplicationStatus,
  };
}
