import { sql } from 'kysely';
import type { Db } from '../schema.ts';

/** Until when applications of one kind are kept: months from the event that the organisation names. */
export type Kept = { months: number; now: Date };

/** Drafts of vacancies that closed so long ago, by number. */
export async function expiredDrafts(db: Db, { months, now }: Kept): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select number from applications a join vacancies v on v.reference = a.vacancy_reference
    where a.status = 'draft' and coalesce(v.closed_at, v.deadline_at, ${DECIDED}) + ${span(months)} <= ${now}
    order by number`.execute(db);
  return rows.map(({ number }) => number);
}

/** Applications of vacancies that were decided so long ago: filled or cancelled, by the record of events. */
export async function expiredApplications(db: Db, { months, now }: Kept): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select number from applications a join vacancies v on v.reference = a.vacancy_reference
    where a.submitted_at is not null and v.status in ('filled', 'cancelled') and ${DECIDED} + ${span(months)} <= ${now}
    order by number`.execute(db);
  return rows.map(({ number }) => number);
}

const DECIDED = sql<Date | null>`(select max(e.at) from events e where e.subject = 'vacancy'
  and e.subject_id = v.reference and e.action in ('fill', 'cancel'))`;
const span = (months: number) => sql`make_interval(months => ${months}::int)`;

/** Deletes an application with its documents and its receipt's content. What the receipt log keeps of it are hashes. */
export async function deleteApplication(db: Db, number: string): Promise<void> {
  const of = db.selectFrom('applications').select('id').where('number', '=', number);
  await db.deleteFrom('receipts').where('applicationId', 'in', of).execute();
  await db.deleteFrom('applications').where('number', '=', number).execute();
}

export type KeptApplication = { number: string; status: string; vacancyStatus: string; decidedAt: Date | null };

/** What of a person's applications a deletion of the account leaves, for now. */
export async function submittedApplications(db: Db, accountId: string): Promise<KeptApplication[]> {
  const { rows } = await sql<KeptApplication>`
    select a.number, a.status, v.status as "vacancyStatus", ${DECIDED} as "decidedAt"
    from applications a join vacancies v on v.reference = a.vacancy_reference
    where a.applicant_id = ${accountId} and a.submitted_at is not null order by a.number`.execute(db);
  return rows;
}
