import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { consistencyPath, findAmong, hashOf, placesOf, type Place, type TreeNode } from './merkle-tree.ts';

/** How many leaves the log has. */
export async function treeSize(db: Db): Promise<number> {
  const row = await db
    .selectFrom('receiptLogNodes')
    .select('index')
    .where('level', '=', 0)
    .orderBy('index', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? Number(row.index) + 1 : 0;
}

/** The hashes of these complete subtrees, in one statement; one that is not there is left out. */
export async function nodesOf(db: Db, places: readonly Place[]): Promise<TreeNode[]> {
  if (places.length === 0) return [];
  const levels = places.map(({ level }) => level);
  const indices = places.map(({ index }) => index);
  const { rows } = await sql<{ level: number; index: string; hash: Buffer }>`
    select level, index, hash from receipt_log_nodes
    join unnest(${levels}::int[], ${indices}::bigint[]) as wanted (level, index) using (level, index)`.execute(db);
  return rows.map(({ level, index, hash }) => ({ level, index: Number(index), hash }));
}

/** What shows that the log of `to` leaves begins with that of `from`. */
export async function consistencyOf(db: Db, from: number, to: number): Promise<Buffer[]> {
  const path = consistencyPath(from, to);
  const find = findAmong(await nodesOf(db, path.flatMap(placesOf)));
  return path.map((range) => hashOf(range, find));
}
