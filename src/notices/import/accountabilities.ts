import { doubt, type HalfReading } from './reading.ts';
import { withoutPlaceholders } from './requirements.ts';
import { endsSentence, goesOn, joined, linesOf, markOf, readBlocks, type Block } from './paragraphs.ts';
import { phrasesAt } from './phrases.ts';
import { wordsOf } from './words.ts';
import { numbered } from './headings.ts';
import type { Line } from './text-lines.ts';

type Titled = { heading: string; known: boolean; at: Line; lines: Line[] };

/** Section 3: headings, each with its text; the closing duty stands for itself. */
export function readAccountabilities(lines: readonly Line[], reading: HalfReading): void {
  const loose: Line[] = [];
  const groups: Titled[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) break;
    const found = headingOn(lines, at, reading);
    if (found) {
      groups.push({ ...found, at: line, lines: found.rest ? [found.rest] : [] });
      at += found.taken - 1;
    } else (groups.at(-1)?.lines ?? loose).push(line);
  }
  addLoose(loose, reading);
  for (const group of groups) addAccountability(group, reading);
}

/** Text before the first heading: a placeholder, or something for a person to place. */
function addLoose(lines: readonly Line[], reading: HalfReading): void {
  const blocks = withoutClosingDuty(readSectionBlocks(lines, reading), reading);
  const texts = blocks.map(({ text, lines: where }) => ({ value: text, lines: where }));
  for (const text of withoutPlaceholders(texts, 'accountabilities', reading)) {
    reading.texts.requirements.push(text);
    doubt(reading, 'unplaced-text', { field: 'accountabilities', lines: text.lines, values: [text.value] });
  }
}

function addAccountability({ heading, known, at, lines }: Titled, reading: HalfReading): void {
  const blocks = withoutClosingDuty(readSectionBlocks(lines, reading), reading);
  const where = { from: at.number, to: Math.max(at.number, linesOf(blocks).to) };
  const text = blocks.map((block) => block.text).reduce(joined, '');
  reading.texts.accountabilities.push({ value: { heading, text }, lines: where });
  if (known) return;
  const field = `accountabilities.${reading.language}[${reading.texts.accountabilities.length - 1}]`;
  doubt(reading, 'unknown-heading', { field, lines: { from: at.number, to: at.number }, values: [heading] });
}

const readSectionBlocks = (lines: readonly Line[], reading: HalfReading): Block[] =>
  readBlocks(lines, reading.layout, (line) => isClosingDuty(line, reading));

function isClosingDuty({ text, words }: Pick<Line, 'text' | 'words'>, { vocabulary }: HalfReading): boolean {
  const marked = markOf(text);
  return phrasesAt(vocabulary.closingDuty, marked ? wordsOf(marked.rest) : words).length > 0;
}

/** The closing duty may be a paragraph, or the last sentence of one. */
function withoutClosingDuty(blocks: readonly Block[], reading: HalfReading): Block[] {
  return blocks.flatMap((block) => {
    const sentences = block.text.split(/(?<=[.;])\s+(?=\p{Lu})/u);
    const last = sentences.at(-1) ?? '';
    if (!isClosingDuty({ text: last, words: wordsOf(last) }, reading)) return [block];
    reading.texts.closingDuty = { value: last, lines: block.lines };
    const text = block.text.slice(0, block.text.length - last.length).trim();
    return text === '' ? [] : [{ ...block, text, words: wordsOf(text) }];
  });
}

type Found = { heading: string; known: boolean; rest: Line | undefined; taken: number };

function headingOn(lines: readonly Line[], at: number, reading: HalfReading): Found | undefined {
  const line = lines[at];
  const before = lines[at - 1];
  if (!line || (before && !line.afterPage && !mayEnd(before, line, reading))) return undefined;
  const text = bare(line.text);
  return (
    knownHeading(text, line, reading) ??
    brokenHeading(text, lines[at + 1], reading) ??
    unknownHeading(lines, at, reading)
  );
}

/** A heading without the number or list mark before it. */
const bare = (text: string): string => {
  const plain = markOf(text)?.rest ?? text;
  return numbered(plain.replace(/^\d{1,2}\.(?=\d)/, '')).rest;
};

/** The text before a heading has come to its end, or at least to the end of its line. */
function mayEnd(before: Line, line: Line, reading: HalfReading): boolean {
  return endsSentence(before.text) || isHeadingText(before.text, reading) || !goesOn(before, line, reading.layout);
}

const isHeadingText = (text: string, { vocabulary }: HalfReading) => {
  const words = wordsOf(bare(text));
  return phrasesAt(vocabulary.accountabilityHeadings, words).some(({ keys }) => keys.length === words.all().length);
};

/** A heading of the vocabulary alone on its line, or before a colon or dash and its text. */
function knownHeading(text: string, line: Line, { vocabulary }: HalfReading): Found | undefined {
  const words = wordsOf(text);
  const [phrase] = phrasesAt(vocabulary.accountabilityHeadings, words);
  const last = phrase && words.at(phrase.keys.length - 1);
  if (!last || !/^\p{Lu}/u.test(text)) return undefined;
  const heading = text.slice(0, last.end);
  const after = text.slice(last.end).trim();
  if (/^[:.]?$/.test(after)) return { heading, known: true, rest: undefined, taken: 1 };
  const [, run] = /^(?::|[-–—]\s)\s*(.+)$/.exec(after) ?? [];
  return run === undefined
    ? undefined
    : { heading, known: true, rest: { ...line, text: run, words: wordsOf(run), gap: 0 }, taken: 1 };
}

/** A heading of the vocabulary broken over two lines. */
function brokenHeading(text: string, next: Line | undefined, { vocabulary }: HalfReading): Found | undefined {
  if (!next || text.length > LONGEST_HEADING || next.text.length > LONGEST_HEADING) return undefined;
  const heading = joined(text, next.text);
  const words = wordsOf(heading);
  const whole = phrasesAt(vocabulary.accountabilityHeadings, words).some(
    ({ keys }) => keys.length === words.all().length,
  );
  return whole && /^\p{Lu}/u.test(text)
    ? { heading: heading.replace(/\s?:$/, ''), known: true, rest: undefined, taken: 2 }
    : undefined;
}

const LONGEST_HEADING = 60;
const MOST_WORDS = 8;

/** A short line that starts a paragraph and ends without a mark, with a sentence after it, is a heading we don't know. */
function unknownHeading(lines: readonly Line[], at: number, { layout, ...reading }: HalfReading): Found | undefined {
  const line = lines[at];
  const next = lines[at + 1];
  if (!line || !next || line.text.length > LONGEST_HEADING || line.words.all().length > MOST_WORDS) return undefined;
  const before = lines[at - 1];
  const text = bare(line.text).replace(/\s?:$/, '');
  const starts = /^\p{Lu}/u.test(text) && (!before || endsSentence(before.text));
  if (!starts || /[.;,!?]$/.test(text) || !/^["'“‘«\s]*\p{Lu}/u.test(next.text)) return undefined;
  if (goesOn({ ...line, text }, next, layout) || markOf(line.text) || isClosingDuty(line, { layout, ...reading }))
    return undefined;
  return { heading: text, known: false, rest: undefined, taken: 1 };
}
