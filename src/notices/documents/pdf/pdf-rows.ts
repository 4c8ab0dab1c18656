import { lineOf, type PdfLine } from './pdf-line.ts';
import type { Dot, PdfPage, Run } from './pdf-page.ts';

/** What stands on one baseline: one line, or several side by side; `drawnMark` where a dot stands before it. */
export type PdfRow = { readonly cells: readonly PdfLine[]; readonly drawnMark: boolean };

/** Words of one line stand closer than this, in font sizes; justified text has wide spaces, columns are further apart. */
const COLUMN_GAP = 1.9;

/** The rows of a page from top to bottom. */
export function rowsOf({ runs, dots, number }: PdfPage): PdfRow[] {
  const lines: Run[][] = [];
  for (const run of runs.filter(({ text }) => text.trim() !== '').toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    if (line && first && first.y - run.y < 0.4 * Math.max(first.size, run.size)) line.push(run);
    else lines.push([run]);
  }
  return sideBySide(lines.map((line) => rowOf(line, dots, number)));
}

/** Lines of one column are further apart than this, in font sizes. */
const OVERLAP = 0.85;

/** Cells of a table row that stand at different heights, as a long label beside a short value in its middle. */
function sideBySide(rows: readonly PdfRow[]): PdfRow[] {
  const groups: PdfRow[][] = [];
  for (const row of rows) {
    const before = groups.at(-1)?.at(-1);
    if (before && standsBeside(before, row)) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups.map((group) => {
    const [first] = group;
    return first && group.length > 1
      ? { ...first, cells: columns(group.flatMap(({ cells }) => cells)) }
      : (first ?? NOTHING);
  });
}

const NOTHING: PdfRow = { cells: [], drawnMark: false };

const overlap = (a: PdfLine, b: PdfLine) => a.left < b.right && b.left < a.right;

function standsBeside(before: PdfRow, row: PdfRow): boolean {
  const [above] = before.cells;
  const [below] = row.cells;
  if (!above || !below || above.y - below.y > OVERLAP * Math.min(above.size, below.size)) return false;
  return row.cells.every((cell) => before.cells.every((other) => !overlap(cell, other)));
}

/** Lines below each other are one cell; the cells from left to right. */
function columns(lines: readonly PdfLine[]): PdfLine[] {
  const cells: PdfLine[] = [];
  for (const line of lines) {
    const at = cells.findIndex((cell) => overlap(cell, line));
    const cell = cells[at];
    if (cell) cells[at] = { ...cell, text: `${cell.text} ${line.text}`, right: Math.max(cell.right, line.right) };
    else cells.push(line);
  }
  return cells.toSorted((a, b) => a.left - b.left);
}

function rowOf(line: readonly Run[], dots: readonly Dot[], page: number): PdfRow {
  const groups: Run[][] = [];
  for (const run of line.toSorted((a, b) => a.x - b.x)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && run.x - (last.x + last.width) < COLUMN_GAP * run.size) group.push(run);
    else groups.push([run]);
  }
  const cells = isJustified(groups)
    ? [lineOf(groups.flat(), page)]
    : withMark(groups.map((group) => lineOf(group, page)));
  const [first] = cells;
  return { cells, drawnMark: first !== undefined && dots.some((dot) => isMarkOf(dot, first)) };
}

/** A short line that was stretched to the full width: all its gaps are as wide. */
function isJustified(groups: readonly (readonly Run[])[]): boolean {
  const gaps = groups.slice(1).map((group, index) => {
    const last = groups[index]?.at(-1);
    return last ? (group[0]?.x ?? 0) - last.x - last.width : 0;
  });
  return gaps.length > 1 && Math.max(...gaps) < Math.min(...gaps) * 1.1;
}

/** A mark may stand further from its text than words do. */
const MARK = /^(?:[•‣◦▪●○■□▸►➢➤✓✔·∙⁃\uF0A7\uF0B7\uF0D8*–—-]|o|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])$/u;

function withMark([mark, text, ...others]: readonly PdfLine[]): PdfLine[] {
  if (!mark) return [];
  if (!text || !MARK.test(mark.text) || text.left - mark.right > mark.size * 4)
    return [mark, ...(text ? [text] : []), ...others];
  return [{ ...text, text: `${mark.text} ${text.text}`, left: mark.left }, ...others];
}

/** A dot just before a line, about at the height of its small letters. */
const isMarkOf = ({ x, y, width }: Dot, line: PdfLine): boolean =>
  width < line.size * 0.7 &&
  line.left - x > width &&
  line.left - x < line.size * 2.5 &&
  y > line.y - line.size * 0.1 &&
  y < line.y + line.size * 0.8;
