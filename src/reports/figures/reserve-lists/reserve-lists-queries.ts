import { sql } from 'kysely';
import type { Db } from '../../../schema.ts';

/** How many came onto the reserve list of a vacancy at one instant and stand on it still. */
export type Listed = { reference: string; zone: string; enteredAt: Date; people: number };

/** Those who stand on the reserve lists of vacancies: counts alone. */
export async function reserveListed(db: Db, references: readonly string[]): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    select a.vacancy_reference as reference, v.deadline_zone as zone, last.entered_at, count(*)::int as people
    from applications a
    join vacancies v on v.reference = a.vacancy_reference
    join lateral (
      select position, entered_at from application_stages s where s.application_id = a.id order by s.number desc limit 1
    ) last on true
    where a.vacancy_reference = any(${[...references]}::text[]) and a.status = 'submitted'
      and last.position = 'reserve-listed'
    group by a.vacancy_reference, v.deadline_zone, last.entered_at
    order by a.vacancy_reference, last.entered_at`.execute(db);
  return rows;
}
