import type { Db } from '../../schema.ts';
import { recordEvent } from '../event-queries.ts';
import { byOwner, dropIdleRecoveryCodes } from '../second-factor/second-factor-queries.ts';
import type { StoredPasskey } from './passkey.ts';

/** Keeps a new passkey; answers false where this very one is known already, whoever's it is. */
export async function recordPasskey(
  db: Db,
  { accountId, name, ...passkey }: StoredPasskey & { accountId: string; name: string },
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('passkeys')
    .values({
      ...passkey,
      accountId,
      name,
      transports: JSON.stringify(passkey.transports),
      createdAt: now,
      lastUsedAt: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return false;
  await recordEvent(db, { ...byOwner(accountId), action: 'passkey-added', at: now });
  return true;
}

/** A passkey and whose it is. */
export async function findPasskey(db: Db, id: string): Promise<(StoredPasskey & { accountId: string }) | undefined> {
  const row = await db.selectFrom('passkeys').selectAll().where('id', '=', id).executeTakeFirst();
  return row && { ...row, counter: Number(row.counter) };
}

export async function notePasskeyUse(
  db: Db,
  { id, counter }: { id: string; counter: number },
  now: Date,
): Promise<void> {
  await db.updateTable('passkeys').set({ counter, lastUsedAt: now }).where('id', '=', id).execute();
}

/** Takes a passkey of this account away. */
export async function removePasskey(
  db: Db,
  { id, accountId }: { id: string; accountId: string },
  now: Date,
): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('passkeys')
    .where('id', '=', id)
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return;
  await recordEvent(db, { ...byOwner(accountId), action: 'passkey-removed', at: now });
  await dropIdleRecoveryCodes(db, accountId);
}
