import type { Lines } from '../notice.ts';
import { JOIN_MARK, type Line } from './text-lines.ts';
import { wordsOf, type Words } from './words.ts';

/** A piece of running text or an item of a list, put together from its lines. */
export type Block = {
  readonly kind: 'paragraph' | 'item';
  readonly text: string;
  readonly words: Words;
  readonly lines: Lines;
  readonly afterRule: boolean;
};

/** How a part of the text was laid out, told from its lines. */
export type Layout =
  | { readonly wrapped: false }
  /** `full`: a line and the first word of the next are seldom shorter together, where a sentence goes on. */
  | { readonly wrapped: true; readonly full: number; readonly gap: number };

/** Sentences going on in a next line that starts in lower case: so many of them, and the text was wrapped. */
const WRAPPED_FROM = 4;
const WRAPPED_SHARE = 0.15;
/** Or fewer, where no line is longer than this, and most of those that go on are nearly as long as the longest. */
const NARROW = 130;
const FULL_SHARE = 0.85;
const NARROW_FROM = 2;

export function layoutOf(lines: readonly Line[]): Layout {
  const seams = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    return before && !line.afterPage && !endsSentence(before.text) && startsLower(line.text) ? [{ before, line }] : [];
  });
  const lengths = seams.map(({ before, line }) => lengthWith(before, line)).toSorted((a, b) => a - b);
  const many = seams.length >= Math.max(WRAPPED_FROM, Math.min(lines.length * WRAPPED_SHARE, WRAPPED_FROM * 3));
  if (!many && !isNarrow(lines, lengths)) return { wrapped: false };
  const gaps = seams.map(({ line }) => line.gap).toSorted((a, b) => a - b);
  return { wrapped: true, full: at(lengths, 0.1), gap: at(gaps, 0.5) };
}

