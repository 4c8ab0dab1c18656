import { sql } from 'kysely';
import type { Db } from '../../schema.ts';

/** Somebody who is to be reminded of one thing, once. */
export type Due = { stageId: string; applicationId: string; before: 'slot' | 'choice'; dueAt: Date };

/** Those whose application still goes on: not withdrawn, and not decided against. */
const GOES_ON = sql`a.status = 'submitted' and coalesce((select position from application_stages s
  where s.application_id = a.id order by s.number desc limit 1), 'received') <> 'not-retained'`;

/** Those invited to a stage (`st`) since the review of their application (`a`) began last. */
export const INVITED = sql`exists (select from application_stages i where i.application_id = a.id and i.stage = st.code
  and i.number > coalesce((select max(r.number) from application_stages r
    where r.application_id = a.id and r.position = 'under-review'), 0))`;

type Claim = { hours: number; now: Date };

/**
 * Claims the reminders so many hours before a time that are due at `now`, each once: whoever chose it later than that is
 * not reminded of what they have just done, and a later reminder stands for an earlier one that was missed.
 */
export async function claimSlotReminders(db: Db, { hours, now }: Claim): Promise<Due[]> {
  const { rows } = await sql<Due>`
    insert into stage_reminders (stage_id, application_id, before, due_at, hours_before, told_at)
    select t.stage_id, t.application_id, 'slot', s.starts_at, ${hours}, ${now}::timestamptz
    from stage_attendances t
    join stage_slots s on s.id = t.slot_id
    join stage_schedules p on p.stage_id = t.stage_id and p.offered_at is not null
    join applications a on a.id = t.application_id
    where t.outcome is null and s.starts_at > ${now}::timestamptz
      and s.starts_at <= ${now}::timestamptz + make_interval(hours => ${hours})
      and t.replied_at < s.starts_at - make_interval(hours => ${hours})
      and ${GOES_ON}
      and not exists (select from stage_reminders told where told.stage_id = t.stage_id
        and told.application_id = t.application_id and told.before = 'slot' and told.due_at = s.starts_at
        and told.hours_before <= ${hours})
    on conflict do nothing
    returning stage_id, application_id, before, due_at`.execute(db);
  return rows;
}

/** The same before the last moment to choose: for those who were offered times earlier than that and have none. */
export async function claimChoiceReminders(db: Db, { hours, now }: Claim): Promise<Due[]> {
  const { rows } = await sql<Due>`
    insert into stage_reminders (stage_id, application_id, before, due_at, hours_before, told_at)
    select st.id, a.id, 'choice', p.choose_by, ${hours}, ${now}::timestamptz
    from stage_schedules p
    join selection_stages st on st.id = p.stage_id and st.status <> 'closed'
    join applications a on a.vacancy_reference = st.vacancy_reference
    left join stage_attendances t on t.stage_id = p.stage_id and t.application_id = a.id
    where p.offered_at < p.choose_by - make_interval(hours => ${hours})
      and p.choose_by > ${now}::timestamptz
      and p.choose_by <= ${now}::timestamptz + make_interval(hours => ${hours})
      and coalesce(t.reply, 'waiting') = 'waiting'
      and ${GOES_ON} and ${INVITED}
      and not exists (select from stage_reminders told where told.stage_id = p.stage_id
        and told.application_id = a.id and told.before = 'choice' and told.due_at = p.choose_by
        and told.hours_before <= ${hours})
    on conflict do nothing
    returning stage_id, application_id, before, due_at`.execute(db);
  return rows;
}

export type ToldChange = { id: string; reference: string; code: string };

/** Claims one change of an open stage that nobody was told of yet. */
export async function claimNextChange(db: Db, now: Date): Promise<ToldChange | undefined> {
  const { rows } = await sql<ToldChange>`
    with next as (
      select c.id, s.vacancy_reference as reference, s.code
      from selection_stage_changes c join selection_stages s on s.id = c.stage_id
      where not exists (select from stage_changes_told t where t.change_id = c.id)
      order by c.at limit 1 for update of c skip locked
    ), told as (
      insert into stage_changes_told (change_id, told_at) select id, ${now}::timestamptz from next
      on conflict do nothing returning change_id
    )
    select next.* from next join told on told.change_id = next.id`.execute(db);
  return rows[0];
}

/** A place that somebody holds whose application no longer goes on. */
export type Held = { stageId: string; code: string; reference: string; applicationId: string; number: string };

/** Those who hold a time to come and withdrew, or were not retained. */
export async function heldForNothing(db: Db, now: Date): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select t.stage_id, st.code, st.vacancy_reference as reference, a.id as application_id, a.number
    from stage_attendances t
    join stage_slots s on s.id = t.slot_id
    join selection_stages st on st.id = t.stage_id
    join applications a on a.id = t.application_id
    where s.starts_at > ${now}::timestamptz and t.outcome is null and not (${GOES_ON})
    order by a.number`.execute(db);
  return rows;
}
