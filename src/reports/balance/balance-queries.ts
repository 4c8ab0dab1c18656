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
  const found = await nationalityCountsOf(db, actor, { references: [reference], stages });
  return found?.get(reference) ?? { undecided: 0, counts: [] };
}

/** The same of several competitions at one moment, by their references; those that nobody applied in are left out. */
export async function nationalityCountsOf(
  db: Db,
  actor: Actor,
  { references, stages }: { references: readonly string[]; stages: readonly string[] },
): Promise<Map<string, NationalityCounts> | undefined> {
  if (!permits(actor.roles, 'equality:read')) return undefined;
  const { rows } = await sql<Counted>`
    select reference, code, level, count(*)::int as count, count(*) filter (where undecided)::int as undecided from (
      select a.vacancy_reference as reference, ${CODE} as code, ${IS_UNDECIDED} as undecided,
        coalesce((select max(${levelOf(stages)}) from application_stages s where s.application_id = a.id), 0) as level
      from applications a
      where a.vacancy_reference = any(${[...references]}::text[]) and a.submitted_at is not null
    ) as reached group by reference, code, level order by reference, code, level`.execute(db);
  return new Map(
    [...Map.groupBy(rows, ({ reference }) => reference)].map(([reference, own]) => [
      reference,
      {
        undecided: own.reduce((sum, { undecided }) => sum + undecided, 0),
        counts: own.map(({ code, level, count }) => ({ code, level, count })),
      },
    ]),
  );
}

type Counted = NationalityCounts['counts'][number] & { reference: string; undecided: number };

/** The group that the nationalities of the application `a` put it in. */
const CODE = sql<string>`(case jsonb_array_length(coalesce(a.answers #> '{identity,nationalities}', '[]'))
    when 0 then ${NONE} when 1 then a.answers #>> '{identity,nationalities,0}' else ${SEVERAL} end)`;

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
