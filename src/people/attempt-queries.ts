import { createHmac } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Db, Schema } from '../schema.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { countedSince, forgottenBefore, LIMITS, secondsUntilRoom, type AttemptKind } from './attempt-limits.ts';

/** What an attempt is counted against; `subject` is an address, a network or an account, and is stored as a keyed hash. */
export type Attempt = { kind: AttemptKind; subject: string };
export type TooMany = { kind: 'too-many'; seconds: number };
type Counted = Attempt & { hash: Buffer };

const hashed = (attempts: readonly Attempt[], secret: string): Counted[] =>
  attempts.map((attempt) => ({
    ...attempt,
    hash: createHmac('sha256', secret).update(`${attempt.kind}\n${attempt.subject}`).digest(),
  }));

type Keyed = { db: Kysely<Schema>; secret: string };

/**
 * Counts an attempt against every limit it touches, or refuses it when one is used up; what is refused is not counted.
 * Each subject is locked while it is counted, so requests at the same instant cannot slip through together.
 */
export function countAttempt(
  { db, secret }: Keyed,
  attempts: readonly Attempt[],
  now: Date,
): Promise<Result<undefined, TooMany>> {
  const counted = hashed(attempts, secret).toSorted((a, b) => a.hash.compare(b.hash));
  return db.transaction().execute(async (transaction) => {
    const waits: number[] = [];
    for (const attempt of counted) waits.push(await secondsToWait(transaction, attempt, now));
    const seconds = Math.max(...waits);
    if (seconds > 0) return refuse({ kind: 'too-many', seconds });
    await transaction
      .insertInto('attempts')
      .values(counted.map(({ hash, kind }) => ({ subjectHash: hash, kind, at: now })))
      .execute();
    await sweep(transaction, now);
    return ok(undefined);
  });
}

/** Deletes some of what no longer counts for anybody; rows that another request is deleting are left to it. */
async function sweep(db: Transaction<Schema>, now: Date): Promise<void> {
  await sql`delete from attempts where ctid in (
    select ctid from attempts where at <= ${forgottenBefore(now)} limit 100 for update skip locked
  )`.execute(db);
}

/** Locks the subject until the end of the transaction, and answers 0 where there is room. */
async function secondsToWait(db: Transaction<Schema>, { kind, hash }: Counted, now: Date): Promise<number> {
  await sql`select pg_advisory_xact_lock(${hash.readBigInt64BE().toString()}::bigint)`.execute(db);
  const oldest = await db
    .selectFrom('attempts')
    .select('at')
    .where('kind', '=', kind)
    .where('subjectHash', '=', hash)
    .where('at', '>', countedSince(kind, now))
    .orderBy('at', 'desc')
    .offset(LIMITS[kind].most - 1)
    .limit(1)
    .executeTakeFirst();
  return oldest ? secondsUntilRoom(kind, oldest.at, now) : 0;
}

/** What was counted at `now` turned out to be no guess: as many attempts as these are counted no longer. */
export async function uncountAttempts(
  { db, secret }: { db: Db; secret: string },
  attempts: readonly Attempt[],
  now: Date,
): Promise<void> {
  for (const { kind, hash } of hashed(attempts, secret))
    await sql`delete from attempts where ctid = (
      select ctid from attempts where kind = ${kind} and subject_hash = ${hash} and at = ${now}
      limit 1 for update skip locked
    )`.execute(db);
}

/** The right password was given, or a new one set: earlier guesses at this subject no longer count. */
export async function forgetAttempts({ db, secret }: { db: Db; secret: string }, attempts: Attempt[]): Promise<void> {
  for (const { kind, hash } of hashed(attempts, secret))
    await db.deleteFrom('attempts').where('kind', '=', kind).where('subjectHash', '=', hash).execute();
}
