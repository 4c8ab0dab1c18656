import { z } from 'zod';
import type { Db } from '../../schema.ts';
import { recordEvent } from '../event-queries.ts';
import { byOwner } from '../second-factor/second-factor-queries.ts';
import type { Exchange } from '../session-hooks.ts';
import { finishStep } from '../sign-in-step-hooks.ts';
import { ROLES } from '../permissions.ts';
import { recordGroupRoles } from './group-role-queries.ts';
import { recordServing } from '../serving-staff/serving-staff-queries.ts';

/** A person as a provider knows them. */
export type Identity = { issuer: string; subject: string };

export async function findIdentity(db: Db, { issuer, subject }: Identity): Promise<string | undefined> {
  const row = await db
    .selectFrom('identities')
    .select('accountId')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.accountId;
}

/** Ties an identity to an account, once and for all; one that is tied already stays where it is. */
export async function linkIdentity(
  db: Db,
  { accountId, ...identity }: Identity & { accountId: string },
  now: Date,
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('identities')
    .values({ ...identity, accountId, linkedAt: now })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  await recordEvent(db, { ...byOwner(accountId), action: 'outside-sign-in-linked', at: now });
}

export async function unlinkIdentities(db: Db, accountId: string, now: Date): Promise<void> {
  const { numDeletedRows } = await db.deleteFrom('identities').where('accountId', '=', accountId).executeTakeFirst();
  if (numDeletedRows > 0n)
    await recordEvent(db, { ...byOwner(accountId), action: 'outside-sign-in-unlinked', at: now });
}

const KNOWN = z.object({
  issuer: z.string(),
  subject: z.string(),
  servingDays: z.number().nullable(),
  roles: z.array(z.enum(ROLES)).default([]),
});

/** What the provider said a moment ago, kept until the person has shown whose account it is to be tied to. */
export type KnownIdentity = z.infer<typeof KNOWN>;

/**
 * Ties the identity that this browser's owner has just shown to the account that they have just shown too: proof of both.
 * Does nothing where no provider was asked.
 */
export async function linkKnownIdentity(exchange: Exchange, accountId: string, db: Db): Promise<void> {
  const step = await finishStep(exchange, 'outside-link', db);
  if (!step) return;
  const { servingDays, roles, ...identity } = KNOWN.parse(step.details);
  const now = exchange.context.clock();
  await linkIdentity(db, { ...identity, accountId }, now);
  if ((await findIdentity(db, identity)) !== accountId) return;
  await recordServing(db, { accountId, days: servingDays }, now);
  await recordGroupRoles(db, { accountId, roles }, now);
}

/** The issuers that an account is tied to. */
export async function findTies(db: Db, accountId: string): Promise<string[]> {
  const rows = await db.selectFrom('identities').select('issuer').where('accountId', '=', accountId).execute();
  return rows.map(({ issuer }) => issuer);
}
