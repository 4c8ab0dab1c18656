import { sql } from 'kysely';
import { recordEvents } from '../../people/event-queries.ts';
import type { Db } from '../../schema.ts';

/** How long is kept what: months from the decision on the request, and from the end of the selection; null: no limit is set. */
export type Periods = { evidenceMonths: number | null; requestMonths: number | null };

/** Deletes the evidence of requests that were decided on so long ago, with an event each; answers how many requests. */
export async function deleteExpiredEvidence(db: Db, months: number, now: Date): Promise<number> {
  const deleted = await db
    .deleteFrom('accommodationEvidence')
    .using('accommodationRequests')
    .whereRef('accommodationRequests.id', '=', 'accommodationEvidence.requestId')
    .where(sql<boolean>`decided_at <= ${before(now, months)}`)
    .returning('requestId')
    .execute();
  const ids = [...new Set(deleted.map(({ requestId }) => requestId))];
  await recordExpiry(db, ids, { action: 'evidence-expired', now });
  return ids.length;
}

/** Deletes the requests of those for whom the selection ended so long ago, with all that belongs to them. */
export async function deleteExpiredRequests(db: Db, months: number, now: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    delete from accommodation_requests r using applications a, vacancies v
    where a.id = r.application_id and v.reference = a.vacancy_reference
      and ${ENDED_AT} <= ${before(now, months)}
    returning r.id`.execute(db);
  const ids = rows.map(({ id }) => id);
  await recordExpiry(db, ids, { action: 'request-expired', now });
  return ids.length;
}

const before = (now: Date, months: number) => sql`${now}::timestamptz - make_interval(months => ${months}::int)`;

/** When a selection ended for an applicant: withdrawn, not retained, the vacancy filled or cancelled, or never submitted. */
const ENDED_AT = sql`least(
  (select withdrawn_at from application_withdrawals w where w.application_id = a.id and a.status = 'withdrawn'),
  (select entered_at from application_stages s where s.application_id = a.id and s.position = 'not-retained'
     and s.number = (select max(number) from application_stages l where l.application_id = a.id)),
  case when v.status in ('filled', 'cancelled') then v.updated_at end,
  case when a.submitted_at is null then coalesce(v.closed_at, v.deadline_at) end
)`;

const recordExpiry = (db: Db, ids: string[], { action, now }: { action: string; now: Date }) =>
  recordEvents(
    db,
    ids.map((id) => ({ subject: 'accommodation', subjectId: id, action, by: { kind: 'system' }, at: now })),
  );
