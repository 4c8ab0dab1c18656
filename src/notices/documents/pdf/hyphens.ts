import { isSuspended } from '../../import/paragraphs.ts';

/** The words of a document, to tell a hyphen that the layout put from one that is part of a word. */
export type Spelling = { readonly words: ReadonlySet<string>; readonly hyphenates: boolean };

const SOFT_HYPHEN = '\u00AD';
const AT_END = /([\p{L}\p{M}]+(?:[-\u2010\u2011’'][\p{L}\p{M}]+)*)[-\u2010]$/u;
const AT_START = /^([\p{L}\p{M}]+)/u;

/** Words within lines, whole and with their hyphens; and whether line ends part words that stand unparted elsewhere. */
export function spellingOf(lines: readonly string[]): Spelling {
  const words = new Set<string>();
  for (const line of lines)
    for (const [word] of line.matchAll(/[\p{L}\p{M}]+(?:[-\u2010\u2011][\p{L}\p{M}]+)*/gu)) words.add(folded(word));
  let layout = 0;
  let own = 0;
  lines.forEach((line, index) => {
    const seam = seamOf(line, lines[index + 1] ?? '');
    if (seam && words.has(seam.joined)) layout += 1;
    if (seam && words.has(seam.hyphened)) own += 1;
  });
  return { words, hyphenates: layout > own };
}

const folded = (word: string) => word.toLowerCase().replaceAll(/[\u2010\u2011]/g, '-');

function seamOf(line: string, next: string): { joined: string; hyphened: string } | undefined {
  const [, first] = AT_END.exec(line) ?? [];
  const [, second] = AT_START.exec(next) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const last = first.split('-').at(-1) ?? first;
  return { joined: folded(last + second), hyphened: folded(`${first}-${second}`) };
}

/**
 * Two lines as one text. A hyphen at the line end goes where the word stands elsewhere without it, stays where it
 * stands elsewhere with it, and otherwise goes only in a document whose layout parts words, before a small letter.
 */
export function undoHyphen(text: string, next: string, { words, hyphenates }: Spelling): string {
  if (text.endsWith(SOFT_HYPHEN)) return text.slice(0, -1) + next;
  if (isSuspended(text, next)) return `${text} ${next}`;
  const seam = seamOf(text, next);
  if (!seam)
    return /[\p{L}\p{N}][-/\u2010\u2011–—]$/u.test(text) && /^[\p{L}\p{N}(]/u.test(next)
      ? text + next
      : `${text} ${next}`;
  if (words.has(seam.hyphened)) return text + next;
  const parted = words.has(seam.joined) || (hyphenates && /^\p{Ll}/u.test(next));
  return parted ? text.slice(0, -1) + next : text + next;
}
