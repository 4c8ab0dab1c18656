import { labelled } from '../blocks.ts';
import { plainMark, type Measure, type PdfBlock } from './pdf-block.ts';
import { hasRoomFor, isAddress, isFull, type PdfLine } from './pdf-line.ts';
import type { PdfRow } from './pdf-rows.ts';

/** The usual distance between two baselines of running text, in font sizes. */
export function leadingOf(pages: readonly (readonly PdfRow[])[]): number {
  const steps = pages.flatMap((rows) =>
    rows.flatMap(({ cells: [line] }, index) => {
      const before = rows[index - 1]?.cells[0];
      const step = line && before ? (before.y - line.y) / line.size : 0;
      return step > 0.8 && step < 2.2 ? [Math.round(step * 50) / 50] : [];
    }),
  );
  const counts = Map.groupBy(steps, (step) => step);
  return [...counts].toSorted((a, b) => b[1].length - a[1].length)[0]?.[0] ?? 1.2;
}

type Page = { readonly rows: readonly PdfRow[]; readonly leading: number; readonly measure: Measure };

/** The blocks of a page by where its lines stand, how large and how bold they are, and the marks before them. */
export function laidOutBlocks({ rows, leading, measure }: Page): PdfBlock[] {
  const columns = columnsOf(rows);
  if (columns)
    return columns.flatMap((column) => laidOutBlocks({ rows: column, leading, measure: narrowed(column, measure) }));
  const blocks: PdfBlock[] = [];
  for (const row of rows) addRow(row, blocks, { leading, measure });
  return blocks;
}

type Setting = Pick<Page, 'leading' | 'measure'>;

function addRow({ cells, drawnMark }: PdfRow, blocks: PdfBlock[], setting: Setting): void {
  const [first, second] = cells;
  const last = blocks.at(-1);
  if (!first) return;
  if (second) blocks.push(fieldOf(cells));
  else if (last && isRestOfValue(last, first, setting.leading)) blocks[blocks.length - 1] = extended(last, first);
  else addLine(first, blocks, { ...setting, drawnMark });
}

function addLine(line: PdfLine, blocks: PdfBlock[], setting: Setting & { drawnMark: boolean }): void {
  const last = blocks.at(-1);
  const { drawnMark, measure } = setting;
  const mark = drawnMark ? '-' : markOf(line, last, measure);
  const shown = mark === undefined || drawnMark ? line : withoutMark(line);
  if (mark !== undefined) blocks.push({ kind: 'item', mark, lines: [shown], drawn: drawnMark });
  else if (last && belongs(last, line, setting)) blocks[blocks.length - 1] = { ...last, lines: [...last.lines, line] };
  else blocks.push({ kind: 'paragraph', mark: '', lines: [line] });
}

const narrowed = (rows: readonly PdfRow[], measure: Measure): Measure => ({
  ...measure,
  edge: Math.max(...rows.map(({ cells }) => cells[0]?.right ?? 0)),
});

/** Cells side by side: a label and its value; more are told one after the other. */
function fieldOf(cells: readonly PdfLine[]): PdfBlock & { valueLeft: number } {
  const [label, ...values] = cells;
  const { text } = labelled(label?.text ?? '', values.map((value) => value.text).join(' – '));
  return { kind: 'field', mark: '', lines: [], text, valueLeft: values[0]?.left ?? 0, valueY: values[0]?.y ?? 0 };
}

const isRestOfValue = ({ valueLeft, valueY = 0 }: PdfBlock, line: PdfLine, leading: number): boolean =>
  valueLeft !== undefined &&
  Math.abs(line.left - valueLeft) < line.size / 2 &&
  valueY - line.y < line.size * leading * 1.3;

const extended = (field: PdfBlock, line: PdfLine): PdfBlock => ({
  ...field,
  text: `${field.text ?? ''} ${line.text}`,
  valueY: line.y,
});

const MARKED =
  /^([•‣◦▪●○■□▸►➢➤✓✔·∙⁃\uF0A7\uF0B7\uF0D8]|[*–—-](?=\s)|o(?=\s)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s))\s*(?=\S)/u;

