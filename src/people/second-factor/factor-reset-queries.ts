import { doerOf, type Actor } from '../actor.ts';
import type { Db } from '../../schema.ts';
import { recordEvent } from '../event-queries.ts';
import { revokeSessions } from '../session-queries.ts';

/**
 * Takes every second factor away from an account, with its recovery codes, ends its sessions and records who did so and why.
 * False where it has none.
 */
export async function resetSecondFactors(
  db: Db,
  { accountId, reason, actor }: { accountId: string; reason: string; actor: Actor },
  now: Date,
): Promise<boolean> {
  const of = { authenticators: 0n, passkeys: 0n };
  for (const table of ['authenticators', 'passkeys'] as const)
    of[table] = (await db.deleteFrom(table).where('accountId', '=', accountId).executeTakeFirst()).numDeletedRows;
  if (of.authenticators + of.passkeys === 0n) return false;
  await db.deleteFrom('recoveryCodes').where('accountId', '=', accountId).execute();
  await revokeSessions(db, { accountId }, now);
  const details = { authenticators: Number(of.authenticators), passkeys: Number(of.passkeys), reason };
  const about = { subject: 'account', subjectId: accountId, action: 'second-factors-reset' } as const;
  await recordEvent(db, { ...about, by: doerOf(actor), at: now, details });
  return true;
}
