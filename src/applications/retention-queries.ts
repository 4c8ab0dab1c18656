import { sql } from 'kysely';
import type { Db } from '../schema.ts';

/** Until when applications of one kind are kept: months from the event that the organisation names. */
export type Kept = { months: number; now: Date };

/** Drafts of vacancies that closed so long ago, by number. */
export async function expiredDrafts(db: Db, { months, now }: Kept): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select number from applications a join vacancies v on v.reference = a.vacancy_reference
    where a.submitted_at is null and coalesce(v.closed_at, v.deadline_at, ${DECIDED}) + ${span(months)} <= ${now}
    order by number`.execute(db);
  return rows.map(({ number }) => number);
}

/**
 * Applications that led to no appointment and were decided so long ago: turned down by a step of the selection or, where no
 * step says so, by the vacancy that was filled or cancelled. Who is on a reserve list is another period's.
 */
export async function expiredApplications(db: Db, { months, now }: Kept): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select a.number from ${DECIDED_APPLICATIONS}
    where a.submitted_at is not null and coalesce(last.position, '') <> 'reserve-listed'
      and ${DECISION} + ${span(months)} <= ${now}
    order by a.number`.execute(db);
  return rows.map(({ number }) => number);
}

/** Applications that were put on a reserve list so long ago, and stand there still. */
export async function expiredReserves(db: Db, { months, now }: Kept): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select a.number from ${DECIDED_APPLICATIONS}
    where a.status = 'submitted' and last.position = 'reserve-listed' and not ${APPOINTED} and last.entered_at + ${span(months)} <= ${now}
    order by a.number`.execute(db);
  return rows.map(({ number }) => number);
}

/** Whether it leads to an appointment, to its own post or to a similar one: as long as that goes on, nothing of it is over. */
const APPOINTED = sql<boolean>`exists (select from appointments p where p.application_id = a.id and p.ended_at is null)`;
const DECIDED = sql<Date | null>`(select max(e.at) from events e where e.subject = 'vacancy'
  and e.subject_id = v.reference and e.action in ('fill', 'cancel'))`;
/** Applications `a` with their vacancy `v` and the last step of their selection, `last`. */
const DECIDED_APPLICATIONS = sql`applications a join vacancies v on v.reference = a.vacancy_reference
  left join lateral (select s.position, s.entered_at from application_stages s
    where s.application_id = a.id order by s.number desc limit 1) last on true`;
/** When it was decided on: by the step that ended it, which comes before the end of the competition. */
const DECISION = sql<Date | null>`case
  when ${APPOINTED} then null
  when last.position in ('not-retained', 'reserve-listed') then last.entered_at
  when v.status in ('filled', 'cancelled') then ${DECIDED} end`;
const span = (months: number) => sql`make_interval(months => ${months}::int)`;

/** Deletes an application with its documents and its receipt's content. What the receipt log keeps of it are hashes. */
export async function deleteApplication(db: Db, number: string): Promise<void> {
  const of = db.selectFrom('applications').select('id').where('number', '=', number);
  await db.deleteFrom('receipts').where('applicationId', 'in', of).execute();
  await db.deleteFrom('applications').where('number', '=', number).execute();
}

export type KeptApplication = {
  number: string;
  status: string;
  vacancyStatus: string;
  decidedAt: Date | null;
  /** The period of the organisation's data that it is kept for. */
  period: 'applications' | 'reserve-list' | 'appointments';
};

/** What of a person's applications a deletion of the account leaves, for now. */
export async function submittedApplications(db: Db, accountId: string): Promise<KeptApplication[]> {
  const { rows } = await sql<KeptApplication>`
    select a.number, a.status, v.status as "vacancyStatus", ${DECISION} as "decidedAt",
      case when ${APPOINTED} then 'appointments' when last.position = 'reserve-listed' then 'reserve-list' else 'applications' end as period
    from ${DECIDED_APPLICATIONS}
    where a.applicant_id = ${accountId} and a.submitted_at is not null order by a.number`.execute(db);
  return rows;
}
