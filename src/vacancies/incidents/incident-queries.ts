import { sql } from 'kysely';
import type { Translated } from '../../platform/language.ts';
import { gapsBetween, refusedBetween } from '../../platform/availability-queries.ts';
import type { Db } from '../../schema.ts';
import type { VacancyStatus } from '../vacancy-state.ts';
import { isIncident, watched, type Incident, type IncidentRules } from './incident.ts';

/** A deadline so long ago can still be extended for what happened before it. */
const LOOKED_BACK_DAYS = 14;
const DAY_MS = 86_400_000;

type Asked = { rules: IncidentRules; reference?: string };

/** The vacancies before whose deadline something happened that is for people to decide on, the soonest deadline first. */
export async function incidents(db: Db, { rules, reference }: Asked, now: Date): Promise<Incident[]> {
  const rows = await db
    .selectFrom('vacancies')
    .select(['reference', 'status', 'deadlineAt', 'deadlineZone', 'version'])
    .select([
      sql<Translated>`notice -> 'title'`.as('title'),
      sql<number>`(select count(*)::int from applications where vacancy_reference = reference and applications.status = 'draft')`.as(
        'openDrafts',
      ),
      sql<number>`(select count(*)::int from applications where vacancy_reference = reference and applications.status = 'submitted')`.as(
        'submitted',
      ),
    ])
    .where('status', 'in', ['published', 'closed'])
    .where('deadlineAt', '>', new Date(now.getTime() - LOOKED_BACK_DAYS * DAY_MS))
    .where('deadlineAt', '<=', new Date(now.getTime() + rules.hours * 3_600_000))
    .$if(reference !== undefined, (query) => query.where('reference', '=', reference ?? ''))
    .orderBy('deadlineAt')
    .execute();
  const happened: Incident[] = [];
  for (const { openDrafts, submitted, deadlineAt, ...row } of rows) {
    if (!deadlineAt) continue;
    const span = watched(deadlineAt, rules, now);
    const vacancy = { ...row, deadlineAt, status: row.status as VacancyStatus };
    const gaps = await gapsBetween(db, span);
    const refused = await refusedBetween(db, span);
    if (isIncident({ gaps, refused }, rules)) happened.push({ vacancy, gaps, refused, openDrafts, submitted });
  }
  return happened;
}
