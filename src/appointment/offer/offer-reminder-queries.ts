import type { Transaction } from 'kysely';
import type { Schema } from '../../schema.ts';

/** Takes it on to send a reminder; false where one as near to the day, or another server, was before. */
export async function claimReminder(
  transaction: Transaction<Schema>,
  { offerId, daysBefore }: { offerId: string; daysBefore: number },
  at: Date,
): Promise<boolean> {
  const nearer = await transaction
    .selectFrom('offerReminders')
    .select('daysBefore')
    .where('offerId', '=', offerId)
    .where('daysBefore', '<=', daysBefore)
    .executeTakeFirst();
  if (nearer) return false;
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('offerReminders')
    .values({ offerId, daysBefore, sentAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
