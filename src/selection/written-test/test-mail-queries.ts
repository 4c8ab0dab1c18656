import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { INVITED } from '../invitations/reminder-queries.ts';

export type DueWriter = { applicationId: string };

/**
 * Who may begin a test at `now` and has not: in the time that is theirs alone where a review opened the test again for them.
 */
const WRITERS = (now: Date) => sql`
  select w.stage_id, a.id as application_id, own.opens_at, own.closes_at,
    greatest(own.opens_at, again.decided_at) as since
  from written_tests w
  join selection_stages st on st.id = w.stage_id
  join stage_schedules planned on planned.stage_id = w.stage_id
  join applications a on a.vacancy_reference = st.vacancy_reference and a.status = 'submitted'
  left join lateral (
    select r.opens_at, r.closes_at, q.decided_at from redone_stages r join review_requests q on q.id = r.review_id
    where r.stage_id = w.stage_id and q.application_id = a.id order by q.decided_at desc limit 1) again on true
  cross join lateral (
    select case when again.decided_at is null then w.opens_at else again.opens_at end as opens_at,
      case when again.decided_at is null then w.closes_at else again.closes_at end as closes_at) own
  where own.opens_at <= ${now}::timestamptz and own.closes_at > ${now}::timestamptz
    and jsonb_array_length(coalesce(w.questions, '[]')) > 0
    and (st.status = 'open' or again.decided_at is not null)
    and not exists (select from written_papers p where p.stage_id = w.stage_id and p.application_id = a.id)
    and not exists (select from stage_attendances t
      where t.stage_id = w.stage_id and t.application_id = a.id and t.reply = 'declined')
    and (select position from application_stages s where s.application_id = a.id order by s.number desc limit 1) = 'invited'
    and ${INVITED}`;

/** Claims the news that a test can be begun, once for each who may and since it opened for them. */
export async function claimOpenings(db: Db, now: Date): Promise<DueWriter[]> {
  const { rows } = await sql<DueWriter>`
    insert into stage_reminders (stage_id, application_id, before, due_at, hours_before, told_at)
    select stage_id, application_id, 'test-opens', opens_at, 0, ${now}::timestamptz from (${WRITERS(now)}) writers
    where not exists (select from stage_reminders told where told.stage_id = writers.stage_id
      and told.application_id = writers.application_id and told.before = 'test-opens' and told.told_at >= since)
    on conflict do nothing
    returning application_id`.execute(db);
  return rows;
}

/**
 * How long before the last instant to begin somebody is reminded: the organisation's hours, but never in the first half of the time
 * in which they may begin. So a window that is shorter than those hours, or hardly longer, has its reminder as half of it is over.
 */
const LEAD = (hours: number) => sql`least(make_interval(hours => ${hours}), (closes_at - opens_at) / 2)`;

/**
 * Claims the reminders before the last instant to begin, one for each who has not begun: whoever was told later than the moment of
 * the reminder that it is open is not reminded of what they have just read.
 */
export async function claimClosings(db: Db, { hours, now }: { hours: number; now: Date }): Promise<DueWriter[]> {
  const { rows } = await sql<DueWriter>`
    insert into stage_reminders (stage_id, application_id, before, due_at, hours_before, told_at)
    select stage_id, application_id, 'test-closes', closes_at, ${hours}, ${now}::timestamptz
    from (${WRITERS(now)}) writers
    where closes_at <= ${now}::timestamptz + ${LEAD(hours)}
      and exists (select from stage_reminders told where told.stage_id = writers.stage_id
        and told.application_id = writers.application_id and told.before = 'test-opens' and told.told_at >= since
        and told.told_at < closes_at - ${LEAD(hours)})
      and not exists (select from stage_reminders told where told.stage_id = writers.stage_id
        and told.application_id = writers.application_id and told.before = 'test-closes' and told.told_at >= since)
    on conflict do nothing
    returning application_id`.execute(db);
  return rows;
}
