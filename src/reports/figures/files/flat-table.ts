import type { Cell, Column, Day, FigureTable, Part } from '../report.ts';

/** A cell of a file that programs read: a text, a number or a day. */
export type FlatCell = string | number | Day | null;
export type FlatTable = { columns: readonly Column[]; rows: readonly (readonly FlatCell[])[] };

/** A table without parts: each column of them is two, how many and of how many. */
export function flatTable({ columns, rows }: Pick<FigureTable, 'columns' | 'rows'>): FlatTable {
  return {
    columns: columns.flatMap((column) =>
      column.whole === undefined ? [column] : [column, { heading: column.whole, numeric: true }],
    ),
    rows: rows.map(({ cells }) =>
      columns.flatMap(({ whole }, index) => (whole === undefined ? [single(cells[index])] : both(cells[index]))),
    ),
  };
}

export const isPart = (cell: Cell | undefined): cell is Part =>
  typeof cell === 'object' && cell !== null && 'part' in cell;

const single = (cell: Cell | undefined): FlatCell => (isPart(cell) ? cell.part : (cell ?? null));
const both = (cell: Cell | undefined): FlatCell[] => (isPart(cell) ? [cell.part, cell.whole] : [single(cell), null]);
