import type { Language } from '../platform/language.ts';
import type { Db } from '../schema.ts';
import type { Actor } from './actor.ts';
import { isRole } from './permissions.ts';
import { hashSecret, idleSince, newSecret, sessionEnd } from './session.ts';

/** Opens a session and answers the secret for its cookie. */
export async function openSession(
  db: Db,
  { accountId, device }: { accountId: string; device: string },
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
    })
    .execute();
  return secret;
}

/** Who holds this session at `now`; undefined when it has ended, was revoked or never was. */
export async function findActor(db: Db, secret: string, now: Date): Promise<Actor | undefined> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.accountId')
    .select(['sessions.id as sessionId', 'accounts.id as accountId', 'name', 'email', 'language', 'lastSeenAt'])
    .select((eb) =>
      eb
        .selectFrom('accountRoles')
        .whereRef('accountRoles.accountId', '=', 'accounts.id')
        .select(({ fn }) => fn<string[] | null>('array_agg', ['role']).as('roles'))
        .as('roles'),
    )
    .where('secretHash', '=', hashSecret(secret))
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where('lastSeenAt', '>', idleSince(now))
    .where('verifiedAt', 'is not', null)
    .executeTakeFirst();
  if (!row) return undefined;
  await noteSeen(db, row, now);
  const { sessionId, accountId, name, email } = row;
  const language = row.language as Language;
  return { sessionId, accountId, name, email, language, roles: (row.roles ?? []).filter(isRole) };
}

/** Once a minute is enough to know that a session is in use. */
async function noteSeen(db: Db, session: { sessionId: string; lastSeenAt: Date }, now: Date): Promise<void> {
  if (now.getTime() - session.lastSeenAt.getTime() < 60_000) return;
  await db.updateTable('sessions').set({ lastSeenAt: now }).where('id', '=', session.sessionId).execute();
}

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
