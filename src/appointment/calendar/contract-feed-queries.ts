import type { Transaction } from 'kysely';
import { recordEvent } from '../../people/event-queries.ts';
import { isRole, permits, type Role } from '../../people/permissions.ts';
import { hashSecret, newSecret } from '../../people/session.ts';
import { doerOf } from '../../people/actor.ts';
import type { Db, Schema } from '../../schema.ts';
import type { By } from '../conditions/appointment-queries.ts';

/** Since when somebody has an address for their calendar program; undefined without one. */
export async function feedMadeAt(db: Db, accountId: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('contractFeeds')
    .select('madeAt')
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  return row?.madeAt;
}

const about = ({ actor, at }: By) =>
  ({ subject: 'account', subjectId: actor.accountId, by: doerOf(actor), at }) as const;

/** Makes an address and answers its secret, of which the hash alone is kept; the one of before is void. */
export async function recordFeed(db: Transaction<Schema>, by: By): Promise<string> {
  const token = newSecret();
  const made = { tokenHash: hashSecret(token), madeAt: by.at };
  await db
    .insertInto('contractFeeds')
    .values({ accountId: by.actor.accountId, ...made })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(made))
    .execute();
  await recordEvent(db, { ...about(by), action: 'contract-calendar-made' });
  return token;
}

export async function removeFeed(db: Transaction<Schema>, by: By): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('contractFeeds')
    .where('accountId', '=', by.actor.accountId)
    .executeTakeFirst();
  if (numDeletedRows > 0n) await recordEvent(db, { ...about(by), action: 'contract-calendar-removed' });
}

/** Whose address it is, with what they are entrusted with now; undefined once roles were taken away or the account is gone. */
export async function findFeedOwner(
  db: Db,
  token: string,
): Promise<{ accountId: string; roles: readonly Role[] } | undefined> {
  const owner = await db
    .selectFrom('contractFeeds')
    .innerJoin('accounts', 'accounts.id', 'accountId')
    .select('accountId')
    .where('tokenHash', '=', hashSecret(token))
    .where('verifiedAt', 'is not', null)
    .where('erasedAt', 'is', null)
    .executeTakeFirst();
  if (!owner) return undefined;
  const held = await db.selectFrom('accountRoles').select('role').where('accountId', '=', owner.accountId).execute();
  const roles = held.map(({ role }) => role).filter(isRole);
  return permits(roles, 'contracts:find') ? { accountId: owner.accountId, roles } : undefined;
}
