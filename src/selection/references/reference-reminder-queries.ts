import { sql } from 'kysely';
import type { Language } from '../../platform/language.ts';
import type { Db } from '../../schema.ts';

/** A referee who is to be reminded, with what their mail says. */
export type DueReferee = {
  id: string;
  name: string;
  email: string;
  language: Language;
  askedAt: Date;
  givenNames: string;
  familyName: string;
};

/**
 * Claims the reminders of referees who were asked so many days ago and have not answered, each once; a later one stands
 * for an earlier one that was missed.
 */
export async function claimRefereeReminders(
  db: Db,
  { days, stages, now }: { days: number; stages: readonly string[]; now: Date },
): Promise<DueReferee[]> {
  const { rows } = await sql<DueReferee>`
    with reminded as (
      insert into referee_reminders (referee_id, days, asked_at, told_at)
      select r.id, ${days}, r.asked_at, ${now}::timestamptz
      from referees r
      join selection_stages s on s.id = r.stage_id and s.status = 'open'
      join applications a on a.id = r.application_id and a.status = 'submitted'
      where r.status = 'asked' and s.code = any(${stages}::text[])
        and coalesce((select position from application_stages p where p.application_id = a.id
          order by p.number desc limit 1), 'received') <> 'not-retained'
        and r.asked_at <= ${now}::timestamptz - make_interval(days => ${days})
        and not exists (select from referee_reminders told where told.referee_id = r.id
          and told.asked_at = r.asked_at and told.days >= ${days})
      on conflict do nothing
      returning referee_id)
    select r.id, r.name, r.email, r.language, r.asked_at,
      a.answers #>> '{identity,givenNames}' as given_names, a.answers #>> '{identity,familyName}' as family_name
    from reminded join referees r on r.id = referee_id join applications a on a.id = r.application_id`.execute(db);
  return rows;
}
