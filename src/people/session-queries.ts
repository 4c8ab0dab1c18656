import { sql } from 'kysely';
import type { Language } from '../platform/language.ts';
import { prepared } from '../platform/prepared.ts';
import type { Db } from '../schema.ts';
import type { Actor } from './actor.ts';
import { isRole, type Role } from './permissions.ts';
import { hashSecret, idleSince, newSecret, sessionEnd } from './session.ts';
import { isMethod, METHODS, type SignInMethod } from './sign-in-method.ts';
import type { Proof } from './second-factor/second-factor.ts';

/** Opens a session and answers the secret for its cookie. */
export async function openSession(
  db: Db,
  { accountId, device, method = 'password' }: { accountId: string; device: string; method?: SignInMethod },
  now: Date,
): Promise<string> {
  const secret = newSecret();
  await db
    .insertInto('sessions')
    .values({
      secretHash: hashSecret(secret),
      accountId,
      device: device.slice(0, 200),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: sessionEnd(now),
      revokedAt: null,
      method,
      twoFactors: METHODS[method],
    })
    .execute();
  return secret;
}

/** Somebody with a session, and what that session and their account have proved. */
export type Holder = { actor: Actor; proof: Proof };

/** Who holds this session at `now`; undefined when it has ended, was revoked or never was. */
export async function findHolder(db: Db, secret: string, now: Date): Promise<Holder | undefined> {
  const [row] = await holders(db, { secretHash: hashSecret(secret), now, idle: idleSince(now) });
  if (!row) return undefined;
  if (now.getTime() - row.lastSeenAt.getTime() >= SEEN_EVERY_MS) await noteSeen(db, { id: row.sessionId, now });
  const { sessionId, accountId, name, email, twoFactors, enrolled, entrustedAt } = row;
  const language = row.language as Language;
  const method = isMethod(row.method) ? row.method : 'password';
  const roles = withServing((row.roles ?? []).filter(isRole), row.serving);
  const actor = { sessionId, accountId, name, email, language, method, roles, serving: row.serving };
  return { actor, proof: { twoFactors, enrolled, entrustedAt } };
}

/** Once a minute is enough to know that a session is in use. */
const SEEN_EVERY_MS = 60_000;

type OfHolder = { secretHash: Buffer; now: Date; idle: Date };
/** Asked of every request of somebody who is signed in. */
const holders = prepared('holder', (db, { secretHash, now, idle }: OfHolder) =>
  db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.accountId')
    .select(['sessions.id as sessionId', 'accounts.id as accountId', 'name', 'email', 'language', 'lastSeenAt'])
    .select(['sessions.method', 'sessions.twoFactors', ROLES_HELD.as('roles'), ENTRUSTED_AT.as('entrustedAt')])
    .select([ENROLLED.as('enrolled'), servingAt(now).as('serving')])
    .where('secretHash', '=', secretHash)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where('lastSeenAt', '>', idle)
    .where('verifiedAt', 'is not', null),
);

const noteSeen = prepared('seen', (db, { id, now }: { id: string; now: Date }) =>
  db.updateTable('sessions').set({ lastSeenAt: now }).where('id', '=', id),
);

/** Whoever was found to be serving staff sees what is internal, as a member of staff without a task here does. */
const withServing = (roles: readonly Role[], serving: boolean): readonly Role[] =>
  serving && !roles.includes('staff-member') ? [...roles, 'staff-member'] : roles;
const ROLES_HELD = sql<string[] | null>`(select array_agg(role) from account_roles r where r.account_id = accounts.id)`;
const ENTRUSTED_AT = sql<Date | null>`(
  select min(granted_at) from account_roles r where r.account_id = accounts.id and role <> 'staff-member')`;
const ENROLLED = sql<boolean>`(exists (select from authenticators a where a.account_id = accounts.id and confirmed_at is not null)
  or exists (select from passkeys p where p.account_id = accounts.id))`;
const servingAt = (now: Date) =>
  sql<boolean>`exists (select from serving_staff s where s.account_id = accounts.id and s.valid_until > ${now})`;

type SessionsToEnd = {
  accountId: string;
  /** Only this one; without it, all. */
  sessionId?: string;
  /** All but this one. */
  except?: string | undefined;
};

/** Ends sessions of this account and answers how many; somebody else's are left alone. */
export async function revokeSessions(
  db: Db,
  { accountId, sessionId, except }: SessionsToEnd,
  now: Date,
): Promise<number> {
  let ending = db
    .updateTable('sessions')
    .set({ revokedAt: now })
    .where('accountId', '=', accountId)
    .where('revokedAt', 'is', null);
  if (sessionId !== undefined) ending = ending.where('id', '=', sessionId);
  if (except !== undefined) ending = ending.where('id', '!=', except);
  const { numUpdatedRows } = await ending.executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Ends the session of this cookie, whoever's it is: a new one takes its place. */
export async function revokeSecret(db: Db, secret: string, now: Date): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ revokedAt: now })
    .where('secretHash', '=', hashSecret(secret))
    .where('revokedAt', 'is', null)
    .execute();
}

export type OpenSession = { id: string; device: string; createdAt: Date; lastSeenAt: Date };

/** Where somebody is signed in at `now`, the last seen first. */
export function openSessions(db: Db, accountId: string, now: Date): Promise<OpenSession[]> {
  return db
    .selectFrom('sessions')
    .select(['id', 'device', 'createdAt', 'lastSeenAt'])
    .where('accountId', '=', accountId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where('lastSeenAt', '>', idleSince(now))
    .orderBy('lastSeenAt', 'desc')
    .execute();
}
