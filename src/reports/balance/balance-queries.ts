import { sql } from 'kysely';
import type { Actor } from '../../people/actor.ts';
import { permits } from '../../people/permissions.ts';
import type { Db } from '../../schema.ts';
import { NONE, SEVERAL } from './balance.ts';

type Competition = {
  reference: string;
  /** The codes of the stages that people are invited to, in their order. */
  stages: readonly string[];
};

export type NationalityCounts = {
  /** Applications that nobody has decided on yet: as long as there are any, the figures would change. */
  undecided: number;
  counts: { code: string; level: number; count: number }[];
};

/**
 * How far those got who applied, by nationality: 0 received, then the place of the last stage they were invited to, then
 * found suitable. Nothing for who may not read figures.
 */
export async function nationalityCounts(
  db: Db,
  actor: Actor,
  { reference, stages }: Competition,
): Promise<NationalityCounts | undefined> {
  if (!permits(actor.roles, 'equality:read')) return undefined;
  const { rows: counts } = await sql<NationalityCounts['counts'][number]>`
    select code, level, count(*)::int as count from (
      select case jsonb_array_length(nationalities) when 0 then ${NONE} when 1 then nationalities ->> 0 else ${SEVERAL} end as code,
        coalesce((select max(${levelOf(stages)}) from application_stages s where s.application_id = received.id), 0) as level
      from (select id, coalesce(answers #> '{identity,nationalities}', '[]') as nationalities from applications
        where vacancy_reference = ${reference} and submitted_at is not null) as received
    ) as reached group by code, level`.execute(db);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from applications a
    where vacancy_reference = ${reference} and ${IS_UNDECIDED}`.execute(db);
  return { undecided: rows[0]?.count ?? 0, counts };
}

/** Whether nobody has decided yet on the application `a`. */
const IS_UNDECIDED = sql<boolean>`(a.status = 'submitted' and coalesce((
    select position from application_stages s where s.application_id = a.id order by s.number desc limit 1
  ), 'received') in ('received', 'under-review', 'invited'))`;

/** How far each application got, as above; for counting alone, and all at one moment. */
export async function standingsOf(
  db: Db,
  { reference, stages }: Competition,
): Promise<{ id: string; level: number; undecided: boolean }[]> {
  const { rows } = await sql<{ id: string; level: number; undecided: boolean }>`
    select a.id, ${IS_UNDECIDED} as undecided,
      coalesce((select max(${levelOf(stages)}) from application_stages s where s.application_id = a.id), 0) as level
    from applications a where vacancy_reference = ${reference} and submitted_at is not null`.execute(db);
  return rows;
}

/** A stage that the organisation no longer has counts as the first. */
const levelOf = (stages: readonly string[]) => sql`case
  when s.position in ('reserve-listed', 'selected') then ${stages.length + 1}::int
  when s.position = 'invited' then coalesce(array_position(${[...stages]}::text[], s.stage), 1)
  else 0 end`;
