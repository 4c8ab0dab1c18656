import type { Lines, ReportingUnit } from '../notice.ts';
import { doubt, type HalfReading } from './reading.ts';
import { isPlaceholder, withoutPlaceholders } from './requirements.ts';
import { joined, linesOf, readBlocks } from './paragraphs.ts';
import { contains, phrasesAt, phrasesWithin } from './phrases.ts';
import { wordsOf } from './words.ts';
import type { Line } from './text-lines.ts';

/** Section 4: to whom the post reports, and how many report to it. */
export function readInterrelationships(lines: readonly Line[], reading: HalfReading): void {
  const blocks = readBlocks(lines, reading.layout, (line) => startsReports(line, reading));
  const pieces = blocks.flatMap((block) =>
    splitAtReports(block.text, reading).map((piece) => ({ ...piece, lines: block.lines })),
  );
  const running = pieces.filter(({ kind }) => kind === 'text').filter(({ text }) => !isPlaceholder(text, reading));
  withoutPlaceholders(
    pieces.filter(({ kind }) => kind === 'text').map(({ text, lines: where }) => ({ value: text, lines: where })),
    'interrelationships',
    reading,
  );
  if (running.length > 0) {
    const value = running.map(({ text }) => text).reduce(joined, '');
    reading.texts.interrelationships = { value, lines: linesOf(running) };
  }
  for (const { kind, text, lines: where } of pieces)
    if (kind !== 'text') addReports(kind, { text, lines: where }, reading);
}

/** A line that starts with the label and goes on with a colon or a number. */
function startsReports(line: Line, reading: HalfReading): boolean {
  const [phrase] = phrasesAt(reading.vocabulary.reports, line.words);
  return phrase !== undefined && isLabel(line.text.slice(line.words.at(phrase.keys.length - 1)?.end), reading);
}

/** What follows the name of a label: a colon, a number, “none”, or nothing yet. */
function isLabel(rest: string, { vocabulary }: HalfReading): boolean {
  if (/^\)?\s?:/.test(rest)) return true;
  const next = wordsOf(rest);
  const first = next.at(0);
  return first === undefined || phrasesAt(vocabulary.noReports, next).length > 0 || isNumber(first, vocabulary.numbers);
}
const isNumber = (word: { key: string } | undefined, numbers: ReadonlyMap<string, number>) =>
  word !== undefined && (/^\d+$/.test(word.key) || numbers.has(word.key));

type Piece = { kind: 'text' | 'direct' | 'indirect'; text: string };

/** The labels may also stand within a paragraph, or both on one line. */
function splitAtReports(text: string, reading: HalfReading): Piece[] {
  const words = wordsOf(text);
  const labels = phrasesWithin(reading.vocabulary.reports, words)
    .filter(
      ({ at, phrase }, index, all) =>
        !within(at, all[index - 1]) && isLabel(text.slice(words.at(at + phrase.keys.length - 1)?.end), reading),
    )
    .map(({ at, phrase }) => ({
      kind: phrase.code,
      start: words.at(at)?.start ?? 0,
      end: words.at(at + phrase.keys.length - 1)?.end ?? 0,
    }));
  const [first] = labels;
  const before = text.slice(0, first?.start ?? text.length).trim();
  const pieces = labels.map(({ kind, end }, index): Piece => {
    const value = text
      .slice(end, labels[index + 1]?.start)
      .replace(/^[\s):–—-]+/, '')
      .trim();
    return { kind, text: value };
  });
  return before === '' ? pieces : [{ kind: 'text', text: before }, ...pieces];
}

const within = (at: number, before: { at: number; phrase: { keys: readonly string[] } } | undefined) =>
  before !== undefined && at < before.at + before.phrase.keys.length;

type Where = { text: string; lines: Lines };

function addReports(kind: 'direct' | 'indirect', { text, lines }: Where, reading: HalfReading): void {
  const field = kind === 'direct' ? 'directReports' : 'indirectReports';
  const count = countIn(text, reading);
  if (count === undefined) return doubt(reading, 'field-unread', { field, lines, values: [text] });
  const breakdown = breakdownIn(text);
  if (kind === 'direct') reading.facts.directReports = { value: { count, breakdown }, lines };
  else reading.facts.indirectReports = { value: { count }, lines };
  const sum = breakdown.reduce((total, unit) => total + unit.count, 0);
  if (breakdown.length > 0 && sum !== count) doubt(reading, 'field-unread', { field, lines, values: [text] });
}

/** “N/A”, « sans objet », “13 (…)”, “two”. */
function countIn(text: string, { vocabulary }: HalfReading): number | undefined {
  const outside = text.replace(/\([^()]{0,300}\)?/g, ' ');
  const words = wordsOf(outside);
  const number = words.all().find((word) => isNumber(word, vocabulary.numbers));
  if (number) return vocabulary.numbers.get(number.key) ?? Number(number.key);
  return contains(vocabulary.noReports, words) ? 0 : undefined;
}

/** `13 (COPS :11; NALT: 2)`: the units in brackets, each with its number. */
function breakdownIn(text: string): ReportingUnit[] {
  const inside = /\(([^()]{1,300})\)/.exec(text)?.[1] ?? '';
  return inside.split(/[;,]| and | et /).flatMap((part) => {
    const [, unit, count] = /^\s?(\D{1,60}?)\s?[:=–-]?\s?(\d{1,4})\s?$/.exec(part) ?? [];
    const [, first, named] = /^\s?(\d{1,4})\s(?:in |x |× )?(\D{1,60})$/.exec(part) ?? [];
    if (unit !== undefined) return [{ unit: unit.trim(), count: Number(count) }];
    return named === undefined ? [] : [{ unit: named.trim(), count: Number(first) }];
  });
}
