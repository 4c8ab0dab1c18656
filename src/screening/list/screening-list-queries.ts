import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../schema.ts';
import type { Finding } from '../sheet/sheet.ts';
import type { ScreeningFilters, ScreeningState } from './screening-filters.ts';

/** An application in the list of a screening: by its number, never by a name. */
export type ScreeningRow = {
  number: string;
  state: ScreeningState;
  /** How many sheets it has, and how many of them are signed. */
  assigned: number;
  signed: number;
  screeners: string[];
  /** What the viewer found, or what was settled. */
  outcome: Finding | null;
  /** The codes of the hard rules that do not say “met”. */
  flags: string[];
};

/** `everything`: whoever arranges sees all applications; a screener sees those they have a sheet of. */
export type Viewer = { accountId: string; everything: boolean };
type Asked = { reference: string; screeners: number; viewer: Viewer };

/** All applications of a screening that the viewer may see, with where each stands for them; sheets of the recused aside. */
function standing({ reference, screeners, viewer: { accountId, everything } }: Asked): RawBuilder<unknown> {
  return sql`
    select a.id, a.number, s.rules, s.findings as settled_findings, own.findings as own_findings,
      coalesce(h.assigned, 0) as assigned, coalesce(h.signed, 0) as signed, coalesce(h.screeners, '{}') as screeners,
      coalesce(s.outcome, own.outcome) as outcome,
      case when s.settled_at is not null then 'settled'
           when coalesce(h.signed, 0) >= ${screeners} and h.signed = h.assigned then 'ready'
           when own.screener_id is not null and own.signed_at is not null then 'signed'
           when own.screener_id is not null and own.saved_at is not null then 'begun'
           when own.screener_id is not null then 'to-do'
           when coalesce(h.assigned, 0) < ${screeners} then 'unassigned'
           when h.begun > 0 then 'begun'
           else 'to-do' end as state
    from screened_applications s
    join applications a on a.id = s.application_id and a.status = 'submitted' and a.applicant_id <> ${accountId}
    left join screening_sheets own on own.application_id = s.application_id and own.screener_id = ${accountId}
    left join (
      select sh.application_id, count(*)::int as assigned, count(sh.signed_at)::int as signed,
             count(sh.saved_at)::int as begun, array_agg(sh.screener_id::text order by sh.assigned_at, sh.screener_id) as screeners
      from screening_sheets sh join screened_applications t on t.application_id = sh.application_id
      left join conflicts_of_interest c
        on c.application_id = sh.application_id and c.account_id = sh.screener_id and c.cleared_at is null
      where t.vacancy_reference = ${reference} and c.account_id is null
      group by sh.application_id
    ) h on h.application_id = s.application_id
    where s.vacancy_reference = ${reference}
      and (${everything} or own.screener_id is not null)
      and not exists (select from conflicts_of_interest c where c.application_id = s.application_id
                        and c.account_id = ${accountId} and c.cleared_at is null)`;
}

function matching({ state, screener, requirement, finding, rule }: ScreeningFilters): RawBuilder<boolean> {
  const found =
    requirement && finding
      ? sql`coalesce(settled_findings #>> array['essential', ${requirement}, 'finding'],
                     own_findings #>> array['essential', ${requirement}, 'finding']) = ${finding}`
      : sql`true`;
  return sql`${state ? sql`state = ${state}` : sql`true`}
    and ${screener ? sql`${screener} = any(screeners)` : sql`true`}
    and ${rule ? sql`flags @> to_jsonb(${rule}::text)` : sql`true`}
    and ${found}`;
}

/** What of the rules does not say “met”, by code. */
const FLAGS = sql`jsonb_path_query_array(rules, '$[*] ? (@.outcome != "met").code')`;

export type ScreeningList = {
  rows: ScreeningRow[];
  total: number;
  counts: Partial<Record<ScreeningState, number>>;
};

/** A page of the list, by number, and how many there are of each state whatever the filters; never ranked. */
export async function screeningList(db: Db, asked: Asked & { filters: ScreeningFilters }): Promise<ScreeningList> {
  const { filters } = asked;
  const { per, page } = filters;
  const { rows } = await sql<{ found: ScreeningRow[]; total: number; counts: ScreeningList['counts'] }>`
    with everything as materialized (${standing(asked)}),
    flagged as (select *, ${FLAGS} as flags from everything),
    narrowed as (select number, state, assigned, signed, screeners, outcome, flags from flagged where ${matching(filters)}),
    shown as (select * from narrowed order by number limit ${per} offset ${(page - 1) * per})
    select coalesce((select json_agg(shown order by number) from shown), '[]') as found,
           (select count(*)::int from narrowed) as total,
           (select coalesce(json_object_agg(state, n), '{}') from (select state, count(*)::int as n from everything group by state) c)
             as counts`.execute(db);
  const [answer] = rows;
  return { rows: answer?.found ?? [], total: answer?.total ?? 0, counts: answer?.counts ?? {} };
}

export type Neighbours = { previous: string | undefined; next: string | undefined; open: string | undefined };

/** The numbers before and after one in the list, and the next that waits for the viewer's own sheet. */
export async function neighboursOf(db: Db, asked: Asked & { number: string }): Promise<Neighbours> {
  const { rows } = await sql<{ previous: string | null; next: string | null; open: string | null }>`
    with everything as materialized (${standing(asked)})
    select (select max(number) from everything where number < ${asked.number}) as previous,
           (select min(number) from everything where number > ${asked.number}) as next,
           (select number from everything where state in ('to-do', 'begun') and number <> ${asked.number}
             order by number < ${asked.number}, number limit 1) as open`.execute(db);
  const [found] = rows;
  return {
    previous: found?.previous ?? undefined,
    next: found?.next ?? undefined,
    open: found?.open ?? undefined,
  };
}

export type Workload = { accountId: string; assigned: number; signed: number };

/** How many sheets each screener of a vacancy has, and has signed. */
export async function workloads(db: Db, reference: string): Promise<Workload[]> {
  return db
    .selectFrom('screeningSheets')
    .innerJoin('screenedApplications', 'screenedApplications.applicationId', 'screeningSheets.applicationId')
    .innerJoin('applications', 'applications.id', 'screenedApplications.applicationId')
    .select(['screenerId as accountId'])
    .select([sql<number>`count(*)::int`.as('assigned'), sql<number>`count(signed_at)::int`.as('signed')])
    .where('screenedApplications.vacancyReference', '=', reference)
    .where('applications.status', '=', 'submitted')
    .groupBy('screenerId')
    .execute();
}
