import { sql, type RawBuilder } from 'kysely';
import type { Translated } from '../../platform/language.ts';
import type { Db } from '../../schema.ts';
import type { VacancyStatus } from '../../vacancies/vacancy-state.ts';
import { monthAfter, type Asked } from './asked.ts';
import type { Reading } from './report.ts';

/** A vacancy that figures are made of. */
export type CountedVacancy = {
  reference: string;
  title: Translated;
  status: VacancyStatus;
  createdAt: Date;
  publishedAt: Date | null;
  /** The last instant at which an application was received; null as long as it was not closed. */
  closedAt: Date | null;
};

/**
 * The vacancies that were asked for, by reference. One belongs to the month of its publication or, as long as it is not
 * published, to that in which it was begun, in the zone of the organisation. None for which the reader applies: what is
 * known of its selection is not theirs to read.
 */
export async function countedVacancies({ db, actor, asked, zone }: Reading): Promise<CountedVacancy[]> {
  const { rows } = await sql<CountedVacancy>`
    select reference, notice -> 'title' as title, status, created_at, published_at, closed_at
    from vacancies v
    where ${conditions(asked, zone)}
      and not exists (select from applications own where own.vacancy_reference = v.reference
        and own.applicant_id = ${actor.accountId} and own.status in ('draft', 'submitted'))
    order by reference`.execute(db);
  return rows;
}

function conditions({ from, until, grades, clause, body }: Asked, zone: string): RawBuilder<unknown> {
  const day = sql`(coalesce(v.published_at, v.created_at) at time zone ${zone})::date`;
  const each = [
    sql`true`,
    ...(from === undefined ? [] : [sql`${day} >= ${`${from}-01`}::date`]),
    ...(until === undefined ? [] : [sql`${day} < ${`${monthAfter(until)}-01`}::date`]),
    ...(grades === undefined ? [] : [hasGrade(grades)]),
    ...(clause === undefined ? [] : [sql`v.notice #>> '{contract,clause}' = ${clause}`]),
    ...(body === undefined ? [] : [sql`v.notice ->> 'body' = ${body}`]),
  ];
  return sql.join(each, sql` and `);
}

/** Whether one of the grades is the post's, or that of one of several posts. */
const hasGrade = (grades: readonly string[]): RawBuilder<unknown> => sql`jsonb_exists_any(
  jsonb_path_query_array(v.notice, '$.grades[*]') || jsonb_path_query_array(v.notice, '$.posts[*].grades[*]'),
  ${[...grades]}::text[])`;

/** The bodies that vacancies belong to, to choose from. */
export async function bodiesOfVacancies(db: Db): Promise<string[]> {
  const { rows } = await sql<{ body: string }>`
    select distinct notice ->> 'body' as body from vacancies where notice ->> 'body' <> ''`.execute(db);
  return rows.map(({ body }) => body);
}
