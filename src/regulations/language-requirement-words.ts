import { LANGUAGES } from '../platform/language.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { languageName } from '../site/language-name.ts';
import type { LanguagePart } from './language-requirement.ts';

/** The words that cannot be read as part of a requirement. */
export type NotUnderstood = { kind: 'not-understood'; words: string };

const ONE = ['one', 'l’une', 'une'];
const OTHER = ['the other', 'another', 'other', 'l’autre', 'une autre', 'autre'];
const BOTH = ['both', 'les deux'];
const PART = /^\+?\s*(?:and\s+|et\s+)?(?<level>[A-Za-z0-9]+)\s+(?:in|en|dans)\s+(?<where>.+)$/iu;

/**
 * A requirement on languages as people write it: `V in one; II in the other`, `VI in both`, `VI in French; I in English`,
 * `V dans l’une, I dans l’autre + IV en russe`. Which languages are official decides what is fixed and what is extra.
 */
export function readLanguageParts(text: string, official: readonly string[]): Result<LanguagePart[], NotUnderstood> {
  const parts: LanguagePart[] = [];
  let one: string | undefined;
  for (const piece of text.replaceAll("'", '’').split(/[;,+]/)) {
    const words = piece.trim();
    const { level: given = '', where: place = '' } = PART.exec(words)?.groups ?? {};
    const [level, where] = [given.toUpperCase(), place.trim().toLowerCase()];
    const language = codeOf(where);
    if (level === '') return refuse({ kind: 'not-understood', words });
    if (ONE.includes(where) && one === undefined) one = level;
    else if (OTHER.includes(where) && one !== undefined) {
      parts.push({ kind: 'either', one, other: level });
      one = undefined;
    } else if (BOTH.includes(where)) parts.push({ kind: 'both', level });
    else if (language) parts.push({ kind: official.includes(language) ? 'fixed' : 'extra', language, level });
    else return refuse({ kind: 'not-understood', words });
  }
  return one === undefined ? ok(parts) : refuse({ kind: 'not-understood', words: text });
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
let codes: Map<string, string> | undefined;

/** The ISO 639-1 code of a language by its name in a language of the interface, or by the code itself. */
function codeOf(name: string): string | undefined {
  codes ??= new Map(
    CODES.flatMap((code) => LANGUAGES.map((language) => [languageName(code, language).toLowerCase(), code] as const)),
  );
  return codes.get(name);
}
