import type { Lines } from '../notice.ts';
import { contains, phrasesAt } from './phrases.ts';
import { endsSentence, joined } from './paragraphs.ts';
import type { Line } from './text-lines.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** The title of one half, without the reference that ends it; `from` is its place in the list of lines. */
export type Title = {
  readonly text: string;
  readonly reference: string | undefined;
  readonly lines: Lines;
  readonly from: number;
  /** The place of its last line. */
  readonly to: number;
};

const AT_END = /(?:^|[\s([\-–—:#/°])(\d{6})\s?[)\]]?\s?\.?$/;
const AT_START = /^[([]?(\d{6})[)\]]?\s?[-–—:]\s?/;

/** The reference that ends a line, or starts it. */
export const referenceIn = (text: string): string | undefined => (AT_END.exec(text) ?? AT_START.exec(text))?.[1];

/** The reference of a line that is no labelled one: “Requisition # 250604” is a field of the header. */
export const titleReference = ({ text, words }: Line, { labels }: Vocabulary): string | undefined =>
  phrasesAt(labels, words).some(({ code }) => code === 'reference') ? undefined : referenceIn(text);

/** Lines from the reference to the first label that we know, beside those with a label that we don’t. */
const NEAR = 4;
/** A label that may be one we don’t know, and the value after it. */
export const LABELLED = /^\p{Lu}[^:.;!?]{1,60}:(?:\s|$)/u;
const LONGEST_HEADER = 20;

/** The title that stands before a header: the line with the reference and what leads to it. */
export function titleBefore(lines: readonly Line[], range: Range, vocabulary: Vocabulary): Title | undefined {
  const at = referenceLine(lines, range, vocabulary) ?? bareTitle(lines, range);
  const last = at === undefined ? undefined : lines[at];
  if (at === undefined || !last) return undefined;
  const reference = referenceIn(last.text);
  let from = at;
  while (from > range.earliest && leadsTo(lines, { earliest: range.earliest, before: from }, vocabulary)) from -= 1;
  const printed = lines.slice(from, at + 1);
  const text = printed.map((line) => line.text).reduce(joined, '');
  return {
    text: withoutReference(text),
    reference,
    lines: { from: numberOf(printed[0]), to: last.number },
    from,
    to: at,
  };
}

const numberOf = (line: Line | undefined) => line?.number ?? 1;

/** Where a title may stand: from `earliest` to just before the header. */
type Range = { readonly earliest: number; readonly before: number };

function referenceLine(
  lines: readonly Line[],
  { earliest, before }: Range,
  vocabulary: Vocabulary,
): number | undefined {
  let from = before;
  for (let near = 0; from > earliest && near < NEAR && from > before - LONGEST_HEADER; from -= 1)
    if (!LABELLED.test(lines[from - 1]?.text ?? '')) near += 1;
  const at = lines.slice(from, before).findLastIndex((line) => titleReference(line, vocabulary) !== undefined);
  return at < 0 ? undefined : from + at;
}

/** Without a reference the line above the header is the title, if it can be one. */
function bareTitle(lines: readonly Line[], { earliest, before }: Range): number | undefined {
  const line = lines[before - 1];
  if (!line || before - 1 < earliest || line.text.length > 160) return undefined;
  return endsSentence(line.text) && !line.text.endsWith(')') ? undefined : before - 1;
}

/** Words that a title cannot end with: what follows belongs to it. */
const GOES_ON = /(?:[,\-–—/&(:]|\b(?:and|of|for|the|in|to|de|du|des|la|le|les|et|pour|au|aux|en|à|d['’]|l['’]))$/i;

/** Whether the line above is the start of the title too. */
function leadsTo(lines: readonly Line[], { earliest, before: from }: Range, vocabulary: Vocabulary): boolean {
  const line = lines[from];
  const above = lines[from - 1];
  if (!line || !above || above.text.length > 160 || phrasesAt(vocabulary.labels, above.words).length > 0) return false;
  if (withoutReference(line.text) === '' || GOES_ON.test(above.text)) return true;
  if (endsSentence(above.text) || contains(vocabulary.banner, above.words)) return false;
  if (/^[\p{Ll}(]/u.test(line.text)) return true;
  return line.gap <= 1 && (from - 1 === earliest ? earliest === 0 : above.afterPage);
}

const withoutReference = (text: string): string =>
  text
    .replace(AT_END, '')
    .replace(AT_START, '')
    .replace(/[\s([\-–—:#/,]+$/, '')
    .trim();
