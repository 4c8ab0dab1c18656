import { sql, type Transaction } from 'kysely';
import type { Db, Schema } from '../schema.ts';

/** The smallest reference of six figures after all that are there. */
export async function nextReference(db: Db): Promise<string> {
  const row = await db
    .selectFrom('vacancies')
    .select(sql<string | null>`max(reference)`.as('last'))
    .where(sql<boolean>`reference ~ '^[0-9]{6}$'`)
    .executeTakeFirst();
  return String(Number(row?.last ?? '100000') + 1).padStart(6, '0');
}

/** Two people may take the same reference at once: the second waits until the first is done. */
export const lockReference = (transaction: Transaction<Schema>, reference: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtext(${`notice ${reference}`}))`.execute(transaction);
