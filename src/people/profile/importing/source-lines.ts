import type { Part } from '../profile.ts';
import type { LeftOver, ProposedEntry } from './proposal.ts';

/** A stretch of one line of the file, by its characters. */
export type Span = { line: number; start: number; end: number };
/** A value with the stretches of the file it was read from. */
export type Read = { value: string; spans: Span[] };
export type ReadEntry = { part: Part; fields: Record<string, Read> };

/** The words of a stretch, as a value: what stands in the field is what stands in the file. */
export function readSpans(lines: readonly string[], spans: readonly Span[], between = ', '): Read | undefined {
  const told = spans.map((span) => trimmed(lines, span)).filter(({ start, end }) => end > start);
  const value = told.map((span) => textOf(lines, span)).join(between);
  return value === '' ? undefined : { value, spans: told };
}

export const textOf = (lines: readonly string[], { line, start, end }: Span): string =>
  (lines[line] ?? '').slice(start, end);

export const wholeLine = (lines: readonly string[], line: number): Span => ({
  line,
  start: 0,
  end: (lines[line] ?? '').length,
});

/** Marks that part one thing from another and say nothing themselves. */
const EDGES = /^[\s,;:|·•–—()\t-]+|[\s,;:|·•–—(\t-]+$/g;

function trimmed(lines: readonly string[], span: Span): Span {
  const text = textOf(lines, span);
  const lead = /^[\s,;:|·–—\t-]*/.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead).replace(/[\s,;:|·–—\t(-]+$/, '');
  return { line: span.line, start: span.start + lead, end: span.start + lead + rest.length };
}

/** Entries with the passage of each field, whole stretches of the file as they stand there. */
export const proposed = (lines: readonly string[], entries: readonly ReadEntry[]): ProposedEntry[] =>
  entries.map(({ part, fields }) => ({
    part,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, { value, spans }]) => [
        name,
        { value, passage: spans.map((span) => textOf(lines, span)).join('\n') },
      ]),
    ),
  }));

export type Section = { heading: number | undefined; from: number; to: number };

/**
 * Whatever no entry was read from, in the order of the file and under its headings: computed from the file and what was
 * taken, so that nothing can be in neither.
 */
export function leftOverOf(
  lines: readonly string[],
  entries: readonly ReadEntry[],
  sections: readonly Section[],
): LeftOver[] {
  const taken = entries.flatMap(({ fields }) => Object.values(fields).flatMap(({ spans }) => spans));
  return sections
    .map(({ heading, from, to }) => ({
      heading: heading === undefined ? '' : (lines[heading] ?? '').trim(),
      lines: lines.slice(from, to).flatMap((_, index) => notTaken(lines, from + index, taken)),
    }))
    .filter((left) => left.heading !== '' || left.lines.length > 0);
}

function notTaken(lines: readonly string[], line: number, taken: readonly Span[]): string[] {
  const spans = taken.filter((span) => span.line === line).toSorted((a, b) => a.start - b.start);
  const text = lines[line] ?? '';
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start > at) pieces.push(text.slice(at, start));
    at = Math.max(at, end);
  }
  pieces.push(text.slice(at));
  return pieces.map((piece) => piece.replaceAll(EDGES, '')).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}
