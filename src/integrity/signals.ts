import type { HiddenHow } from '../platform/pdf/pdf-lines.ts';
import { passagesWith } from './fingerprints.ts';
import { textOf, withContext, type Span } from './passage.ts';
import { PATTERNS, TOOL_LINK, type WordSignal } from './signal-patterns.ts';

/** Some words of a text, with what stands around them. */
export type Quoted = { before: string; words: string; after: string };
export type SharedWords = { mine: string; theirs: string };

/**
 * Something to be looked at, with its passage: never a figure, a score or a judgement. What a person makes of it is for a
 * person to say.
 */
export type Finding =
  | { kind: 'declaration'; code: string; text: Readonly<Record<string, string>> }
  | { kind: 'shared'; part: string; other: { number: string; part: string }; passages: SharedWords[] }
  | { kind: 'from-notice'; part: string; passages: string[] }
  | { kind: WordSignal; part: string; pattern: string; passage: Quoted }
  | { kind: 'hidden-text'; part: string; page: number; how: HiddenHow; passage: string }
  | { kind: 'tool-link'; part: string; url: string; passage: Quoted }
  | { kind: 'made-with'; part: string; programs: string[] };
export type FindingKind = Finding['kind'];

/** Whether a kind of finding can be a reason to ask its author, or is only there to know. The order is that of the page. */
export const WEIGHT: Readonly<Record<FindingKind, 'evidence' | 'information'>> = {
  declaration: 'information',
  shared: 'evidence',
  'prompt-residue': 'evidence',
  placeholder: 'evidence',
  'tool-link': 'evidence',
  'hidden-text': 'evidence',
  instruction: 'evidence',
  'from-notice': 'information',
  'made-with': 'information',
};
export const KINDS = Object.keys(WEIGHT) as FindingKind[];

/** A text of an application as it was read: its words, what of them nobody sees, its links, what it was made with. */
export type ReadText = {
  /** Which it is: `requirement:essential:2`, `question:relatives`, `document:cover-letter`. */
  part: string;
  text: string;
  hidden: readonly (Span & { page: number; how: HiddenHow })[];
  links: readonly (Span & { url: string })[];
  madeWith: readonly string[];
};

/** What one text shows by itself; `notice` holds the runs of words of the notice. */
export function findingsIn(read: ReadText, notice: ReadonlySet<number>): Finding[] {
  return [...byWords(read), ...toolLinks(read), ...hiddenText(read), ...fromNotice(read, notice), ...madeWith(read)];
}

const MOST_OF_ONE_PATTERN = 10;

function byWords({ part, text }: ReadText): Finding[] {
  return PATTERNS.flatMap(({ kind, name, matches }) =>
    [...text.matchAll(matches)].slice(0, MOST_OF_ONE_PATTERN).map(({ 0: words, index }): Finding => {
      const passage = quoted(text, { start: index, end: index + words.length });
      return { kind, part, pattern: name, passage };
    }),
  );
}

/** Each part is bounded: a text of dots and hyphens alone must not keep the server. */
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"]{1,2000}|\b[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\/[^\s<>"]{0,2000}/giu;

function toolLinks({ part, text, links }: ReadText): Finding[] {
  const written = [...text.matchAll(ADDRESS)].map(({ 0: url, index }) => ({
    url,
    start: index,
    end: index + url.length,
  }));
  const seen = new Set<string>();
  return [...links, ...written].flatMap(({ url, ...span }): Finding[] => {
    if (!TOOL_LINK.test(url) || seen.has(url)) return [];
    seen.add(url);
    return [{ kind: 'tool-link', part, url, passage: quoted(text, span) }];
  });
}

const hiddenText = ({ part, text, hidden }: ReadText): Finding[] =>
  hidden.map(({ page, how, ...span }) => ({
    kind: 'hidden-text',
    part,
    page,
    how,
    passage: textOf(text, span).trim(),
  }));

/** Fewer words in a row than this are how everybody speaks of the post. */
const QUOTED_WORDS = 10;

function fromNotice({ part, text }: ReadText, notice: ReadonlySet<number>): Finding[] {
  const passages = passagesWith(text, notice)
    .map((span) => textOf(text, span))
    .filter((passage) => passage.split(/\s+/).length >= QUOTED_WORDS);
  return passages.length === 0 ? [] : [{ kind: 'from-notice', part, passages }];
}

const madeWith = ({ part, madeWith: programs }: ReadText): Finding[] =>
  programs.length === 0 ? [] : [{ kind: 'made-with', part, programs: [...programs] }];

function quoted(text: string, span: Span): Quoted {
  const around = withContext(text, span);
  return {
    before: text.slice(around.start, span.start),
    words: textOf(text, span),
    after: text.slice(span.end, around.end),
  };
}

/** In the order of the page: by kind, and within it as they stand. No finding weighs more than another. */
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
