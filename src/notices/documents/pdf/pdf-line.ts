import { undoHyphen, type Spelling } from './hyphens.ts';
import type { Run } from './pdf-page.ts';

/** A printed line, or what stands in one column of it. */
export type PdfLine = {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
};

/** What parts the words of a line, in font sizes: less is between letters. */
const WORD_GAP = 0.17;
/** Text this far from the baseline, in font sizes, is on another line; notes and exponents stay. */
const OTHER_LINE = 0.55;

/** Runs in the order of reading, put together into lines. */
export function linesOf(runs: readonly Run[], page: number): PdfLine[] {
  const groups: Run[][] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && sameLine(last, run)) group.push(run);
    else if (run.text.trim() !== '') groups.push([run]);
  }
  return groups.map((group) => lineOf(group, page));
}

/** On the same baseline, and not back at the start of a line. */
const sameLine = (last: Run, run: Run): boolean =>
  Math.abs(last.y - run.y) < OTHER_LINE * Math.max(Math.min(last.size, run.size), 1) &&
  (run.text.trim() === '' || run.x > last.x - run.size);

/** Runs of one line, from left to right, with spaces where they stand apart. */
export function lineOf(runs: readonly Run[], page: number): PdfLine {
  const printed = runs.filter(({ text }) => text.trim() !== '');
  const longest = printed.toSorted((a, b) => b.text.length - a.text.length)[0];
  let text = '';
  let end: number | undefined;
  for (const run of runs) {
    const apart = end !== undefined && run.x - end > WORD_GAP * run.size;
    text += apart && !/\s$/.test(text) && !/^\s/.test(run.text) ? ` ${run.text}` : run.text;
    end = run.x + run.width;
  }
  const letters = (some: readonly Run[]) => some.reduce((sum, run) => sum + run.text.trim().length, 0);
  return {
    text: text.replace(/\s*\n\s*/g, ' ').replace(/^[ \t]+|[ \t]+$/g, ''),
    page,
    left: Math.min(...printed.map(({ x }) => x)),
    right: Math.max(...printed.map(({ x, width }) => x + width)),
    y: longest?.y ?? 0,
    size: longest?.size ?? 0,
    bold: letters(printed.filter(({ bold }) => bold)) > letters(printed) * 0.9,
  };
}

/** How far lines go: where the words of a next line would have found room, the line was ended on purpose. */
export function hasRoomFor(line: PdfLine, next: PdfLine, edge: number): boolean {
  const [word = ''] = next.text.split(' ');
  const letter = (next.right - next.left) / Math.max(next.text.length, 1);
  return line.right + (word.length + 1) * letter < edge - line.size * 0.4;
}

/** The right edge of running text: so far go all but the odd lines that are longer. */
export function edgeOf(lines: readonly PdfLine[]): number {
  const rights = lines.map(({ right }) => right).toSorted((a, b) => a - b);
  return rights[Math.floor(rights.length * 0.97)] ?? 0;
}

/** A line this much shorter than the widest, in points, was mostly ended on purpose; of the others a ragged text has all lengths. */
const NEARLY_FULL = 60;
/** Of the nearly full lines, so many end at one place where a text is justified, and hardly a tenth where it is ragged. */
const JUSTIFIED_SHARE = 0.5;
const FEWEST_JUSTIFIED = 5;
/** What rounding does, and marks that hang out of the edge, in points. */
const SHORT_OF_EDGE = 0.75;
const BEYOND_EDGE = 3;

/** Where full lines end, if a text is justified: there each but the last of a paragraph is full. */
export function justifiedEdgeOf(lines: readonly PdfLine[]): number | undefined {
  const rights = lines.map(({ right }) => right);
  const places = Map.groupBy(rights, (right) => Math.round(right));
  const edge = [...places].toSorted((a, b) => b[1].length - a[1].length)[0]?.[1][0] ?? 0;
  const full = rights.filter((right) => right > edge - SHORT_OF_EDGE && right < edge + BEYOND_EDGE);
  const nearly = rights.filter((right) => right > edge - NEARLY_FULL);
  return full.length >= FEWEST_JUSTIFIED && full.length > nearly.length * JUSTIFIED_SHARE ? edge : undefined;
}

export const isFull = ({ right }: PdfLine, edge: number): boolean => right > edge - SHORT_OF_EDGE;

/** Where most lines start. */
export function usualLeft(lines: readonly PdfLine[]): number {
  const starts = Map.groupBy(lines, ({ left }) => Math.round(left));
  return [...starts].toSorted((a, b) => b[1].length - a[1].length)[0]?.[0] ?? 0;
}

/** The text of lines that belong together; a line that was ended on purpose stays one. */
export function textOfLines(lines: readonly PdfLine[], edge: number, spelling: Spelling): string {
  let text = '';
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (!before) text = line.text;
    else if (isWithinAddress(text, line.text)) text += line.text;
    else if (before.page === line.page && hasRoomFor(before, line, edge)) text += `\n${line.text}`;
    else text = undoHyphen(text, line.text, spelling);
  });
  return text;
}

/** An address that goes on in the next line: it was parted after one of its marks, and what follows is no sentence. */
export const isWithinAddress = (text: string, next: string): boolean =>
  /(?:https?:\/\/|www\.)\S*(?<=[./_=&?#-])$/.test(text) && /^[a-z\d]/.test(next);

/** An address alone on its line stands for itself. */
export const isAddress = ({ text }: PdfLine): boolean => /^<?https?:\/\/\S+$/.test(text);
