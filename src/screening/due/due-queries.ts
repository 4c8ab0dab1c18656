import { sql, type Transaction } from 'kysely';
import { doerOf, type Actor } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { heldWords } from '../../people/held-words.ts';
import { rolesWith } from '../../people/permissions.ts';
import type { Translated } from '../../platform/language.ts';
import type { Db, Schema } from '../../schema.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import type { SetDue } from './screening-due.ts';

/** The day that was set last for a competition; undefined where that of the organisation stands. */
export async function lastSetDue(db: Db, reference: string): Promise<SetDue | undefined> {
  return db
    .selectFrom('screeningDueDates')
    .select(['number', 'dueOn as day', 'reason', 'setAt'])
    .where('vacancyReference', '=', reference)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

type Setting = { due: Omit<SetDue, 'setAt'>; actor: Actor; at: Date };

/** Call it while the screening is locked: the number before this one was the last. */
export async function recordDue(db: Db, reference: string, { due, actor, at }: Setting): Promise<void> {
  const { number, day, reason } = due;
  const { nonce, sha256 } = heldWords('screening-due', { vacancy: reference, number, day, reason });
  await db
    .insertInto('screeningDueDates')
    .values({ vacancyReference: reference, number, dueOn: day, reason, setAt: at, setBy: actor.accountId, nonce })
    .execute();
  const event = { subject: 'vacancy', subjectId: reference, action: 'screening-due-set', by: doerOf(actor) } as const;
  await recordEvent(db, { ...event, at, details: { number, day, held: [sha256] } });
}

/** Whether an application `a`, screened as `s`, waits to be settled: nothing was decided on it otherwise, nor before a review. */
const LEFT = sql`s.settled_at is null and not exists (select from application_stages t
  where t.application_id = a.id and t.position in ('selected', 'reserve-listed', 'not-retained'))`;

/** Whether somebody has a sheet `h` still to sign, of an application that waits and that they may judge. */
const TO_SIGN = sql`h.signed_at is null and ${LEFT} and not exists (select from conflicts_of_interest c
  where c.application_id = a.id and c.account_id = h.screener_id and c.cleared_at is null)
  and a.applicant_id <> h.screener_id`;

/** Whether one application waits to be settled, in a competition that goes on. */
export async function waits(db: Db, applicationId: string): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from applications a join vacancies v on v.reference = a.vacancy_reference
      left join screened_applications s on s.application_id = a.id
      where a.id = ${applicationId} and a.status = 'submitted' and v.status in ('published', 'closed')
        and ${LEFT}) as waits`.execute(db);
  return rows[0]?.waits === true;
}

/** A competition of which applications wait to be settled. */
export type ScreeningLeft = Pick<
  Vacancy,
  'reference' | 'status' | 'publishedAt' | 'deadlineAt' | 'deadlineZone' | 'closedAt'
> & {
  title: Translated;
  begun: boolean;
  set: SetDue | undefined;
  submitted: number;
  left: number;
};
type Wanted = { reference?: string; of?: { accountId: string; everywhere: boolean } };

/**
 * The competitions of which applications wait, whether or not anything can still come in: one, all, or those in which
 * somebody screens; never one for which they apply themselves.
 */
export async function screeningsLeft(db: Db, { reference, of }: Wanted = {}): Promise<ScreeningLeft[]> {
  const { rows } = await sql<Omit<ScreeningLeft, 'set'> & { set: (Omit<SetDue, 'setAt'> & { setAt: string }) | null }>`
    select v.reference, v.status, v.published_at, v.deadline_at, v.deadline_zone, v.closed_at, v.notice -> 'title' as title,
      exists (select from screenings k where k.vacancy_reference = v.reference) as begun, d.set, c.submitted, c."left"
    from vacancies v
    cross join lateral (
      select count(*)::int as submitted, count(*) filter (where ${LEFT})::int as "left" from applications a
      left join screened_applications s on s.application_id = a.id
      where a.vacancy_reference = v.reference and a.status = 'submitted') c
    left join lateral (
      select json_build_object('number', number, 'day', due_on, 'reason', reason, 'setAt', set_at) as set
      from screening_due_dates where vacancy_reference = v.reference order by number desc limit 1) d on true
    where v.status in ('published', 'closed') and c."left" > 0
      and ${reference === undefined ? sql`true` : sql`v.reference = ${reference}`}
      and ${of === undefined ? sql`true` : OPEN_TO(of)}
    order by v.reference`.execute(db);
  return rows.map(({ set, ...row }) => ({ ...row, set: set ? { ...set, setAt: new Date(set.setAt) } : undefined }));
}

const OPEN_TO = ({ accountId, everywhere }: { accountId: string; everywhere: boolean }) => sql`
  not exists (select from applications o where o.vacancy_reference = v.reference and o.applicant_id = ${accountId}
    and o.status in ('draft', 'submitted'))
  and (${everywhere} or exists (select from competition_members m where m.vacancy_reference = v.reference
    and m.account_id = ${accountId} and m.role = 'screener' and m.removed_at is null))`;

/** How many sheets somebody has still to sign, by competition. */
export async function ownToSign(db: Db, accountId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ reference: string; count: number }>`
    select s.vacancy_reference as reference, count(*)::int as count from screening_sheets h
    join screened_applications s on s.application_id = h.application_id
    join applications a on a.id = h.application_id and a.status = 'submitted'
    where h.screener_id = ${accountId} and ${TO_SIGN} group by s.vacancy_reference`.execute(db);
  return new Map(rows.map((row) => [row.reference, row.count]));
}

/** Somebody to be reminded: with how many sheets they have still to sign. */
export type Reminded = { accountId: string; toSign: number };

/**
 * Whoever has a sheet to sign and still screens here, and whoever arranged the screening and still may; where nobody
 * arranged it yet, everybody who may. Nobody who applies here.
 */
export async function toRemind(db: Db, reference: string): Promise<Reminded[]> {
  const { rows } = await sql<Reminded>`
    with signing as (
      select h.screener_id as id, count(*)::int as to_sign from screening_sheets h
      join screened_applications s on s.application_id = h.application_id and s.vacancy_reference = ${reference}
      join applications a on a.id = h.application_id and a.status = 'submitted'
      where ${TO_SIGN} and exists (select from competition_members m where m.vacancy_reference = ${reference}
        and m.account_id = h.screener_id and m.role = 'screener' and m.removed_at is null)
      group by h.screener_id),
    may as (select account_id as id from account_roles where role in (${sql.join([...rolesWith('competition:arrange')])})),
    arranged as (
      select begun_by as id from screenings where vacancy_reference = ${reference}
      union select h.assigned_by from screening_sheets h
        join screened_applications s on s.application_id = h.application_id where s.vacancy_reference = ${reference}
      union select set_by from screening_due_dates where vacancy_reference = ${reference}),
    arranging as (select id from may where id in (select id from arranged)),
    everybody as (
      select id from signing union select id from arranging
      union select id from may where not exists (select from arranging))
    select id as account_id, coalesce(to_sign, 0) as to_sign from everybody left join signing using (id)
    where not exists (select from applications o where o.vacancy_reference = ${reference} and o.applicant_id = id
      and o.status in ('draft', 'submitted'))
    order by id`.execute(db);
  return rows;
}

type Claim = { reference: string; day: string; days: number; people: readonly string[]; at: Date };

/** Takes it on to remind these people of a day; answers whom: nobody twice, nor of less than they were reminded of before. */
export async function claimReminders(
  transaction: Transaction<Schema>,
  { reference, day, days, people, at }: Claim,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    insert into screening_reminders (vacancy_reference, account_id, due_on, days_from_due, sent_at)
    select ${reference}, p.id, ${day}::text, ${days}::int, ${at} from unnest(${[...people]}::uuid[]) p (id)
    where not exists (select from screening_reminders r where r.vacancy_reference = ${reference} and r.account_id = p.id
      and r.due_on = ${day}::text and r.days_from_due >= ${days}::int)
    on conflict do nothing returning account_id as id`.execute(transaction);
  return new Set(rows.map(({ id }) => id));
}
