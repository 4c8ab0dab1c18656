import { inForce, type Dated } from '../../regulations/in-force.ts';
import type { RowsInForce } from './rule-entry.ts';

/** Which row of a rule is in force on a day, and from which days the others are. */
export function rowsInForce(rows: readonly Dated[], on: string): RowsInForce {
  const row = inForce(rows, on);
  return { from: row?.from ?? null, others: rows.filter((other) => other !== row).map(({ from }) => from) };
}
