import { countryName, COUNTRY_CODES } from '../../../regulations/organisation/countries.ts';
import { languageName } from '../../../site/language-name.ts';
import { plain } from './proposal.ts';
import { textOf, type Read, type Span } from './source-lines.ts';

const COUNTRIES = new Map(
  COUNTRY_CODES.flatMap((code) =>
    (['en', 'fr'] as const).map((language) => [plain(countryName(code, language)), code] as const),
  ),
);

/** The code of a country by its name in English or French, or by the code itself; nothing for any other word. */
export function countryCode(words: string): string | undefined {
  const upper = words.trim().toUpperCase();
  return COUNTRY_CODES.includes(upper) ? upper : COUNTRIES.get(plain(words));
}

/** The country that a stretch ends with, or names in brackets: `Brussels, Belgium`, `Lyon (France)`. */
export function countryIn(lines: readonly string[], span: Span): Read | undefined {
  const text = textOf(lines, span);
  for (const { 0: piece, index } of text.matchAll(/[^,()|–—\t]+/g)) {
    const code = COUNTRIES.get(plain(piece));
    const start = span.start + index + (piece.length - piece.trimStart().length);
    if (code) return { value: code, spans: [{ line: span.line, start, end: start + piece.trim().length }] };
  }
  return undefined;
}

/** The languages that have a code of two letters in ISO 639-1. */
export const LANGUAGE_CODES: readonly string[] = (
  'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ku ' +
  'ky lb lo lt lv mg mk ml mn mr ms mt my nb ne nl nn no pa pl ps pt rm ro ru rw sd si sk sl so sq sr sv sw ta te tg th ' +
  'ti tk tr uk ur uz vi wo xh yo zh zu'
).split(' ');

const LANGUAGES = new Map(
  LANGUAGE_CODES.flatMap((code) => (['en', 'fr', code] as const).flatMap((language) => named(code, language))),
);

function named(code: string, language: string): [string, string][] {
  const own = new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? '';
  const word = language === 'en' || language === 'fr' ? languageName(code, language) : own;
  return plain(word) === '' ? [] : [[plain(word), code]];
}

/** Codes of three letters (ISO 639-2) that Europass names languages by; of two for one language, the first is written. */
const THREE_LETTERS = (
  'ara:ar bul:bg cat:ca ces:cs cze:cs dan:da deu:de ger:de ell:el gre:el eng:en est:et fin:fi fra:fr ' +
  'fre:fr gle:ga heb:he hin:hi hrv:hr hun:hu isl:is ice:is ita:it jpn:ja kor:ko lav:lv lit:lt ltz:lb ' +
  'mkd:mk mac:mk mlt:mt nld:nl dut:nl nor:no pol:pl por:pt ron:ro rum:ro rus:ru slk:sk slo:sk slv:sl ' +
  'spa:es sqi:sq alb:sq srp:sr swe:sv tur:tr ukr:uk zho:zh chi:zh'
)
  .split(' ')
  .map((pair): [three: string, two: string] => [pair.slice(0, 3), pair.slice(4)]);
const TWO_OF = new Map(THREE_LETTERS);
const THREE_OF = new Map(THREE_LETTERS.map(([three, two]): [string, string] => [two, three]).toReversed());

/** The code of a language by its name or by a code of two or three letters. */
export function languageCode(words: string): string | undefined {
  const word = plain(words);
  if (LANGUAGE_CODES.includes(word)) return word;
  return LANGUAGES.get(word) ?? TWO_OF.get(word);
}

/** The code of three letters of a language, where it has one here. */
export const threeLetters = (code: string): string | undefined => THREE_OF.get(code);
