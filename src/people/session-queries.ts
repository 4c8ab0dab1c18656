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

/** Ends a session of this account; one of somebody else's is left alone. */
export async function revokeSession(
  db: Db,
  { accountId, sessionId }: { accountId: string; sessionId: string },
  now: Date,
): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ revokedAt: now })
    .where('id', '=', sessionId)
    .where('accountId', '=', accountId)
    .where('revokedAt', 'is', null)
    .execute();
}
