import { LANGUAGES, type Language } from '../../platform/language.ts';
import type { Lines } from '../notice.ts';
import type { Finding } from './finding.ts';
import { SAYS } from './finding-texts.ts';
import { isInItsLanguage } from './spelling-rules.ts';
import { lineAt, type Subject } from './subject.ts';

/** A piece of text as it was printed: a line of the source, or a whole passage where there is no source. */
type Piece = { readonly text: string; readonly language: Language; readonly lines: Lines | undefined };

export function typographyFindings(subject: Subject): Finding[] {
  const pieces = piecesOf(subject);
  return [
    ...pieces.filter(({ language }) => language === 'fr').flatMap(frenchSpacing),
    ...pieces.filter(({ language }) => language === 'en').flatMap(englishSpacing),
    ...orphanMarks(subject),
    ...apostrophes(pieces),
  ];
}

function piecesOf({ source, passages }: Subject): Piece[] {
  const all =
    source.length > 0
      ? source.map(({ text, language, number }): Piece => ({ text, language, lines: lineAt(number) }))
      : passages.all.map(({ text, language, lines }): Piece => ({ text, language, lines }));
  return all
    .filter((piece) => isInItsLanguage(piece))
    .map((piece) => ({ ...piece, text: piece.text.replace(ADDRESS, 'x') }));
}
const ADDRESS = /(?:https?:\/\/|www\.)\S+?(?=[)>\]]*(?:[.,;]?\s|$))/g;

/** A mark that lacks its space, with a word before it: not a clock, not a ratio, not the start of an address. */
const UNSPACED = /[\p{L}»”"](?<mark>[:;?!»])(?=\s|$)/u;
const NO_SPACE_AFTER = /\s(?<mark>[:;])(?=[\p{L}\d])/u;
const OPENING = /«(?=[\p{L}\d])/u;
const ENGLISH_QUOTES = /[“”]|(?<=[\s(])"(?=\p{L})/u;

function frenchSpacing({ text, lines }: Piece): Finding[] {
  const before = UNSPACED.exec(text)?.groups?.['mark'];
  const after = NO_SPACE_AFTER.exec(text)?.groups?.['mark'] ?? (OPENING.test(text) ? '«' : undefined);
  const found = [
    ...(before === undefined ? [] : [SAYS.spaceBefore(before)]),
    ...(after === undefined ? [] : [SAYS.spaceAfter(after)]),
    ...(ENGLISH_QUOTES.test(text) ? [SAYS.englishQuotes()] : []),
  ];
  return found.map((message) => ({ rule: 'language/french-spacing', severity: 'info', lines: { fr: lines }, message }));
}

/** “.NET” is a name: a full stop before a letter is none. */
const SPACED = /\S\s+(?<mark>[:;,?!)](?=\s|$|[\p{L}\d)])|\.(?=\s|$))/u;

function englishSpacing({ text, lines }: Piece): Finding[] {
  const mark = SPACED.exec(text)?.groups?.['mark'];
  if (mark === undefined || /^\W*$/.test(text)) return [];
  return [
    { rule: 'language/english-spacing', severity: 'info', lines: { en: lines }, message: SAYS.noSpaceBefore(mark) },
  ];
}

/** A French mark that the line break before it has left alone. */
function orphanMarks({ source }: Subject): Finding[] {
  return source.flatMap(({ text, language, number }, index) => {
    const mark = /^\s*([:;?!»])(?:\s|$)/.exec(text)?.[1];
    const before = source.slice(0, index).findLast(({ text: printed }) => printed.trim() !== '');
    if (language !== 'fr' || mark === undefined || !before) return [];
    const lines = { fr: { from: before.number, to: number } };
    return [{ rule: 'language/french-spacing', severity: 'info', lines, message: SAYS.orphanMark(mark) } as const];
  });
}

/** Within a word, or after the s of a plural: “years’ experience”. */
const STRAIGHT = /(?<=\p{L})'(?=\p{L})|(?<=s)'(?=\s)/gu;
const CURLY = /(?<=\p{L})’(?=\p{L})|(?<=s)’(?=\s)/gu;
const countOf = (pattern: RegExp, text: string) => text.match(pattern)?.length ?? 0;

/** Both kinds in one language: one finding, where the rarer kind first stands. */
function apostrophes(pieces: readonly Piece[]): Finding[] {
  return LANGUAGES.flatMap((language) => {
    const own = pieces.filter((piece) => piece.language === language);
    const straight = own.reduce((sum, { text }) => sum + countOf(STRAIGHT, text), 0);
    const curly = own.reduce((sum, { text }) => sum + countOf(CURLY, text), 0);
    if (straight === 0 || curly === 0) return [];
    const rarer = straight <= curly ? STRAIGHT : CURLY;
    const first = own.find(({ text }) => countOf(rarer, text) > 0);
    const message = SAYS.apostrophes(straight, curly);
    return [{ rule: 'language/apostrophes', severity: 'info', lines: { [language]: first?.lines }, message } as const];
  });
}
