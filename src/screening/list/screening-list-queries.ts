import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../schema.ts';
import type { Finding } from '../sheet/sheet.ts';
import type { ScreeningFilters, ScreeningState } from './screening-filters.ts';

/** An application in the list of a screening: by its number, never by a name. */
export type ScreeningRow = {
  number: string;
  state: ScreeningState;
  /** Whether the viewer has a sheet of it. */
  mine: boolean;
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

/** Keeps the application `s` from who may not judge it. */
const notRecused = (accountId: string) => sql`not exists (select from conflicts_of_interest c
  where c.application_id = s.application_id and c.account_id = ${accountId} and c.cleared_at is null)`;

/**
 * All applications of a screening that the viewer may see, with where each stands for them and whether it fits the filters;
 * sheets of the recused aside. What is found in a sheet is looked into only where it is asked for.
 */
function standing({ reference, screeners, viewer: { accountId, everything } }: Asked, filters: ScreeningFilters) {
  return sql`
    select s.application_id as id, a.number, own.screener_id is not null as mine, coalesce(s.outcome, own.outcome) as outcome,
      coalesce(h.assigned, 0) as assigned, coalesce(h.signed, 0) as signed, coalesce(h.screeners, '{}') as screeners,
      ${fits(filters)} as fits,
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
             count(sh.saved_at)::int as begun, array_agg(sh.screener_id) as screeners
      from screening_sheets sh join screened_applications t on t.application_id = sh.application_id
      left join conflicts_of_interest c
        on c.application_id = sh.application_id and c.account_id = sh.screener_id and c.cleared_at is null
      where t.vacancy_reference = ${reference} and c.account_id is null
      group by sh.application_id
    ) h on h.application_id = s.application_id
    where s.vacancy_reference = ${reference} and (${everything} or own.screener_id is not null) and ${notRecused(accountId)}`;
}

function fits({ screener, requirement, finding, rule }: ScreeningFilters): RawBuilder<unknown> {
  const found =
    requirement && finding
      ? sql`coalesce(s.findings #>> array['essential', ${requirement}, 'finding'],
                     own.findings #>> array['essential', ${requirement}, 'finding']) is not distinct from ${finding}`
      : sql`true`;
  return sql`(${screener ? sql`coalesce(${screener}::uuid = any(h.screeners), false)` : sql`true`}
    and ${rule ? sql`${FLAGS} @> to_jsonb(${rule}::text)` : sql`true`} and ${found})`;
}

/** What of the rules does not say “met”, by code. */
const FLAGS = sql`jsonb_path_query_array(s.rules, '$[*] ? (@.outcome != "met").code')`;

export type ScreeningList = {
  rows: ScreeningRow[];
  total: number;
  counts: Partial<Record<ScreeningState, number>>;
};

/** A page of the list, by number, and how many there are of each state whatever the filters; never ranked. */
export async function screeningList(db: Db, asked: Asked & { filters: ScreeningFilters }): Promise<ScreeningList> {
  const { filters } = asked;
  const { per, page, state } = filters;
  const { rows } = await sql<{ found: ScreeningRow[]; total: number; counts: ScreeningList['counts'] }>`
    with everything as materialized (${standing(asked, filters)}),
    narrowed as (select * from everything where fits and ${state ? sql`state = ${state}` : sql`true`}),
    cut as (select * from narrowed order by number limit ${per} offset ${(page - 1) * per}),
    shown as (select number, state, mine, assigned, signed, screeners, cut.outcome, ${FLAGS} as flags
              from cut join screened_applications s on s.application_id = cut.id)
    select coalesce((select json_agg(shown order by number) from shown), '[]') as found,
           (select count(*)::int from narrowed) as total,
           (select coalesce(json_object_agg(state, n), '{}') from (select state, count(*)::int as n from everything group by state) c)
             as counts`.execute(db);
  const [answer] = rows;
  return { rows: answer?.found ?? [], total: answer?.total ?? 0, counts: answer?.counts ?? {} };
}

/** Where somebody is among their own sheets: its place by number, how many there are, how many are done. */
export type Neighbours = {
  previous: string | undefined;
  next: string | undefined;
  /** The next that waits for them. */
  open: string | undefined;
  place: number;
  assigned: number;
  done: number;
};
type Own = { reference: string; accountId: string; number: string };

type Neighbouring = Pick<Neighbours, 'assigned' | 'done' | 'place'> &
  Record<'previous' | 'next' | 'open', string | null>;

/** The numbers before and after one among somebody's own sheets, and the next that waits for them. */
export async function neighboursOf(db: Db, { reference, accountId, number }: Own): Promise<Neighbours> {
  const { rows } = await sql<Neighbouring>`
    with own as materialized (
      select a.number, h.signed_at is null and s.settled_at is null as open
      from screening_sheets h join screened_applications s on s.application_id = h.application_id
      join applications a on a.id = h.application_id and a.status = 'submitted' and a.applicant_id <> ${accountId}
      where h.screener_id = ${accountId} and s.vacancy_reference = ${reference} and ${notRecused(accountId)})
    select (select count(*)::int from own) as assigned, (select count(*)::int from own where not open) as done,
           (select count(*)::int from own where number <= ${number}) as place,
           (select max(number) from own where number < ${number}) as previous,
           (select min(number) from own where number > ${number}) as next,
           (select number from own where open and number <> ${number} order by number < ${number}, number limit 1) as open`.execute(
    db,
  );
  const [found] = rows;
  const { assigned = 0, done = 0, place = 0 } = found ?? {};
  return {
    assigned,
    done,
    place,
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
    .innerJoin('accounts', 'accounts.id', 'screenerId')
    .select(['screenerId as accountId'])
    .select([sql<number>`count(*)::int`.as('assigned'), sql<number>`count(signed_at)::int`.as('signed')])
    .where('screenedApplications.vacancyReference', '=', reference)
    .where('applications.status', '=', 'submitted')
    .groupBy(['screenerId', 'accounts.name'])
    .orderBy('accounts.name')
    .orderBy('screenerId')
    .execute();
}
