import type { Language } from '../../platform/language.ts';
import type { Doubt } from '../notice.ts';
import { SECTIONS, type Section } from '../vocabulary-schema.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { headingAt, unknownHeading, type Heading } from './headings.ts';
import { wordsOf } from './words.ts';
import type { Line } from './text-lines.ts';

/** A part of one half: what stands under one heading, or before the first (`preamble`). */
export type Part = {
  readonly section: Section | 'preamble' | 'unknown';
  readonly heading: Line | undefined;
  /** The heading as printed, for a section we do not know. */
  readonly title: string;
  readonly lines: readonly Line[];
};

type Cut = { at: number; taken: number; section: Section | 'unknown'; title: string; rest: string; guessed: boolean };

/** Cuts the body of a half at its section headings. */
export function readSections(
  body: readonly Line[],
  language: Language,
  vocabulary: Vocabulary,
): { parts: Part[]; doubts: Doubt[] } {
  const cuts = placed(cutsIn(body, vocabulary));
  const [first] = cuts;
  const before = body.slice(0, first?.at ?? body.length);
  const preamble: Part = { section: 'preamble', heading: undefined, title: '', lines: before };
  const parts = cuts.map((cut, index): Part => {
    const heading = body[cut.at];
    const lines = body.slice(cut.at + cut.taken, cuts[index + 1]?.at ?? body.length);
    const shown = runningOn(cut, body[cut.at + cut.taken - 1], lines);
    return { section: cut.section, heading, title: cut.title, lines: shown };
  });
  return { parts: [preamble, ...parts], doubts: doubtsOf(cuts, body, language) };
}

/** Text on the line of the heading is the first of its section. */
function runningOn({ rest }: Cut, last: Line | undefined, lines: readonly Line[]): readonly Line[] {
  if (rest === '' || !last) return lines;
  return [{ ...last, text: rest, words: wordsOf(rest), gap: 0, afterRule: false }, ...lines];
}

function cutsIn(body: readonly Line[], vocabulary: Vocabulary): Cut[] {
  const cuts: Cut[] = [];
  let at = 0;
  while (at < body.length) {
    const cut = cutAt(body, at, vocabulary);
    const fits = cut && (cut.section === 'unknown' || isNext(cut, cuts));
    if (fits) cuts.push(cut);
    at += fits ? cut.taken : 1;
  }
  return cuts;
}

type FoundCut = Cut & Partial<Pick<Heading, 'languages' | 'number'>>;

function cutAt(body: readonly Line[], at: number, vocabulary: Vocabulary): FoundCut | undefined {
  const heading = headingAt(body, at, vocabulary);
  if (heading) return { ...heading, at, title: '', guessed: false };
  const line = body[at];
  const unknown = line && unknownHeading(line);
  return unknown && { ...unknown, at, taken: 1, section: 'unknown', title: unknown.rest, rest: '', guessed: false };
}

/** A heading without a number counts once, and not before what has been read already. */
function isNext({ section, number }: FoundCut, cuts: readonly Cut[]): boolean {
  if (number !== undefined) return true;
  const order = SECTIONS.indexOf(section as Section);
  return cuts.every((cut) => cut.section === 'unknown' || SECTIONS.indexOf(cut.section) < order);
}

/** A numbered heading we do not know is the section of that number, where that one is missing and the place fits. */
function placed(cuts: readonly FoundCut[]): Cut[] {
  const known = new Set(cuts.map(({ section }) => section));
  return cuts.map((cut, index) => {
    const section = cut.number === undefined ? undefined : SECTIONS[cut.number - 1];
    if (cut.section !== 'unknown' || section === undefined || known.has(section)) return cut;
    const order = SECTIONS.indexOf(section);
    const before = cuts.slice(0, index).every((other) => orderOf(other) < order);
    const after = cuts.slice(index + 1).every((other) => other.section === 'unknown' || orderOf(other) > order);
    if (!before || !after) return cut;
    known.add(section);
    return { ...cut, section, guessed: true };
  });
}
const orderOf = ({ section }: Cut) => (section === 'unknown' ? -1 : SECTIONS.indexOf(section));

function doubtsOf(cuts: readonly Cut[], body: readonly Line[], language: Language): Doubt[] {
  const seen = new Set<Section>();
  return cuts.flatMap((cut): Doubt[] => {
    const number = body[cut.at]?.number ?? 1;
    const lines = { from: number, to: number };
    const repeated = cut.section !== 'unknown' && seen.has(cut.section);
    if (cut.section !== 'unknown') seen.add(cut.section);
    const field = cut.section === 'unknown' ? 'otherSections' : cut.section;
    if (repeated) return [{ kind: 'section-repeated', field, language, lines, values: [] }];
    const unsure = cut.section === 'unknown' || cut.guessed;
    return unsure ? [{ kind: 'unknown-section', field, language, lines, values: [cut.title] }] : [];
  });
}
