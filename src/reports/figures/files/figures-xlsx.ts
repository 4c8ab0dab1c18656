import writeXlsx, { type SheetData } from 'write-excel-file/node';
import { FIGURES_TEXTS } from '../figures-texts.ts';
import type { Language } from '../../../platform/language.ts';
import { flatTable, type FlatCell, type FlatTable } from './flat-table.ts';
import type { ShownReport } from '../shown-report.ts';

const WIDTH = { least: 10, most: 60 };
/** What no name of a sheet may hold, and how long it may be (ECMA-376). */
const NOT_IN_NAMES = /[\\/?*[\]:]/g;
const LONGEST_NAME = 31;

/** A report as a spreadsheet: a sheet for each table, and one that says what was counted and how. Texts are never formulas. */
export function figuresXlsx(report: ShownReport, language: Language): Promise<Buffer> {
  const t = FIGURES_TEXTS[language];
  const notes = [report.title, report.counted, report.asOf, ...report.notes];
  const sheets = report.tables.map((table) => {
    const flat = flatTable(table);
    const columns = flat.columns.map((_, index) => ({ width: widthOf(flat, index) }));
    return { sheet: nameOf(table.caption), data: dataOf(flat), columns, stickyRowsCount: 1 };
  });
  const said = { sheet: nameOf(t.notes), data: notes.map((text) => [textCell(text)]), columns: [{ width: 100 }] };
  return writeXlsx([...sheets, said], { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
}

const nameOf = (caption: string): string => caption.replaceAll(NOT_IN_NAMES, ' ').slice(0, LONGEST_NAME).trim();

const textCell = (value: string) => ({ value, type: String, wrap: true });

function dataOf({ columns, rows }: FlatTable): SheetData {
  const head = columns.map(({ heading, numeric }) => ({
    value: heading,
    type: String,
    fontWeight: 'bold' as const,
    wrap: true,
    align: numeric ? ('right' as const) : ('left' as const),
  }));
  return [head, ...rows.map((cells) => cells.map(cellOf))];
}

function cellOf(cell: FlatCell) {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  // A spreadsheet keeps a day as the midnight that begins it, of no zone.
  if (typeof cell === 'object') return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  return textCell(cell);
}

/** As wide as its longest text, within reason. */
function widthOf({ columns, rows }: FlatTable, index: number): number {
  const longest = Math.max(...[columns[index]?.heading, ...rows.map((cells) => cells[index])].map(lengthOf));
  return Math.min(WIDTH.most, Math.max(WIDTH.least, longest + 2));
}

const lengthOf = (cell: FlatCell | undefined): number =>
  typeof cell === 'object' && cell !== null ? cell.day.length : String(cell ?? '').length;
