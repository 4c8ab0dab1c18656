import type { Db } from '../../schema.ts';
import { recordEvent } from '../event-queries.ts';
import type { Role } from '../permissions.ts';

/**
 * Entrusts somebody with what their groups say at a sign-in, and takes away what a group gave them before and gives no more,
 * with an event. What a person of the organisation entrusted them with stays as it is, whatever the groups say.
 */
export async function recordGroupRoles(
  db: Db,
  { accountId, roles }: { accountId: string; roles: readonly Role[] },
  now: Date,
): Promise<void> {
  const held = await db
    .selectFrom('accountRoles')
    .select(['role', 'givenBy'])
    .where('accountId', '=', accountId)
    .forUpdate()
    .execute();
  const wanted: readonly string[] = roles;
  const gone = held.filter(({ role, givenBy }) => givenBy === 'provider' && !wanted.includes(role));
  const added = wanted.filter((role) => !held.some((one) => one.role === role));
  if (gone.length + added.length === 0) return;
  const lost = gone.map(({ role }) => role);
  if (lost.length > 0)
    await db.deleteFrom('accountRoles').where('accountId', '=', accountId).where('role', 'in', lost).execute();
  if (added.length > 0)
    await db
      .insertInto('accountRoles')
      .values(added.map((role) => ({ accountId, role, grantedAt: now, givenBy: 'provider' })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const before = held.map(({ role }) => role).toSorted();
  const after = [...before.filter((role) => !lost.includes(role)), ...added].toSorted();
  const details = { before, after, givenBy: 'provider' };
  const about = { subject: 'account', subjectId: accountId, action: 'roles-changed', by: { kind: 'system' } } as const;
  await recordEvent(db, { ...about, at: now, details });
}
