import { sql } from 'kysely';
import type { Language } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Db } from '../../schema.ts';
import { inTransaction } from '../../vacancies/vacancy-queries.ts';
import { DAYS_TO_CONFIRM, HOURS_BETWEEN_MAILS, MOST_SEARCHES, MOST_UNANSWERED, type Frequency } from './follower.ts';

/** Who follows: somebody signed in, or a visitor by the address they gave. */
export type Who = { accountId: string } | { email: string; language: Language };

export type SavedSearch = { id: string; query: string; frequency: Frequency; confirmedAt: Date | null; lookedAt: Date };

/** A search that was kept, and whether its follower is to be asked for their confirmation now. */
type Kept = { id: string; ask: boolean };

/**
 * Keeps a search, or changes how often it tells. A visitor's tells nothing until it is confirmed: they are asked, unless
 * they left too many such mails unanswered or had one about the same search within a day. Undefined where nothing was kept.
 */
export function saveSearch(
  db: Db,
  who: Who,
  { query, frequency, at }: { query: string; frequency: Frequency; at: Date },
): Promise<Result<Kept | undefined, { kind: 'too-many-searches' }>> {
  return inTransaction(db, async (transaction) => {
    const followerId = await followerOf(transaction, who, at);
    const known = await searchesOf(transaction, followerId);
    const same = known.find((search) => search.query === query);
    if (!same && known.length >= MOST_SEARCHES) return refuse({ kind: 'too-many-searches' });
    // Whoever types somebody's address changes nothing that they confirmed.
    if ('email' in who && !mayBeAsked(known, same, at)) return ok(same && { id: same.id, ask: false });
    const confirmedAt = 'accountId' in who ? (same?.confirmedAt ?? at) : null;
    const { id } = await transaction
      .insertInto('savedSearches')
      .values({ followerId, query, frequency, createdAt: at, confirmedAt, lookedAt: at })
      .onConflict((conflict) =>
        conflict
          .columns(['followerId', 'query'])
          .doUpdateSet({ frequency, confirmedAt, ...(confirmedAt === null && { lookedAt: at }) }),
      )
      .returning('id')
      .executeTakeFirstOrThrow();
    return ok({ id, ask: 'email' in who });
  });
}

/** `lookedAt` of a search that is not confirmed is when its follower was last asked. */
function mayBeAsked(known: readonly SavedSearch[], same: SavedSearch | undefined, at: Date): boolean {
  if (same) return !same.confirmedAt && at.getTime() - same.lookedAt.getTime() >= HOURS_BETWEEN_MAILS * 3_600_000;
  return known.filter(({ confirmedAt }) => confirmedAt === null).length < MOST_UNANSWERED;
}

async function followerOf(db: Db, who: Who, at: Date): Promise<string> {
  const row =
    'accountId' in who
      ? { accountId: who.accountId, email: null, language: 'en' }
      : { accountId: null, email: who.email, language: who.language };
  const column = 'accountId' in who ? 'accountId' : 'email';
  const { id } = await db
    .insertInto('followers')
    .values({ ...row, createdAt: at })
    .onConflict((conflict) => conflict.column(column).doUpdateSet((is) => ({ [column]: is.ref(`excluded.${column}`) })))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A follower's searches, the last saved first. */
export async function searchesOf(db: Db, followerId: string): Promise<SavedSearch[]> {
  const rows = await db
    .selectFrom('savedSearches')
    .select(['id', 'query', 'frequency', 'confirmedAt', 'lookedAt'])
    .where('followerId', '=', followerId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, frequency: row.frequency as Frequency }));
}

/** The follower that an account is, if it has ever saved a search. */
export async function followerOfAccount(db: Db, accountId: string): Promise<string | undefined> {
  const row = await db.selectFrom('followers').select('id').where('accountId', '=', accountId).executeTakeFirst();
  return row?.id;
}

/** Confirms a visitor's search at an instant; whether there was one to confirm. */
export async function confirmSearch(db: Db, id: string, at: Date): Promise<boolean> {
  const row = await db
    .updateTable('savedSearches')
    .set((is) => ({ confirmedAt: is.fn.coalesce('confirmedAt', is.val(at)), lookedAt: at }))
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function searchIsThere(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('savedSearches').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** Forgets one search of a follower, and a visitor with their last one. */
export async function removeSearch(db: Db, followerId: string, id: string): Promise<void> {
  await db.deleteFrom('savedSearches').where('id', '=', id).where('followerId', '=', followerId).execute();
  await forgetIdleVisitors(db);
}

export async function changeFrequency(
  db: Db,
  followerId: string,
  { id, frequency }: { id: string; frequency: Frequency },
) {
  await db
    .updateTable('savedSearches')
    .set({ frequency })
    .where('id', '=', id)
    .where('followerId', '=', followerId)
    .execute();
}

/** Whether nothing but the address is known of a follower: it goes with their last search. */
export async function isVisitor(db: Db, followerId: string): Promise<boolean> {
  const row = await db.selectFrom('followers').select('accountId').where('id', '=', followerId).executeTakeFirst();
  return row?.accountId === null;
}

/** Ends everything a follower is sent: a visitor is deleted; the searches of an account stay, and tell nothing. */
export async function unsubscribe(db: Db, followerId: string): Promise<void> {
  await db.deleteFrom('followers').where('id', '=', followerId).where('accountId', 'is', null).execute();
  await db.updateTable('savedSearches').set({ frequency: 'never' }).where('followerId', '=', followerId).execute();
}

/** Deletes what was not confirmed in time, and visitors who follow nothing any more. Answers how many searches went. */
export async function forgetUnconfirmed(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - DAYS_TO_CONFIRM * 86_400_000);
  const gone = await db
    .deleteFrom('savedSearches')
    .where('confirmedAt', 'is', null)
    .where('createdAt', '<', before)
    .executeTakeFirst();
  await forgetIdleVisitors(db);
  return Number(gone.numDeletedRows);
}

const forgetIdleVisitors = (db: Db) =>
  sql`delete from followers where account_id is null
    and not exists (select from saved_searches where follower_id = followers.id)`.execute(db);
