import { sql } from 'kysely';

/** Where the heads of a log are kept, and by what they go on. */
type Heads = { table: 'eventHeads' | 'receiptLogHeads'; order: 'position' | 'treeSize' };

/** Whether no later head of the same log was published on the day (UTC) of this one. */
export function isLastOfItsDay({ table, order }: Heads) {
  const ours = (column: string) => sql.ref(`${table}.${column}`);
  const later = (column: string) => sql.ref(`later.${column}`);
  return sql<boolean>`not exists (select from ${sql.table(table)} later
    where ${later(order)} > ${ours(order)}
      and ${later('at')} < (date_trunc('day', ${ours('at')} at time zone 'UTC') + interval '1 day') at time zone 'UTC')`;
}
