import type { Db } from '../../schema.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { recordEvent } from '../event-queries.ts';
import { byOwner } from '../second-factor/second-factor-queries.ts';
import { revokeSessions } from '../session-queries.ts';

export type AddressChange = { accountId: string; oldAddress: string; newAddress: string; changedAt: Date | null };

/** Notes that somebody wants another address; nothing changes until a link sent there is used. */
export async function askForAddress(
  db: Db,
  { accountId, oldAddress, newAddress }: Omit<AddressChange, 'changedAt'>,
  now: Date,
): Promise<void> {
  const row = { oldAddress, newAddress, requestedAt: now, changedAt: null };
  await db
    .insertInto('addressChanges')
    .values({ ...row, accountId })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(row))
    .execute();
  await recordEvent(db, { ...byOwner(accountId), action: 'new-address-asked', at: now });
}

export async function findAddressChange(db: Db, accountId: string): Promise<AddressChange | undefined> {
  return db
    .selectFrom('addressChanges')
    .select(['accountId', 'oldAddress', 'newAddress', 'changedAt'])
    .where('accountId', '=', accountId)
    .executeTakeFirst();
}

export type AddressRefusal = { kind: 'address-taken' } | { kind: 'nothing-to-change' };

/** The new address has shown that it is theirs: it is the account's from here on. */
export async function changeAddress(db: Db, accountId: string, now: Date): Promise<Result<undefined, AddressRefusal>> {
  const change = await findAddressChange(db, accountId);
  if (!change || change.changedAt) return refuse({ kind: 'nothing-to-change' });
  const moved = await moveTo(db, { accountId, address: change.newAddress });
  if (!moved) return refuse({ kind: 'address-taken' });
  await db.updateTable('addressChanges').set({ changedAt: now }).where('accountId', '=', accountId).execute();
  await recordEvent(db, { ...byOwner(accountId), action: 'address-changed', at: now });
  return ok(undefined);
}

/** The old address takes it back, before or after: every session ends, since one of them asked for it. */
export async function keepAddress(db: Db, accountId: string, now: Date): Promise<Result<undefined, AddressRefusal>> {
  const change = await findAddressChange(db, accountId);
  if (!change) return refuse({ kind: 'nothing-to-change' });
  if (change.changedAt && !(await moveTo(db, { accountId, address: change.oldAddress })))
    return refuse({ kind: 'address-taken' });
  await db.deleteFrom('addressChanges').where('accountId', '=', accountId).execute();
  await db
    .deleteFrom('oneTimeLinks')
    .where('accountId', '=', accountId)
    .where('purpose', 'in', ['new-address', 'new-password'])
    .execute();
  await revokeSessions(db, { accountId }, now);
  await recordEvent(db, { ...byOwner(accountId), action: 'address-kept', at: now });
  return ok(undefined);
}

/** An account that nobody ever confirmed does not hold an address; one that somebody did keeps it. */
async function moveTo(db: Db, { accountId, address }: { accountId: string; address: string }): Promise<boolean> {
  await db.deleteFrom('accounts').where('email', '=', address).where('verifiedAt', 'is', null).execute();
  const holder = await db.selectFrom('accounts').select('id').where('email', '=', address).executeTakeFirst();
  if (holder && holder.id !== accountId) return false;
  await db.updateTable('accounts').set({ email: address }).where('id', '=', accountId).execute();
  return true;
}
