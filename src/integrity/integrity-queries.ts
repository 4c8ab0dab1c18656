import { sql } from 'kysely';
import { findForStaff, type StaffApplication } from '../applications/staff/staff-queries.ts';
import { doerOf, type Actor } from '../people/actor.ts';
import { recordEvent } from '../people/event-queries.ts';
import { permits } from '../people/permissions.ts';
import type { Db } from '../schema.ts';
import type { CaseStatus } from './integrity-case.ts';
import type { OpenedByPerson } from './letter-reading.ts';

export type ExaminedApplication = StaffApplication & { applicantId: string };

/** An application for who may examine it; nothing for who may not, and for nobody their own. */
export async function findForExaminer(db: Db, actor: Actor, number: string): Promise<ExaminedApplication | undefined> {
  if (!permits(actor.roles, 'integrity:examine')) return undefined;
  const application = await findForStaff(db, actor, number);
  if (!application) return undefined;
  const { applicantId } = await db
    .selectFrom('applications')
    .select('applicantId')
    .where('id', '=', application.id)
    .executeTakeFirstOrThrow();
  return applicantId === actor.accountId ? undefined : { ...application, applicantId };
}

/** What a person has opened of an application: its page, and which of its documents. */
export async function openedBy(db: Db, actor: Actor, number: string): Promise<OpenedByPerson> {
  const rows = await db
    .selectFrom('events')
    .select(['action', sql<string | null>`details ->> 'kind'`.as('kind')])
    .where('subject', '=', 'application')
    .where('subjectId', '=', number)
    .where('actorId', '=', actor.accountId)
    .where('action', 'in', ['application-opened', 'document-opened'])
    .execute();
  return {
    application: rows.some(({ action }) => action === 'application-opened'),
    documents: rows.flatMap(({ action, kind }) => (action === 'document-opened' && kind !== null ? [kind] : [])),
  };
}

/** Which of these applications a person has said they have read. */
export async function readBy(db: Db, actor: Actor, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('events')
    .select('subjectId')
    .where('subject', '=', 'integrity')
    .where('subjectId', 'in', [...numbers, ''])
    .where('actorId', '=', actor.accountId)
    .where('action', '=', 'letter-read')
    .execute();
  return new Set(rows.map(({ subjectId }) => subjectId));
}

type Done = { number: string; actor: Actor; action: IntegrityAction; at: Date; details?: Record<string, unknown> };
export type IntegrityAction =
  | 'letter-read'
  | 'texts-read-again'
  | 'evidence-opened'
  | 'case-opened'
  | 'case-answered'
  | 'case-answer-taken-back'
  | 'case-decided';

/** Writes what somebody did about an application's integrity; apart from its history, which all who select read. */
export const recordDone = (db: Db, { number, actor, ...done }: Done): Promise<void> =>
  recordEvent(db, { subject: 'integrity', subjectId: number, by: doerOf(actor), ...done });

export const PAGE_SIZE = 100;
export type ListedApplication = { number: string; case: CaseStatus | undefined };

/** The submitted applications of a vacancy by their number, each with how its latest case stands; in no other order. */
export async function applicationsToExamine(
  db: Db,
  actor: Actor,
  { reference, page }: { reference: string; page: number },
): Promise<ListedApplication[] | undefined> {
  if (!permits(actor.roles, 'integrity:examine')) return undefined;
  const rows = await db
    .selectFrom('applications')
    .select('number')
    .select(
      sql<CaseStatus | null>`(select c.status from integrity_cases c where c.application_id = applications.id
        order by c.opened_at desc limit 1)`.as('case'),
    )
    .where('vacancyReference', '=', reference)
    .where('submittedAt', 'is not', null)
    .where('applicantId', '!=', actor.accountId)
    .orderBy('number')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  return rows.map(({ number, case: status }) => ({ number, case: status ?? undefined }));
}
