import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import { historyBegins } from './sign-in-method.ts';

type Kept = { months: number; now: Date };
const span = (months: number) => sql`make_interval(months => ${months}::int)`;

/** Accounts of people without an application and without a task, who have not been here for so long. */
export async function expiredAccounts(db: Db, { months, now }: Kept): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from accounts a where erased_at is null
      and not exists (select from applications where applicant_id = a.id)
      and not exists (select from account_roles where account_id = a.id)
      and not exists (select from serving_staff where account_id = a.id and valid_until > ${now})
      and greatest(created_at, verified_at,
        (select max(last_seen_at) from sessions where account_id = a.id),
        (select max(at) from sign_ins where account_id = a.id and succeeded)) + ${span(months)} <= ${now}
    order by id`.execute(db);
  return rows.map(({ id }) => id);
}

export async function countExpiredEvents(db: Db, { months, now }: Kept): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from events where at + ${span(months)} <= ${now}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Deletes events whose time is over; the database lets nobody else do so, and only in this transaction. */
export async function deleteExpiredEvents(db: Db, { months, now }: Kept): Promise<void> {
  await sql`select set_config('concours.retention', 'events', true)`.execute(db);
  await sql`delete from events where at + ${span(months)} <= ${now}`.execute(db);
  await sql`select set_config('concours.retention', '', true)`.execute(db);
}

/** What only ever was of use for a while: sign-ins told to their owner, sessions that ended, links that are void. */
export async function sweepOldSignIns(db: Db, now: Date): Promise<void> {
  const before = historyBegins(now);
  await db.deleteFrom('signIns').where('at', '<=', before).execute();
  await db.deleteFrom('sessions').where('expiresAt', '<=', before).execute();
  await db.deleteFrom('oneTimeLinks').where('expiresAt', '<=', before).execute();
}
