import { BYTE_ORDER_MARK, csvLine } from '../../record/csv.ts';
import type { FigureTable } from '../report.ts';

/** One table as CSV: its head and all its rows, numbers as numbers. */
export const figuresCsv = ({ columns, rows }: FigureTable): string =>
  BYTE_ORDER_MARK + [columns.map(({ heading }) => heading), ...rows.map(({ cells }) => cells)].map(csvLine).join('');
