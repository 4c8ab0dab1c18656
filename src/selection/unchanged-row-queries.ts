import type { Db } from '../schema.ts';

/** A row as somebody saw it, when they decided to change it. */
export type Seen = { id: string; version: number; status: string };

/** Changes a row that is still as it was seen; answers whether it was: another may have changed it meanwhile. */
export async function changeUnchanged(
  db: Db,
  { table, seen }: { table: 'selectionReports' | 'reviewRequests'; seen: Seen },
  values: object,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable(table)
    .set({ ...values, version: seen.version + 1 })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .where('status', '=', seen.status)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
