import type { Language } from '../../platform/language.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Section } from '../vocabulary-schema.ts';
import { phrasesAt } from './phrases.ts';
import { wordsOf, type Words } from './words.ts';
import type { Line } from './text-lines.ts';

/** A section heading: its section, its number where one is printed, and the text that runs on after it. */
export type Heading = {
  readonly section: Section;
  readonly languages: readonly Language[];
  readonly number: number | undefined;
  /** How many lines it takes. */
  readonly taken: number;
  readonly rest: string;
};

const NUMBER =
  /^(?:[Ss]ection\s|SECTION\s)?(?:\(?(\d{1,2})\s?(?:[.):–—-]\s?){0,2}|([IVX]{1,4})\s?[.):–—-]\s?)(?=\p{Lu}|$)/u;
const ROMAN: Readonly<Record<string, number>> = {
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
  V: 5,
  VI: 6,
  VII: 7,
  VIII: 8,
  IX: 9,
  X: 10,
};
/** A heading may be broken over so many lines. */
const MOST_LINES = 3;

type Numbered = { readonly number: number | undefined; readonly rest: string };

/** A line without the number it starts with. */
export function numbered(text: string): Numbered {
  const found = NUMBER.exec(text);
  const number = found?.[1] === undefined ? ROMAN[found?.[2] ?? ''] : Number(found[1]);
  return found && number !== undefined
    ? { number, rest: text.slice(found[0].length) }
    : { number: undefined, rest: text };
}

/** The section heading that starts at a line, on one line or broken over several. */
export function headingAt(lines: readonly Line[], at: number, vocabulary: Vocabulary): Heading | undefined {
  const first = lines[at];
  if (!first || !mayBeHeading(first, vocabulary)) return undefined;
  const { number, rest } = numbered(first.text);
  let text = rest;
  let found: Candidate | undefined;
  for (let taken = 1; taken <= MOST_LINES; taken += 1) {
    const heading = headingOf(text, { number, taken }, vocabulary);
    if (heading && heading.length > (found?.length ?? 0)) found = heading;
    const next = lines[at + taken];
    if (!next || text.length > LONGEST_HEADING) break;
    text = `${text} ${next.text}`.trim();
  }
  return found;
}

/** `length`: the words of the heading; of two readings the longer is right. */
type Candidate = Heading & { readonly length: number };

const LONGEST_HEADING = 120;
const NUMBERED = /^[(\dIVXS]/;

/** Cheap: the first word after the number starts some heading, or the number stands alone. */
function mayBeHeading({ text, words }: Line, vocabulary: Vocabulary): boolean {
  if (text.length > LONGEST_HEADING * 2 || /^[a-zà-ÿ•]/.test(text)) return false;
  if (/^\(?\d{1,2}[.)]$/.test(text)) return true;
  const startsHeading = (at: number) => vocabulary.sections.has(words.at(at)?.key ?? '');
  return startsHeading(0) || (NUMBERED.test(text) && (startsHeading(1) || startsHeading(2)));
}

type Place = Pick<Heading, 'number' | 'taken'>;

function headingOf(text: string, place: Place, vocabulary: Vocabulary): Candidate | undefined {
  const words = wordsOf(text);
  const phrases = phrasesAt(vocabulary.sections, words);
  const [phrase] = phrases;
  const last = phrase && words.at(phrase.keys.length - 1);
  if (!phrase || !last || words.at(0)?.start !== startOf(text)) return undefined;
  const { length } = phrase.keys;
  const printed = text.slice(0, last.end);
  const rest = text.slice(last.end).replace(/^[\s:–—-]+/, '');
  const parts = { printed, rest, numbered: place.number !== undefined, words: wordsOf(rest) };
  if (!isHeading(parts, vocabulary)) return undefined;
  const languages = [...new Set(phrases.map(({ language }) => language))];
  return { ...place, section: phrase.code, languages, rest: rest === '.' ? '' : rest, length };
}

const startOf = (text: string) => /[\p{L}\p{N}]/u.exec(text)?.index ?? 0;

type Parts = { printed: string; rest: string; numbered: boolean; words: Words };

/** Alone on its line a heading needs a capital; with text after it, capitals and a number, or a subheading. */
function isHeading({ printed, rest, numbered: hasNumber, words }: Parts, vocabulary: Vocabulary): boolean {
  const capitals = !/\p{Ll}/u.test(printed);
  if (!/^\p{Lu}/u.test(printed)) return false;
  if (rest === '' || (rest === '.' && capitals)) return true;
  if (/^[.;,]/.test(rest)) return false;
  if (phrasesAt(vocabulary.requirementHeadings, words).length > 0) return capitals || hasNumber;
  return capitals && hasNumber && /\p{Ll}/u.test(rest);
}

/** A numbered line in capitals that is no heading we know: some notices have sections of their own. */
export function unknownHeading({ text }: Line): Numbered | undefined {
  if (!/^\(?\d/.test(text)) return undefined;
  const heading = numbered(text);
  if (heading.number === undefined || text.length > LONGEST_HEADING) return undefined;
  const letters = heading.rest.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 4 && !/\p{Ll}/u.test(heading.rest) ? heading : undefined;
}
