import type { Transaction } from 'kysely';
import type { Db, Schema } from '../../schema.ts';
import type { Application } from '../application.ts';
import { recordStatus } from '../application-queries.ts';
import type { Withdrawal } from './withdrawal.ts';

export const findWithdrawal = (db: Db, applicationId: string): Promise<Withdrawal | undefined> =>
  db
    .selectFrom('applicationWithdrawals')
    .select(['withdrawnAt', 'reason'])
    .where('applicationId', '=', applicationId)
    .executeTakeFirst();

/** Writes a withdrawal, with the event; the reason stands apart from it. */
export async function recordWithdrawal(
  transaction: Transaction<Schema>,
  application: Application,
  { withdrawnAt, reason }: Withdrawal,
): Promise<void> {
  await recordStatus(transaction, application, { action: 'withdraw', now: withdrawnAt });
  await transaction
    .insertInto('applicationWithdrawals')
    .values({ applicationId: application.id, withdrawnAt, reason })
    .execute();
}

/** Writes that a withdrawal was taken back, with the event. */
export async function recordTakenBack(
  transaction: Transaction<Schema>,
  application: Application,
  now: Date,
): Promise<void> {
  await recordStatus(transaction, application, { action: 'withdrawal-undone', now });
  await transaction.deleteFrom('applicationWithdrawals').where('applicationId', '=', application.id).execute();
}
