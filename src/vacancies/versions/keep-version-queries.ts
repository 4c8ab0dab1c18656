import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import type { VacancyChange } from '../vacancy-change.ts';
import type { Vacancy } from '../vacancy.ts';

/** Keeps the notice as one more version, unless it is the last one still. */
export async function keepVersion(
  db: Db,
  { reference, notice }: Vacancy,
  { action, by, at }: Pick<VacancyChange, 'action' | 'by' | 'at'>,
): Promise<void> {
  const json = JSON.stringify(notice);
  const actorId = by.kind === 'account' ? by.id : null;
  await sql`
    insert into notice_versions (reference, number, notice, action, saved_at, actor_kind, actor_id)
    select ${reference}, coalesce(last.number, 0) + 1, ${json}::jsonb, ${action}, ${at}, ${by.kind}, ${actorId}
    from (select 1) one
    left join lateral (
      select number, notice from notice_versions where reference = ${reference} order by number desc limit 1
    ) last on true
    where last.notice is distinct from ${json}::jsonb`.execute(db);
}
