import type { Db } from '../../schema.ts';
import { doerOf, type Actor } from '../actor.ts';
import { recordEvent } from '../event-queries.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * What the organisation's provider says of somebody: serving staff for so many days, or not (null). What a person found
 * stands: a provider neither shortens nor ends it.
 */
export async function recordServing(
  db: Db,
  { accountId, days }: { accountId: string; days: number | null },
  now: Date,
): Promise<void> {
  const about = { subject: 'account', subjectId: accountId, by: { kind: 'system' }, at: now } as const;
  if (days === null) {
    const { numDeletedRows } = await db
      .deleteFrom('servingStaff')
      .where('accountId', '=', accountId)
      .where('foundBy', '=', 'provider')
      .executeTakeFirst();
    if (numDeletedRows > 0n) await recordEvent(db, { ...about, action: 'serving-staff-ended' });
    return;
  }
  const found = {
    foundBy: 'provider',
    reason: '',
    verifiedAt: now,
    validUntil: new Date(now.getTime() + days * DAY_MS),
  };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('servingStaff')
    .values({ ...found, accountId })
    .onConflict((conflict) =>
      conflict
        .column('accountId')
        .doUpdateSet(found)
        .where((is) => is.or([is('servingStaff.foundBy', '=', 'provider'), is('servingStaff.validUntil', '<=', now)])),
    )
    .executeTakeFirst();
  if ((numInsertedOrUpdatedRows ?? 0n) > 0n) await recordEvent(db, { ...about, action: 'serving-staff-verified' });
}

export type Verification = { accountId: string; reason: string; validUntil: Date };

/** A person of the recruitment service found somebody to be serving staff. The reason stays with the row, not in the event. */
export async function verifyServing(db: Db, { accountId, ...found }: Verification, { actor, now }: By): Promise<void> {
  const row = { ...found, foundBy: 'person', verifiedAt: now };
  await db
    .insertInto('servingStaff')
    .values({ ...row, accountId })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(row))
    .execute();
  const details = { until: found.validUntil.toISOString() };
  await recordEvent(db, { ...about(accountId, actor), action: 'serving-staff-verified', at: now, details });
}

export type By = { actor: Actor; now: Date };

/** Ends it; answers whether there was anything to end. */
export async function endServing(db: Db, accountId: string, { actor, now }: By): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('servingStaff').where('accountId', '=', accountId).executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await recordEvent(db, { ...about(accountId, actor), action: 'serving-staff-ended', at: now });
  return true;
}

const about = (accountId: string, actor: Actor) =>
  ({ subject: 'account', subjectId: accountId, by: doerOf(actor) }) as const;

export type ServingPerson = {
  accountId: string;
  name: string;
  email: string;
  foundBy: 'person' | 'provider';
  reason: string;
  validUntil: Date;
};

/** Who is serving staff at `now`, by name. */
export async function servingStaff(db: Db, now: Date): Promise<ServingPerson[]> {
  const rows = await db
    .selectFrom('servingStaff')
    .innerJoin('accounts', 'accounts.id', 'servingStaff.accountId')
    .select(['accountId', 'name', 'email', 'foundBy', 'reason', 'validUntil'])
    .where('validUntil', '>', now)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ ...row, foundBy: row.foundBy === 'provider' ? 'provider' : 'person' }));
}
