import { sql, type Transaction } from 'kysely';
import type { Db, Schema } from '../../schema.ts';
import type { DueReminder } from './contract-calendar.ts';

/** A reminder of a date of one contract. */
export type ContractReminder = DueReminder & { appointmentId: string };

/** What was sent so far. */
export async function contractRemindersSent(db: Db, appointmentIds: readonly string[]): Promise<ContractReminder[]> {
  if (appointmentIds.length === 0) return [];
  const rows = await db
    .selectFrom('contractReminders')
    .select(['appointmentId', 'kind', 'day', 'remindOn'])
    .where(sql<boolean>`appointment_id = any(${[...appointmentIds]}::uuid[])`)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as DueReminder['kind'] }));
}

/** Takes it on to send these; answers those that no other server took before. */
export async function claimContractReminders(
  transaction: Transaction<Schema>,
  reminders: readonly ContractReminder[],
  at: Date,
): Promise<ContractReminder[]> {
  if (reminders.length === 0) return [];
  const rows = await transaction
    .insertInto('contractReminders')
    .values(reminders.map((reminder) => ({ ...reminder, sentAt: at })))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['appointmentId', 'kind', 'day', 'remindOn'])
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as DueReminder['kind'] }));
}
