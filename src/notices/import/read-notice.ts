import { type Language } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Doubt, ReadNotice } from '../notice.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { readHalf } from './half.ts';
import { splitHalves, type Half } from './halves.ts';
import { mergeHalves } from './merge.ts';
import type { HalfReading } from './reading.ts';
import { readLines, type Link, type TextLines } from './text-lines.ts';

/** Why a text is no notice; `line` is where to look. */
export type NotANotice = {
  readonly kind: 'empty' | 'too-long' | 'not-text' | 'no-header-or-sections';
  readonly line: number;
};

/** Some fifty times the longest notice we know of. */
export const LONGEST_NOTICE = 2_000_000;
const MOST_LINES = 20_000;

/**
 * Reads a vacancy notice from its text: one half or two, in either order, whole or cut off, as exported or as taken
 * from a PDF. What is unsure comes back as doubts. Refused: a text with neither a header nor sections of a notice.
 */
export function readNotice(text: string, vocabulary: Vocabulary): Result<ReadNotice, NotANotice> {
  if (text.length > LONGEST_NOTICE) return refuse({ kind: 'too-long', line: 1 });
  if (text.trim() === '') return refuse({ kind: 'empty', line: 1 });
  if (/\0/.test(text)) return refuse({ kind: 'not-text', line: lineOf(text, text.indexOf('\0')) });
  const lines = readLines(text, vocabulary.banner);
  if (lines.count > MOST_LINES) return refuse({ kind: 'too-long', line: MOST_LINES });
  const halves = splitHalves(lines.lines, vocabulary);
  const readings = halves.map((half, index) => {
    const last = index === halves.length - 1;
    return readHalf({ half, links: linksOf(half, halves[index + 1], lines), last }, vocabulary);
  });
  if (!readings.some(saysSomething)) return refuse({ kind: 'no-header-or-sections', line: 1 });
  return ok(merged(readings, lines.count));
}

const lineOf = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

/** The addresses that stand between the start of a half and the start of the next. */
function linksOf(half: Half, next: Half | undefined, { links }: TextLines): Link[] {
  const from = startOf(half);
  const to = next ? startOf(next) : Number.POSITIVE_INFINITY;
  return links.filter(({ number }) => number >= from && number < to);
}
const startOf = ({ title, header, body }: Half) => title?.lines.from ?? header[0]?.number ?? body[0]?.number ?? 1;

/** Two facts of a header, or a section with something in it. */
const saysSomething = ({ facts, texts }: HalfReading) =>
  Object.keys(facts).length >= 2 ||
  [texts.essential, texts.competencies, texts.contract, texts.summary].filter((list) => list.length > 0).length >= 2;

/** One half of each language; a third half, or a second in the same language, is for a person to look at. */
function merged(readings: readonly HalfReading[], lineCount: number): ReadNotice {
  const halves: Partial<Record<Language, HalfReading>> = {};
  const doubts: Doubt[] = [];
  for (const reading of readings) {
    const first = halves[reading.language];
    const lines = reading.texts.title?.lines ?? reading.facts.reference?.lines;
    if (first && lines)
      doubts.push({ kind: 'field-repeated', field: 'title', language: reading.language, lines, values: [] });
    halves[reading.language] ??= reading;
  }
  const read = mergeHalves(halves, lineCount);
  return { ...read, doubts: [...read.doubts, ...doubts] };
}