function isNarrow(lines: readonly Line[], lengths: readonly number[]): boolean {
  const longest = lines.reduce((most, { text }) => Math.max(most, text.length), 0);
  const full = lengths.filter((length) => length >= longest * FULL_SHARE).length;
  return longest <= NARROW && lengths.length >= NARROW_FROM && full * 2 > lengths.length;
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
const lengthWith = (line: Line, next: Line) => line.text.length + 1 + (/^\S+/.exec(next.text)?.[0].length ?? 0);

export const endsSentence = (text: string): boolean =>
  /[.;:!?…]["'”’»)\]\s]*$/.test(text) || /(?:https?:\/\/|www\.)\S+$/.test(text);
const startsLower = (text: string) => /^(?:["'“‘«\s]*[\p{Ll},;:)\]–&]|\()/u.test(text);

/** Whether a line goes on in the next one; a next line with a list mark of its own is for `readBlocks` to see. */
export function goesOn(line: Line, next: Line, layout: Layout): boolean {
  const open = !endsSentence(line.text);
  if (open && startsLower(next.text)) return true;
  if (!layout.wrapped) return open && line.text.length > LONG_LINE && (next.gap === 0 || next.afterPage);
  const length = lengthWith(line, next);
  if (open) return length >= layout.full * SHORT_SHARE;
  if (line.text.endsWith(';') && startsLower(next.text)) return true;
  const parted = next.gap > layout.gap && !next.afterPage;
  return !parted && length >= layout.full;
}

/** A line of a text that isn't wrapped, longer than any heading or label: what follows on the next line, or page, continues it. */
const LONG_LINE = 80;
/** Of a full line: below this a line without a final mark stands for itself (“Pending budget approval”). */
const SHORT_SHARE = 0.75;

/** List marks; the number and letter marks need a space after them. */
const MARK =
  /^(?:([•‣◦▪●○■□▸►➢➤✓✔·∙⁃\uF0A7\uF0B7\uF0D8])\s*|([-*+–—])\s+|(-)(?=\p{L})|(o)\s+|\(?(\d{1,2})[.)]\s+|\(?([a-z])[).]\s+|\(?([ivx]{1,4})\)\s+)/u;
const BARE_MARK = /^(?:[•‣◦▪●○■□▸►➢➤✓✔·∙⁃\uF0A7\uF0B7\uF0D8*+–—-]|o|\(?\d{1,2}[.)])$/u;

/** Cheap, and most lines: a word of running text. */
const RUNNING = /^[A-ZÀ-Þa-hj-np-uwyzà-ÿ«“"][A-Za-zÀ-ÿ]/;

type Marked = { readonly mark: string; readonly rest: string };

/** The list mark a line starts with and what follows it. */
export function markOf(text: string): Marked | undefined {
  if (RUNNING.test(text)) return undefined;
  if (BARE_MARK.test(text)) return { mark: markKind(text), rest: '' };
  const found = MARK.exec(text);
  return found ? { mark: markKind(found[0].trim()), rest: text.slice(found[0].length) } : undefined;
}
const markKind = (mark: string) => (/\d/.test(mark) ? '1' : /^\(?(?:[a-z]{1,4}\)|[a-z]\.)$/.test(mark) ? 'a' : mark);

/**
 * Puts lines together into paragraphs and items. `starts` tells of lines that never continue the one before: known
 * headings and labels.
 */
export function readBlocks(
  lines: readonly Line[],
  layout: Layout,
  starts: (line: Line) => boolean = () => false,
): Block[] {
  const open: OpenBlock[] = [];
  let listMark: string | undefined;
  lines.forEach((line, index) => {
    const current = open.at(-1);
    const before = lines[index - 1];
    const marked = markOf(line.text);
    const forced = line.afterRule || starts(line);
    if (marked && (forced || startsItem({ marked, listMark, before, line, layout }))) {
      open.push({ kind: 'item', parts: [marked.rest], lines: [line] });
      listMark = marked.mark;
      return;
    }
    const waiting = current?.parts.length === 1 && current.parts[0] === '';
    if (
      current &&
      before &&
      !forced &&
      (waiting || isUnfinished(open, startsAnew(line, layout)) || (goesOn(before, line, layout) && !closesList(open)))
    ) {
      current.parts.push(line.text);
      current.lines.push(line);
      return;
    }
    open.push({ kind: 'paragraph', parts: [line.text], lines: [line] });
    listMark = undefined;
  });
  return open.map(closed).filter(({ text }) => text !== '');
}

type OpenBlock = { kind: Block['kind']; parts: string[]; lines: Line[] };

type Start = { marked: Marked; listMark: string | undefined; before: Line | undefined; line: Line; layout: Layout };

/** A dash or number may also start a line within a sentence: it is a mark where the list has it, or a sentence ended. */
function startsItem({ marked: { mark }, listMark, before, line, layout }: Start): boolean {
  if (mark === listMark || !before || !/^[-–—*+o1a]$/.test(mark) || endsSentence(before.text)) return true;
  if (listMark !== undefined) return false;
  return layout.wrapped ? lengthWith(before, line) < layout.full : before.text.length <= LONG_LINE;
}

/**
 * A list ends with a full stop: an item that ends its line with a lesser mark goes on, or another item follows. So does
 * one without any mark, where the item before has its own.
 */
function isUnfinished(open: readonly OpenBlock[], anew: boolean): boolean {
  const [before, last] = open.slice(-2);
  const item = last ?? before;
  if (item?.kind !== 'item') return false;
  if (/[;:,]$/.test(lastPart(item))) return !(anew && lastPart(item).endsWith(';'));
  return before !== item && before?.kind === 'item' && endsSentence(lastPart(before)) && !endsSentence(lastPart(item));
}

/** Where a text isn’t wrapped, a sentence after an empty line: the list before it was ended with the wrong mark. */
const startsAnew = (line: Line, layout: Layout): boolean =>
  !layout.wrapped && line.gap > 0 && !line.afterPage && !startsLower(line.text) && !EXPLAINED_CODE.test(line.text);

/** “I (“Beginner”) in the other”: a level with its name goes on from what was asked before it. */
const EXPLAINED_CODE = /^(?:[IVX]{1,4}|[A-C][12]|\d)\s?\(/;

/** After items that end with semicolons, the one that ends with a full stop is the last. */
function closesList(open: readonly OpenBlock[]): boolean {
  const [before, last] = open.slice(-2);
  if (before?.kind !== 'item' || last?.kind !== 'item') return false;
  return /;(?: (?:and|et|or|ou))?$/.test(lastPart(before)) && lastPart(last).endsWith('.');
}
const lastPart = ({ parts }: OpenBlock) => parts.at(-1) ?? '';

function closed({ kind, parts, lines }: OpenBlock): Block {
  const first = lines[0];
  const last = lines.at(-1);
  const text = parts.reduce(joined, '');
  return {
    kind,
    text,
    words: wordsOf(text),
    lines: { from: first?.number ?? 1, to: last?.number ?? 1 },
    afterRule: first?.afterRule ?? false,
  };
}

/** Two parts of a text that a line end parted; a hyphen or a dash within a word, as in “10–12”, stays, without a space. */
export function joined(text: string, next: string): string {
  if (text === '') return next;
  if (text.endsWith(JOIN_MARK)) return text.slice(0, -1) + next;
  if (isSuspended(text, next)) return `${text} ${next}`;
  const glued = /[\p{L}\p{N}][-/\u2010\u2011–—]$/u.test(text) && /^[\p{L}\p{N}(]/u.test(next);
  return glued ? text + next : `${text} ${next}`;
}

/** “Pre- and post-flood”: a hyphen that stands for the rest of a word, which comes later. */
export const isSuspended = (text: string, next: string): boolean =>
  /\p{L}[-\u2010\u2011]$/u.test(text) && /^(?:and|or|to|et|ou)\s/.test(next);

/** An item without its final mark, and without the “and” that leads to the last one. */
export const withoutFinalMark = (text: string): string =>
  text.replace(/[;,]\s(?:and|or|et|ou)$/, '').replace(/\s*[;.,]$/, '');

export const linesOf = (blocks: readonly { readonly lines: Lines }[]): Lines => ({
  from: blocks[0]?.lines.from ?? 1,
  to: blocks.at(-1)?.lines.to ?? 1,
});
