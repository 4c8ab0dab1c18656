import { LANGUAGES } from '../../platform/language.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { languageName } from '../../site/language-name.ts';
import type { LanguagePart } from './language-requirement.ts';

/** The words that cannot be read as part of a requirement. */
export type NotUnderstood = { kind: 'not-understood'; words: string };

/** Names of levels, and which languages are official, stand in brackets: `V (« avancé ») dans l’une`. */
const IN_BRACKETS = /\([^)]*\)/gu;
const OPENING = /(?:asked for(?: besides)?|demandé(?: en outre)?)\s*:/giu;
const LEVEL = '(?:(?:le\\s+)?(?:level|niveau)\\s+)?(?<level>[a-z0-9]+)\\s+(?:in|en|dans)\\s';
/** “and” joins parts only before a level: `et` is also the code of Estonian. */
const JOINER = new RegExp(`[;,+.]|\\s(?:and|et)\\s+(?=${LEVEL.replace('?<level>', '?:')})`, 'iu');
const PART = new RegExp(`^(?:(?:and|et)\\s+)?${LEVEL}\\s*(?<where>.+)$`, 'iu');

const PLACES = {
  one: /^(?:one|l’une|une)(?: of the| des)?(?: two| deux)?(?: official)?(?: languages?| langues?)?(?: officielles?)?(?: (?:of|de) .+)?$/u,
  other: /^(?:the other|another|other|l’autre|une autre|autre)(?: official)?(?: language| langue)?(?: officielle)?$/u,
  both: /^(?:both|two|les deux|deux)(?: official)?(?: languages| langues)?(?: officielles)?$/u,
};

/**
 * A requirement on languages as people write it: `V in one; II in the other`, `VI in both`, `VI in French and I in en`,
 * `V dans l’une et I dans l’autre + IV en russe`. In whatever order and however joined, the same parts read to the same
 * requirement. Which languages are official decides what is fixed and what is extra.
 */
export function readLanguageParts(text: string, official: readonly string[]): Result<LanguagePart[], NotUnderstood> {
  const pieces = text.replaceAll("'", '’').replace(IN_BRACKETS, ' ').replace(OPENING, ';').split(JOINER);
  const parts: LanguagePart[] = [];
  const either: { one?: string; other?: string } = {};
  for (const words of pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')) {
    const { level: given = '', where = '' } = PART.exec(words)?.groups ?? {};
    const level = given.toUpperCase();
    const place = placeOf(where);
    if (place === undefined) return refuse({ kind: 'not-understood', words });
    if (place === 'both') parts.push({ kind: 'both', level });
    else if (typeof place === 'object')
      parts.push({ kind: official.includes(place.language) ? 'fixed' : 'extra', language: place.language, level });
    else if (either[place] === undefined) either[place] = level;
    else return refuse({ kind: 'not-understood', words });
  }
  const { one, other } = either;
  if (one !== undefined && other !== undefined) parts.push({ kind: 'either', one, other });
  else if (one !== undefined || other !== undefined) return refuse({ kind: 'not-understood', words: text });
  return parts.length > 0 ? ok(parts.toSorted(inOrder)) : refuse({ kind: 'not-understood', words: text });
}

type Place = keyof typeof PLACES | { language: string } | undefined;

function placeOf(where: string): Place {
  const words = where.trim().replaceAll(/\s+/gu, ' ').toLowerCase();
  const language = codeOf(words);
  if (language !== undefined) return { language };
  return (Object.keys(PLACES) as (keyof typeof PLACES)[]).find((place) => PLACES[place].test(words));
}

const KINDS: readonly LanguagePart['kind'][] = ['either', 'both', 'fixed', 'extra'];
const key = (part: LanguagePart) => `${KINDS.indexOf(part.kind)} ${Object.values(part).join(' ')}`;
const inOrder = (a: LanguagePart, b: LanguagePart) => (key(a) < key(b) ? -1 : 1);

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
let codes: Map<string, string> | undefined;

/** The ISO 639-1 code of a language by its name in a language of the interface, or by the code itself. */
function codeOf(name: string): string | undefined {
  codes ??= new Map(
    CODES.filter((code) => languageName(code, 'en') !== code).flatMap((code) =>
      [code, ...LANGUAGES.map((language) => nameOf(code, language))].map((word) => [word, currentCode(code)] as const),
    ),
  );
  return codes.get(name);
}

const nameOf = (code: string, language: (typeof LANGUAGES)[number]) =>
  languageName(code, language).toLowerCase().replace(IN_BRACKETS, '').trim();

/** A code that was replaced, as `iw` by `he`, is read as the one of today. */
function currentCode(code: string): string {
  const [canonical = code] = Intl.getCanonicalLocales(code);
  return canonical.length === 2 ? canonical : code;
}
