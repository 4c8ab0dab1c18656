import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import type { Language } from '../platform/language.ts';
import { ERASURE, RANGES_AT_ONCE } from './event-chain/erasure.ts';
import { recordEvent } from './event-queries.ts';
import { historyBegins } from './sign-in-method.ts';

type Kept = { months: number; now: Date };
const span = (months: number) => sql`make_interval(months => ${months}::int)`;

type Idle = Kept & { warningDays?: number | undefined };

/**
 * Accounts of people without an application and without a task, who have not been here for so long; where the organisation
 * warns them, only those who were, as many days ago. An address that was never confirmed is nobody's to be warned.
 */
export async function expiredAccounts(db: Db, { months, now, warningDays }: Idle): Promise<string[]> {
  const warned =
    warningDays === undefined
      ? sql`true`
      : sql`(a.verified_at is null or
    (a.idle_warned_at > ${LAST_HERE} and a.idle_warned_at + ${days(warningDays)} <= ${now}))`;
  const { rows } = await sql<{ id: string }>`
    select id from accounts a where ${unused(now)} and ${LAST_HERE} + ${span(months)} <= ${now} and ${warned}
    order by id`.execute(db);
  return rows.map(({ id }) => id);
}

export type ToWarn = { id: string; name: string; address: string; language: Language };

/** Those whose account will go so many days from `now`, and who were not warned since they were last here. */
export async function idleAccounts(db: Db, { months, now, warningDays = 0 }: Idle): Promise<ToWarn[]> {
  const { rows } = await sql<ToWarn>`
    select id, name, email as address, language from accounts a
    where ${unused(now)} and a.verified_at is not null
      and ${LAST_HERE} + ${span(months)} - ${days(warningDays)} <= ${now}
      and (a.idle_warned_at is null or a.idle_warned_at <= ${LAST_HERE})
    order by id`.execute(db);
  return rows;
}

/** Notes that somebody was warned, with the event; false where another server did so. */
export async function recordIdleWarning(db: Db, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('accounts')
    .set({ idleWarnedAt: now })
    .where('id', '=', id)
    .where((is) => is.or([is('idleWarnedAt', 'is', null), is('idleWarnedAt', '<', now)]))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  const about = { subject: 'account', subjectId: id, action: 'idle-warned', by: { kind: 'system' } } as const;
  await recordEvent(db, { ...about, at: now });
  return true;
}

const unused = (now: Date) => sql`erased_at is null
  and not exists (select from applications where applicant_id = a.id)
  and not exists (select from account_roles where account_id = a.id)
  and not exists (select from serving_staff where account_id = a.id and valid_until > ${now})`;
const LAST_HERE = sql`greatest(created_at, verified_at,
  (select max(last_seen_at) from sessions where account_id = a.id),
  (select max(at) from sign_ins where account_id = a.id and succeeded))`;
const days = (count: number) => sql`make_interval(days => ${count}::int)`;

/** Those that tell of an erasure stay: without them the chain could not tell erased from removed. They are of nobody. */
const expiredEvents = ({ months, now }: Kept) =>
  sql`at + ${span(months)} <= ${now} and (subject, action) <> (${ERASURE.subject}, ${ERASURE.action})`;

export async function countExpiredEvents(db: Db, kept: Kept): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from events where ${expiredEvents(kept)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/**
 * Deletes events whose time is over, and records where they stood in the chain; the database lets nobody else do so, and
 * only in this transaction.
 */
export async function deleteExpiredEvents(db: Db, kept: Kept): Promise<void> {
  await sql`select set_config('concours.retention', 'events', true)`.execute(db);
  const { rows } = await sql<{ first: string; last: string }>`
    with gone as (delete from events where ${expiredEvents(kept)} returning id),
      places as (select position, position - row_number() over (order by position) as run
        from event_chain join gone on event_id = id)
    select min(position) as first, max(position) as last from places group by run order by 1`.execute(db);
  await sql`select set_config('concours.retention', '', true)`.execute(db);
  const positions = rows.map(({ first, last }) => [Number(first), Number(last)]);
  const about = { ...ERASURE, by: { kind: 'system' }, at: kept.now } as const;
  for (let from = 0; from < positions.length; from += RANGES_AT_ONCE) {
    const details = { months: kept.months, positions: positions.slice(from, from + RANGES_AT_ONCE) };
    await recordEvent(db, { ...about, details });
  }
}

/** What only ever was of use for a while: sign-ins told to their owner, sessions that ended, links that are void. */
export async function sweepOldSignIns(db: Db, now: Date): Promise<void> {
  const before = historyBegins(now);
  await db.deleteFrom('signIns').where('at', '<=', before).execute();
  await db.deleteFrom('sessions').where('expiresAt', '<=', before).execute();
  await db.deleteFrom('oneTimeLinks').where('expiresAt', '<=', before).execute();
}
