import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import { recordEvent } from './event-queries.ts';
import { deletionDue, type PersonalData } from './personal-data.ts';
import { byOwner } from './second-factor/second-factor-queries.ts';
import { revokeSessions } from './session-queries.ts';

/** Notes that a person wants their account deleted, and answers when that will be. Asking again changes nothing. */
export async function askForDeletion(db: Db, accountId: string, now: Date): Promise<Date> {
  const dueAt = deletionDue(now);
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('accountDeletions')
    .values({ accountId, requestedAt: now, dueAt })
    .onConflict((conflict) => conflict.column('accountId').doNothing())
    .executeTakeFirst();
  if ((numInsertedOrUpdatedRows ?? 0n) > 0n)
    await recordEvent(db, { ...byOwner(accountId), action: 'deletion-asked', at: now });
  return (await findDeletion(db, accountId)) ?? dueAt;
}

/** When an account is to be deleted, if its owner asked for that. */
export async function findDeletion(db: Db, accountId: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('accountDeletions')
    .select('dueAt')
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  return row?.dueAt;
}

/** Calls a deletion off. */
export async function keepAccount(db: Db, accountId: string, now: Date): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('accountDeletions')
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  if (numDeletedRows > 0n) await recordEvent(db, { ...byOwner(accountId), action: 'deletion-called-off', at: now });
}

/** The accounts whose time has come at `now`, held until the transaction ends. */
export async function dueDeletion(db: Db, now: Date): Promise<string | undefined> {
  const row = await db
    .selectFrom('accountDeletions')
    .select('accountId')
    .where('dueAt', '<=', now)
    .orderBy('dueAt')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row?.accountId;
}

/**
 * Deletes all that there is of a person except what must be kept. While an application is, or the record of a
 * competition in which the person judged, the account's row stays as a stub that names nobody and opens for nobody.
 */
export async function eraseAccount(
  db: Db,
  { accountId, personalData }: { accountId: string; personalData: PersonalData },
  now: Date,
): Promise<void> {
  await revokeSessions(db, { accountId }, now);
  // The mails of a person are found by the address on their account, which goes last.
  for (const part of personalData) await part.erase(db, accountId, now);
  await db
    .updateTable('accounts')
    .set({ email: `erased-${accountId}@erased.invalid`, name: '–', passwordHash: '', verifiedAt: null, erasedAt: now })
    .where('id', '=', accountId)
    .execute();
  const about = { subject: 'account', subjectId: accountId } as const;
  await recordEvent(db, { ...about, action: 'account-erased', by: { kind: 'system' }, at: now });
  await dropStubs(db);
}

/** Stubs that nothing refers to any more. */
export async function dropStubs(db: Db): Promise<number> {
  const { numAffectedRows } = await sql`delete from accounts where erased_at is not null
    and not exists (select from applications where applicant_id = accounts.id)
    and not exists (select from competition_members where account_id = accounts.id)`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
