import { sql } from 'kysely';
import { rolesWith } from '../../people/permissions.ts';
import type { Db } from '../../schema.ts';
import { isReady, mayLook, SHEETS } from './settlement-queries.ts';

/** What a sheet of `sheets` says at a place, as `saidIn` has it: of a rule its own “met” where nobody found anything. */
const SAID = sql`coalesce(f.findings #>> array[place.part, place.code, place.key], place.otherwise)`;

/**
 * The applications of a competition that are ready and on which the sheets do not say the same at some place, as
 * `differencesOf` finds them; `by`: who screened them. The outcomes tell most of them apart without their findings.
 */
const differing = (reference: string) => sql`
  ready as (
    select a.id, a.number, a.applicant_id, s.rules, k.requirements, array_agg(h.screener_id) as by,
      array_agg(h.findings) as sheets, count(distinct h.outcome) > 1 as outcomes_differ
    from screenings k
    join screened_applications s on s.vacancy_reference = k.vacancy_reference
    join applications a on a.id = s.application_id and a.status = 'submitted'
    join screening_sheets h on h.application_id = s.application_id
    where k.vacancy_reference = ${reference} and ${SHEETS}
    group by a.id, s.application_id, k.vacancy_reference
    having ${isReady(sql`k.screeners`)} and count(*) > 1),
  differing as (
    select a.id, a.number, a.applicant_id, a.by from ready a
    where outcomes_differ or exists (
      select from (
        select 'rules' as part, r ->> 'code' as code, 'finding' as key, case when r ->> 'outcome' = 'met' then 'met' end as otherwise
        from jsonb_array_elements(a.rules) r
        union all
        select q ->> 'kind', q ->> 'key', case when q ->> 'kind' = 'desirable' then 'weight' else 'finding' end, null
        from jsonb_array_elements(a.requirements) q) place, unnest(a.sheets) f (findings)
      group by place.part, place.code having count(distinct coalesce(${SAID}, '')) > 1))`;

/** What is left to settle beside one application: how many differ in all, and the next that its reader may settle. */
export type LeftToSettle = { count: number; next: string | undefined };

/** Of those on which screeners differ and that somebody may look at; the next after this one, else the first, is none they screened. */
export async function leftToSettle(
  db: Db,
  { reference, accountId, number }: { reference: string; accountId: string; number: string },
): Promise<LeftToSettle> {
  const { rows } = await sql<{ count: number; next: string | null }>`
    with ${differing(reference)}
    select count(*)::int as count, coalesce(
      min(number) filter (where ${accountId}::uuid <> all (by) and number > ${number}),
      min(number) filter (where ${accountId}::uuid <> all (by) and number <> ${number})) as next
    from differing a where ${mayLook(sql`${accountId}::uuid`)}`.execute(db);
  const [row] = rows;
  return { count: row?.count ?? 0, next: row?.next ?? undefined };
}

/** Everybody who may settle one of the differences of a competition, with how many: nobody settles what they screened, nor applies there. */
export async function mayBeSettledBy(db: Db, reference: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ accountId: string; count: number }>`
    with ${differing(reference)}
    select p.account_id, count(*)::int as count
    from differing a
    join (select distinct account_id from account_roles where role in (${sql.join([...rolesWith('screening:settle')])})) p
      on p.account_id <> all (a.by)
    where ${mayLook(sql`p.account_id`)} and not exists (select from applications o
      where o.vacancy_reference = ${reference} and o.applicant_id = p.account_id and o.status in ('draft', 'submitted'))
    group by p.account_id`.execute(db);
  return new Map(rows.map((row) => [row.accountId, row.count]));
}
