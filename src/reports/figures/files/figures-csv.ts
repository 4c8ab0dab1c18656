import { BYTE_ORDER_MARK, csvLine } from '../../../platform/csv.ts';
import type { FigureTable } from '../report.ts';
import { flatTable } from './flat-table.ts';

/** One table as CSV: its head and all its rows, numbers as numbers and days as ISO 8601 has them. */
export function figuresCsv(table: FigureTable): string {
  const { columns, rows } = flatTable(table);
  const lines = rows.map((cells) => cells.map((cell) => (typeof cell === 'object' && cell !== null ? cell.day : cell)));
  return BYTE_ORDER_MARK + [columns.map(({ heading }) => heading), ...lines].map(csvLine).join('');
}
