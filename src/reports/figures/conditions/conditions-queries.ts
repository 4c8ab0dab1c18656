import { sql } from 'kysely';
import type { Db } from '../../../schema.ts';
import type { StepOn } from './conditions.ts';

/** The steps on one condition of one appointment, oldest first: nobody's name, and no word of theirs. */
export type Stepped = { zone: string; condition: string; steps: StepOn[] };

/** The steps on these conditions in all appointments that go on, to posts of these vacancies. */
export async function conditionSteps(
  db: Db,
  { references, conditions }: { references: readonly string[]; conditions: readonly string[] },
): Promise<Stepped[]> {
  const { rows } = await sql<Stepped>`
    select v.deadline_zone as zone, s.condition,
      json_agg(json_build_object('action', s.action, 'state', s.state, 'on', s.on_day) order by s.number) as steps
    from condition_steps s
    join appointments p on p.id = s.appointment_id and p.ended_at is null
    join vacancies v on v.reference = p.vacancy_reference
    where v.reference = any(${[...references]}::text[]) and s.condition = any(${[...conditions]}::text[])
    group by v.deadline_zone, s.appointment_id, s.condition
    order by s.condition, s.appointment_id`.execute(db);
  return rows;
}
