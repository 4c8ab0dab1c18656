import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { recordEvent } from '../event-queries.ts';
import { keyedHash, seal, unseal } from '../sealing.ts';
import { stepOfCode } from './authenticator.ts';
import { newRecoveryCodes, readRecoveryCode } from './recovery-code.ts';

/** The database, and the key that it does not have. */
export type Keyed = { db: Db; secret: string };
const SEALED = 'authenticator';
const HASHED = 'recovery-code';

export type SecondFactors = {
  authenticatorSince: Date | null;
  passkeys: { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }[];
  recoveryCodesLeft: number;
};

export async function secondFactorsOf(db: Db, accountId: string): Promise<SecondFactors> {
  const authenticator = await db
    .selectFrom('authenticators')
    .select('confirmedAt')
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  const passkeys = await db
    .selectFrom('passkeys')
    .select(['id', 'name', 'createdAt', 'lastUsedAt'])
    .where('accountId', '=', accountId)
    .orderBy('createdAt')
    .execute();
  const { left } = await db
    .selectFrom('recoveryCodes')
    .select(sql<number>`count(*)::int`.as('left'))
    .where('accountId', '=', accountId)
    .executeTakeFirstOrThrow();
  return { authenticatorSince: authenticator?.confirmedAt ?? null, passkeys, recoveryCodesLeft: left };
}

export const isEnrolled = ({ authenticatorSince, passkeys }: SecondFactors): boolean =>
  authenticatorSince !== null || passkeys.length > 0;

export const hasSecondFactor = async (db: Db, accountId: string): Promise<boolean> =>
  isEnrolled(await secondFactorsOf(db, accountId));

/** Keeps a new secret that counts for nothing until a code confirms it; one in use stays as it is. */
export async function beginAuthenticator(
  { db, secret: key }: Keyed,
  { accountId, secret }: { accountId: string; secret: string },
  now: Date,
): Promise<void> {
  const row = { secret: seal(secret, key, SEALED), createdAt: now, lastStep: 0 };
  await db
    .insertInto('authenticators')
    .values({ ...row, accountId, confirmedAt: null })
    .onConflict((conflict) =>
      conflict.column('accountId').doUpdateSet(row).where('authenticators.confirmedAt', 'is', null),
    )
    .execute();
}

/** The secret that waits for its first code. */
export async function pendingAuthenticator({ db, secret }: Keyed, accountId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('authenticators')
    .select('secret')
    .where('accountId', '=', accountId)
    .where('confirmedAt', 'is', null)
    .executeTakeFirst();
  return row && unseal(row.secret, secret, SEALED);
}

/** Takes the first code of a new app: from here on, it is asked for. */
export async function confirmAuthenticator(keyed: Keyed, { accountId, code }: Shown, now: Date): Promise<boolean> {
  const pending = await pendingAuthenticator(keyed, accountId);
  const step = pending === undefined ? undefined : stepOfCode(pending, code, now);
  if (step === undefined) return false;
  const { numUpdatedRows } = await keyed.db
    .updateTable('authenticators')
    .set({ confirmedAt: now, lastStep: step })
    .where('accountId', '=', accountId)
    .where('confirmedAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await recordEvent(keyed.db, { ...byOwner(accountId), action: 'authenticator-added', at: now });
  return true;
}

type Shown = { accountId: string; code: string };

/** Takes a code of the app, once: the same or an older one is refused afterwards (RFC 6238, 5.2). */
export async function useCode({ db, secret }: Keyed, { accountId, code }: Shown, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('authenticators')
    .select('secret')
    .where('accountId', '=', accountId)
    .where('confirmedAt', 'is not', null)
    .executeTakeFirst();
  const step = row && stepOfCode(unseal(row.secret, secret, SEALED), code, now);
  if (step === undefined) return false;
  const { numUpdatedRows } = await db
    .updateTable('authenticators')
    .set({ lastStep: step })
    .where('accountId', '=', accountId)
    .where('lastStep', '<', step)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes a recovery code, once. */
export async function useRecoveryCode({ db, secret }: Keyed, { accountId, code }: Shown, now: Date): Promise<boolean> {
  const read = readRecoveryCode(code);
  if (read === undefined) return false;
  const { numDeletedRows } = await db
    .deleteFrom('recoveryCodes')
    .where('accountId', '=', accountId)
    .where('codeHash', '=', keyedHash(read, secret, HASHED))
    .executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await recordEvent(db, { ...byOwner(accountId), action: 'recovery-code-used', at: now });
  return true;
}

/** Makes new recovery codes and answers them, to be shown once; those before are void. */
export async function replaceRecoveryCodes({ db, secret }: Keyed, accountId: string, now: Date): Promise<string[]> {
  const codes = newRecoveryCodes();
  await db.deleteFrom('recoveryCodes').where('accountId', '=', accountId).execute();
  await db
    .insertInto('recoveryCodes')
    .values(codes.map((code) => ({ accountId, codeHash: keyedHash(code, secret, HASHED), madeAt: now })))
    .execute();
  await recordEvent(db, { ...byOwner(accountId), action: 'recovery-codes-made', at: now });
  return codes;
}

/** Takes the app away, and with the last second factor the codes that stood in for it. */
export async function removeAuthenticator(db: Db, accountId: string, now: Date): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('authenticators')
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return;
  await recordEvent(db, { ...byOwner(accountId), action: 'authenticator-removed', at: now });
  await dropIdleRecoveryCodes(db, accountId);
}

/** Recovery codes open nothing where there is no second factor. */
export async function dropIdleRecoveryCodes(db: Db, accountId: string): Promise<void> {
  if (!(await hasSecondFactor(db, accountId)))
    await db.deleteFrom('recoveryCodes').where('accountId', '=', accountId).execute();
}

export const byOwner = (id: string) => ({ subject: 'account', subjectId: id, by: { kind: 'account', id } }) as const;
