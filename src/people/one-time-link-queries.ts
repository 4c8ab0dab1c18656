import type { Db } from '../schema.ts';
import { linkEnd, type LinkPurpose } from './one-time-link.ts';
import { hashSecret, newSecret } from './session.ts';

type Link = { accountId: string; purpose: LinkPurpose };

/** Makes a link and answers its token; links of this account for the same purpose that came before are void. */
export async function issueLink(db: Db, { accountId, purpose }: Link, now: Date): Promise<string> {
  const token = newSecret();
  await voidLinks(db, { accountId, purpose });
  await db
    .insertInto('oneTimeLinks')
    .values({
      tokenHash: hashSecret(token),
      accountId,
      purpose,
      createdAt: now,
      expiresAt: linkEnd(purpose, now),
      usedAt: null,
    })
    .execute();
  return token;
}

export async function voidLinks(db: Db, { accountId, purpose }: Link): Promise<void> {
  await db.deleteFrom('oneTimeLinks').where('accountId', '=', accountId).where('purpose', '=', purpose).execute();
}

type Token = { token: string; purpose: LinkPurpose };

/** Whose link this is, if it is still good at `now`. */
export async function findLink(db: Db, { token, purpose }: Token, now: Date): Promise<string | undefined> {
  const link = await db
    .selectFrom('oneTimeLinks')
    .select('accountId')
    .where('tokenHash', '=', hashSecret(token))
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return link?.accountId;
}

/** Uses a link up and answers whose it was; of two requests with the same one, only one gets an answer. */
export async function useLink(db: Db, { token, purpose }: Token, now: Date): Promise<string | undefined> {
  const link = await db
    .updateTable('oneTimeLinks')
    .set({ usedAt: now })
    .where('tokenHash', '=', hashSecret(token))
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning('accountId')
    .executeTakeFirst();
  return link?.accountId;
}
