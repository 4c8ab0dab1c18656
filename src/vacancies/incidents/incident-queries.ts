import { sql } from 'kysely';
import { gapsBetween, refusedBetween } from '../../platform/availability-queries.ts';
import type { Db } from '../../schema.ts';
import { isIncident, watched, type Incident, type IncidentRules } from './incident.ts';

/** A deadline so long ago can still be extended for what happened before it. */
const LOOKED_BACK_DAYS = 14;
const DAY_MS = 86_400_000;

type Asked = { rules: IncidentRules; reference?: string };

/** The vacancies before whose deadline something happened that is for people to decide on, the soonest deadline first. */
export async function incidents(db: Db, asked: Asked, now: Date): Promise<Incident[]> {
  const { rules } = asked;
  const happened: Incident[] = [];
  for (const { openDrafts, submitted, entrance, ...vacancy } of await watchedDeadlines(db, asked, now)) {
    const span = watched(vacancy.deadlineAt, rules, now);
    const gaps = await gapsBetween(db, span);
    const refused = await refusedBetween(db, span);
    if (isIncident({ gaps, refused }, rules))
      happened.push({ entrance, vacancy, gaps, refused, openDrafts, submitted });
  }
  return happened;
}

type Watched = Pick<Incident, 'entrance' | 'openDrafts' | 'submitted'> & Incident['vacancy'];

/** Deadlines near enough to be looked at, those of serving staff where they are their own, with who had begun and who had sent. */
async function watchedDeadlines(db: Db, { rules, reference }: Asked, now: Date): Promise<Watched[]> {
  const from = new Date(now.getTime() - LOOKED_BACK_DAYS * DAY_MS);
  const to = new Date(now.getTime() + rules.hours * 3_600_000);
  const counted = (status: 'draft' | 'submitted') => sql<number>`(select count(*)::int from applications
    where vacancy_reference = reference and applications.status = ${status} and dated.entrance in ('public', applications.entrance))`;
  const { rows } = await sql<Watched>`
    select dated.entrance, reference, status, version, notice -> 'title' as title, dated.at as "deadlineAt",
      deadline_zone as "deadlineZone", ${counted('draft')} as "openDrafts", ${counted('submitted')} as submitted
    from vacancies cross join lateral (values
      ('public', deadline_at),
      ('internal', case when internal_deadline_at < coalesce(deadline_at, 'infinity') then internal_deadline_at end)
    ) as dated (entrance, at)
    where status in ('published', 'closed') and dated.at > ${from} and dated.at <= ${to}
      and ${reference === undefined ? sql`true` : sql`reference = ${reference}`}
    order by dated.at, reference`.execute(db);
  return rows;
}
