import type { Kysely } from 'kysely';
import type { Language } from '../platform/language.ts';
import { refuse, ok, type Result } from '../platform/result.ts';
import type { Db, Schema } from '../schema.ts';
import type { Account } from './account.ts';
import type { Doer } from './actor.ts';
import { recordEvent } from './event-queries.ts';
import { hashPassword } from './password-hash.ts';
import type { Role } from './permissions.ts';
import { revokeSessions } from './session-queries.ts';

const COLUMNS = [
  'id',
  'email',
  'name',
  'language',
  'passwordHash',
  'verifiedAt',
  'version',
  'passwordIsKnown',
] as const;

/** The account with this address, as `readAddress` gives it. */
export async function findAccountByAddress(db: Db, email: string): Promise<Account | undefined> {
  const row = await db.selectFrom('accounts').select(COLUMNS).where('email', '=', email).executeTakeFirst();
  return row && { ...row, language: row.language as Language };
}

export async function findAccount(db: Db, id: string): Promise<Account | undefined> {
  const row = await db.selectFrom('accounts').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row && { ...row, language: row.language as Language };
}

export type AccountToCreate = { email: string; name: string; language: Language; passwordHash: string };

/**
 * Creates an account whose address is yet to be verified, and answers its id. Signing up once more before that replaces
 * name and password; an account that is verified stays as it is, and the answer is undefined.
 */
export async function recordSignUp(db: Db, account: AccountToCreate, now: Date): Promise<string | undefined> {
  const { name, language, passwordHash } = account;
  const row = await db
    .insertInto('accounts')
    .values({ ...account, verifiedAt: null, createdAt: now })
    .onConflict((conflict) =>
      conflict
        .column('email')
        .doUpdateSet({ name, language, passwordHash, passwordIsKnown: true })
        .where('accounts.verifiedAt', 'is', null),
    )
    .returning('id')
    .executeTakeFirst();
  if (row) await recordEvent(db, { ...about(row.id), action: 'account-created', by: { kind: 'system' }, at: now });
  return row?.id;
}

/**
 * An account whose address the organisation's provider vouches for. One with this address that nobody ever confirmed is
 * taken over, and nothing of whoever typed it is left: neither password nor name nor link.
 */
export async function recordOutsideAccount(db: Db, account: AccountToCreate, now: Date): Promise<string> {
  const { name, language, passwordHash } = account;
  const { id } = await db
    .insertInto('accounts')
    .values({ ...account, verifiedAt: now, createdAt: now, passwordIsKnown: false })
    .onConflict((conflict) =>
      conflict
        .column('email')
        .doUpdateSet({ name, language, passwordHash, verifiedAt: now, passwordIsKnown: false })
        .where('accounts.verifiedAt', 'is', null),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.deleteFrom('oneTimeLinks').where('accountId', '=', id).execute();
  await db.deleteFrom('signInSteps').where('accountId', '=', id).execute();
  await revokeSessions(db, { accountId: id }, now);
  const by = { kind: 'system' } as const;
  await recordEvent(db, { ...about(id), action: 'account-created', by, at: now, details: { by: 'outside-sign-in' } });
  return id;
}

/** The person proved that the address is theirs. */
export async function recordVerification(db: Db, id: string, now: Date): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('accounts')
    .set({ verifiedAt: now })
    .where('id', '=', id)
    .where('verifiedAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  await recordEvent(db, { ...about(id), action: 'address-verified', by: { kind: 'account', id }, at: now });
}

/** Sets a password, already hashed; every session and its like is for the caller to end. */
export async function recordPassword(db: Db, account: { id: string; passwordHash: string }, now: Date): Promise<void> {
  const { id, passwordHash } = account;
  await db.updateTable('accounts').set({ passwordHash, passwordIsKnown: true }).where('id', '=', id).execute();
  await recordEvent(db, { ...about(id), action: 'password-changed', by: { kind: 'account', id }, at: now });
}

export type Profile = { id: string; name: string; language: Language; version: number };

/** Changes name and language, if nobody did since the person was shown them. */
export async function recordProfile(
  db: Db,
  { id, name, language, version }: Profile,
  now: Date,
): Promise<Result<undefined, { kind: 'changed-meanwhile' }>> {
  const { numUpdatedRows } = await db
    .updateTable('accounts')
    .set({ name, language, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return refuse({ kind: 'changed-meanwhile' });
  await recordEvent(db, { ...about(id), action: 'profile-changed', by: { kind: 'account', id }, at: now });
  return ok(undefined);
}

export type StaffAccount = {
  email: string;
  name: string;
  language: Language;
  roles: readonly Role[];
  password: string;
};

/**
 * Makes sure that there is a verified account at this address with just these roles, and answers its id. Name and
 * password of one that is already there stay; when its roles change, its sessions end.
 */
export async function createStaffAccount(db: Kysely<Schema>, wanted: StaffAccount, now: Date): Promise<string> {
  const { roles, password, ...person } = wanted;
  const passwordHash = await hashPassword(password);
  return db.transaction().execute(async (transaction) => {
    const created = await transaction
      .insertInto('accounts')
      .values({ ...person, passwordHash, verifiedAt: now, createdAt: now })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .returning('id')
      .executeTakeFirst();
    const by: Doer = { kind: 'command-line' };
    if (created) await recordEvent(transaction, { ...about(created.id), action: 'account-created', by, at: now });
    const account =
      created ??
      (await transaction
        .selectFrom('accounts')
        .select('id')
        .where('email', '=', person.email)
        .executeTakeFirstOrThrow());
    await recordRoles(transaction, { id: account.id, roles, by }, now);
    return account.id;
  });
}

/** Entrusts an account with just these roles. Where that changes something, its sessions end and start anew with them. */
export async function recordRoles(
  db: Db,
  { id, roles, by }: { id: string; roles: readonly Role[]; by: Doer },
  now: Date,
): Promise<void> {
  const held = await db.selectFrom('accountRoles').select('role').where('accountId', '=', id).execute();
  const before = held.map(({ role }) => role).toSorted();
  const after = [...new Set<string>(roles)].toSorted();
  // What a group gave and a person confirms is given by hand from now on.
  await db.updateTable('accountRoles').set({ givenBy: 'person' }).where('accountId', '=', id).execute();
  if (before.join() === after.join()) return;
  await db.deleteFrom('accountRoles').where('accountId', '=', id).execute();
  if (after.length > 0)
    await db
      .insertInto('accountRoles')
      .values(after.map((role) => ({ accountId: id, role, grantedAt: now })))
      .execute();
  await recordEvent(db, { ...about(id), action: 'roles-changed', by, at: now, details: { before, after } });
  await revokeSessions(db, { accountId: id }, now);
}

const about = (id: string) => ({ subject: 'account', subjectId: id }) as const;

/** The names now on these accounts, by id; one that is gone has none. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('accounts').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