/** A number also starts a heading: it is an item’s where small letters follow, and not all is bold. */
function markOf(line: PdfLine, last: PdfBlock | undefined, measure: Measure): string | undefined {
  const found = MARKED.exec(line.text);
  if (!found?.[1]) return undefined;
  const mark = plainMark(found[1]);
  const rest = line.text.slice(found[0].length);
  if (mark !== '-' && (line.bold || !/\p{Ll}/u.test(rest))) return undefined;
  return /^[–—-]/.test(line.text) && last && goesOn(last, line, measure) ? undefined : mark;
}

const withoutMark = (line: PdfLine): PdfLine => ({ ...line, text: line.text.replace(MARKED, '') });

/** A dash may start a line within a sentence: where the text stands, after a full line that ends nothing. */
function goesOn({ kind, lines, drawn }: PdfBlock, line: PdfLine, { edge }: Measure): boolean {
  const end = lines.at(-1);
  const [first] = lines;
  if (!end || !first || /[.;:!?]$/.test(end.text) || hasRoomFor(end, line, edge)) return false;
  if (kind === 'item' && drawn !== true) return line.left > first.left + 1;
  return Math.abs(end.left - line.left) < line.size;
}

/** Whether a line is the next of a block: as large, as bold, no further down than lines are, and not set in. */
function belongs({ kind, lines, text }: PdfBlock, line: PdfLine, { leading, measure }: Setting): boolean {
  const end = lines.at(-1);
  const [first] = lines;
  if (!end || !first || text !== undefined || (isAddress(end) && isAddress(line))) return false;
  const step = (end.y - line.y) / line.size;
  if (step > leading * 1.28 || Math.abs(end.size - line.size) > line.size * 0.06) return false;
  if (first.bold !== line.bold && (lines.every(({ bold }) => bold === first.bold) || line.bold))
    return mixed(end, line, measure);
  const indent = line.left - end.left;
  if (kind === 'item') return line.left > first.left - 1 || !hasRoomFor(end, line, measure.edge);
  if (lines.length === 1 && /[.!?:;]$/.test(end.text) && indentsBoth(end, line, measure)) return false;
  if (lines.length === 1) return Math.abs(indent) < line.size * 0.8 || indent < 0 || isCentred(end, line);
  return Math.abs(indent) < line.size * 0.8 || isCentred(end, line);
}

/** A first line that is set in, and another: each starts a paragraph, unless the first is full in a justified text. */
const indentsBoth = (end: PdfLine, line: PdfLine, { left, justifiedTo }: Measure): boolean =>
  !(justifiedTo !== undefined && isFull(end, justifiedTo)) &&
  Math.min(end.left, line.left) > left + line.size &&
  Math.abs(end.left - line.left) < 1;

/** A bold line within a paragraph goes on where the line before was full. */
const mixed = (end: PdfLine, line: PdfLine, { edge }: Measure): boolean =>
  !hasRoomFor(end, line, edge) && Math.abs(end.left - line.left) < 1;

const isCentred = (end: PdfLine, line: PdfLine): boolean =>
  Math.abs(end.left + end.right - line.left - line.right) < line.size / 2;

/** Rows side by side on most of a page, with running text on both sides: two languages next to each other. */
function columnsOf(rows: readonly PdfRow[]): PdfRow[][] | undefined {
  const double = rows.filter(({ cells }) => cells.length === 2);
  const letters = (side: number) =>
    double.reduce((sum, { cells }) => sum + (cells[side]?.text.length ?? 0), 0) / double.length;
  if (double.length < 8 || double.length < rows.length * 0.5 || letters(0) < 24 || letters(1) < 24) return undefined;
  const gutter = Math.min(...double.map(({ cells }) => cells[1]?.left ?? 0));
  const crosses = ({ cells }: PdfRow) => cells.some(({ left, right }) => left < gutter - 1 && right > gutter);
  const first = rows.findIndex((row) => row.cells.length === 2 && !crosses(row));
  const side = (row: PdfRow, at: 0 | 1): PdfRow[] => {
    const cells = row.cells.filter(({ left }) => (left >= gutter - 1 ? 1 : 0) === at);
    return cells.length > 0 ? [{ cells: cells.slice(0, 1), drawnMark: row.drawnMark && at === 0 }] : [];
  };
  const below = rows.slice(first);
  if (below.filter(crosses).length > below.length * 0.1) return undefined;
  return [rows.slice(0, first), below.flatMap((row) => side(row, 0)), below.flatMap((row) => side(row, 1))];
}
