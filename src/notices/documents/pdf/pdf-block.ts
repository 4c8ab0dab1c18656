import type { Block } from '../blocks.ts';
import type { Spelling } from './hyphens.ts';
import { hasRoomFor, isAddress, isFull, isWithinAddress, textOfLines, type PdfLine } from './pdf-line.ts';

/** A block with its lines, until the pages are joined; what a table holds has its text already. */
export type PdfBlock = {
  readonly kind: Block['kind'];
  /** Of an item: as printed, or `-` where it is drawn. An item without one goes on from the page before. */
  readonly mark: string;
  /** Whether the mark is drawn: the lines start after it. */
  readonly drawn?: boolean;
  /** Of an item whose list is tagged: which it is there, and of how many. A page end leaves it the same. */
  readonly place?: { readonly at: number; readonly of: number };
  readonly lines: readonly PdfLine[];
  readonly text?: string;
  /** Where the value of a field began, and its last line stands: a next line below it goes on. */
  readonly valueLeft?: number;
  readonly valueY?: number;
};

/** What the lines of the whole document tell: how far to the right and down they go, and how its words are written. */
export type Measure = {
  readonly left: number;
  readonly edge: number;
  /** Where full lines end, in a text whose lines are spread to one width. */
  readonly justifiedTo: number | undefined;
  readonly bottom: number;
  readonly spelling: Spelling;
};

/** The blocks of all pages in their order; one that a page end cut in two is one again. */
export function joinedPages(pages: readonly (readonly PdfBlock[])[], measure: Measure): Block[] {
  const all: PdfBlock[] = [];
  for (const page of pages) {
    const [first, ...others] = page;
    if (!first) continue;
    const last = all.at(-1);
    if (last && continues(last, first, measure)) {
      all[all.length - 1] = { ...last, lines: [...last.lines, ...first.lines] };
      all.push(...others);
    } else all.push(...page);
  }
  return all.map((block) => shown(block, measure)).filter(({ text }) => text !== '');
}

function continues(last: PdfBlock, first: PdfBlock, { edge, bottom, justifiedTo }: Measure): boolean {
  const end = last.lines.at(-1);
  const start = first.lines[0];
  if (!end || !start || last.text !== undefined || first.text !== undefined) return false;
  if (first.kind === 'item' && last.place && first.place) {
    if (first.mark !== '' || !isSame(last.place, first.place)) return false;
    if (first.place.of > 1) return true; // two lists of one item each look the same
  }
  if (first.kind === 'item' && justifiedTo === undefined && /[.;]$/.test(end.text)) return false;
  if (isAddress(end) || isAddress(start)) return false;
  if (first.kind === 'heading' || last.kind === 'heading' || first.mark !== '') return false;
  if (end.bold !== start.bold && last.lines.every(({ bold }) => bold === end.bold)) return false;
  if (Math.abs(end.size - start.size) > end.size * 0.06) return false;
  const open = !/[.;:!?…]["'”’»)\]\s]*$/.test(end.text);
  if ((open && /^[\p{Ll}(]/u.test(start.text)) || isWithinAddress(end.text, start.text)) return true;
  if (justifiedTo !== undefined) return isFull(end, justifiedTo) && !isSetIn(start, end);
  // A sentence that ends with its page mostly ends its paragraph, however full its last line is (decision 12).
  if (!open) return false;
  return !hasRoomFor(end, start, edge) && !(first.lines.length > WIDOWS && hasRoomBelow(last.lines, bottom));
}

const isSame = (a: { at: number; of: number }, b: { at: number; of: number }) => a.at === b.at && a.of === b.of;

/** The first line of another paragraph, where the text sets them in. */
const isSetIn = (start: PdfLine, end: PdfLine): boolean => start.left > end.left + start.size * 0.8;

/** Programs leave a line free at the end of a page rather than take a single one over to the next. */
const WIDOWS = 2;

/** Whether one more line would have stood on the page: the paragraph had none. */
function hasRoomBelow(lines: readonly PdfLine[], bottom: number): boolean {
  const [before, end] = lines.slice(-2);
  if (!before || !end) return false;
  const step = before.page === end.page ? before.y - end.y : end.size * 1.3;
  return end.y - step > bottom - 1;
}

const shown = ({ kind, mark, lines, text }: PdfBlock, { edge, spelling }: Measure): Block => {
  const printed = text ?? textOfLines(lines, edge, spelling);
  return { kind, text: kind === 'item' && printed !== '' ? `${mark === '' ? '•' : mark} ${printed}` : printed };
};

/** The mark of an item as a text has it: numbers and letters as printed, a bullet for all others. */
export const plainMark = (printed: string): string => {
  const mark = printed.trim().replace(/^\(/, '');
  if (/^(?:[a-zA-Z]|[ivx]{1,4})[.)]$/.test(mark)) return mark.replace('.', ')');
  return /^\d{1,2}[.)]$/.test(mark) ? mark : '•';
};
