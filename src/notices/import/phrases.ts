import { LANGUAGES, type Language, type Translated } from '../../platform/language.ts';
import { wordsOf, type Words } from './words.ts';

/** One form of a term of the vocabulary, in one language. */
export type Phrase<Code extends string = string> = {
  readonly code: Code;
  readonly language: Language;
  readonly keys: readonly string[];
};

/** Phrases by their first word, the longest first. */
export type PhraseBook<Code extends string = string> = ReadonlyMap<string, readonly Phrase<Code>[]>;

export type Forms = Translated<readonly string[]>;

/** Makes a book of every form of every code. */
export function phraseBook<Code extends string>(terms: Readonly<Record<Code, Forms>>): PhraseBook<Code> {
  const phrases = (Object.keys(terms) as Code[]).flatMap((code) =>
    LANGUAGES.flatMap((language) =>
      (terms[code][language] ?? []).map((form) => ({ code, language, keys: keysOf(form) })),
    ),
  );
  const byFirstWord = Map.groupBy(phrases, ({ keys }) => keys[0] ?? '');
  for (const group of byFirstWord.values()) group.sort((a, b) => b.keys.length - a.keys.length);
  return byFirstWord;
}

const keysOf = (form: string) =>
  wordsOf(form)
    .all()
    .map(({ key }) => key);

/** The longest phrases that start at a word, all languages and codes of that length. */
export function phrasesAt<Code extends string>(
  book: PhraseBook<Code>,
  words: Pick<Words, 'at'>,
  at = 0,
): readonly Phrase<Code>[] {
  const first = words.at(at);
  const candidates = first && book.get(first.key);
  return candidates ? longestOf(candidates, words, at) : NONE;
}

const NONE: readonly never[] = [];

/** The candidates come longest first, so the search ends with the first shorter one. */
function longestOf<Code extends string>(candidates: readonly Phrase<Code>[], words: Pick<Words, 'at'>, at: number) {
  const found: Phrase<Code>[] = [];
  for (const phrase of candidates) {
    if (found[0] && found[0].keys.length > phrase.keys.length) break;
    if (standsAt(phrase.keys, words, at)) found.push(phrase);
  }
  return found;
}

function standsAt(keys: readonly string[], words: Pick<Words, 'at'>, at: number): boolean {
  for (let index = 1; index < keys.length; index += 1) if (words.at(at + index)?.key !== keys[index]) return false;
  return true;
}

/** A phrase found within a text: which, and from which word. */
export type Found<Code extends string> = { readonly phrase: Phrase<Code>; readonly at: number };

/** Every phrase within a text, in the order of the text. */
export function phrasesWithin<Code extends string>(book: PhraseBook<Code>, words: Words): Found<Code>[] {
  const found: Found<Code>[] = [];
  words.all().forEach(({ key }, at) => {
    const [phrase] = book.has(key) ? phrasesAt(book, words, at) : NONE;
    if (phrase) found.push({ phrase, at });
  });
  return found;
}

export const contains = (book: PhraseBook, words: Words): boolean =>
  words.all().some(({ key }, at) => book.get(key)?.some(({ keys }) => standsAt(keys, words, at)) ?? false);

/** What follows a phrase that starts a text, without the colon, dash or bracket between them. */
export function afterPhrase(text: string, words: Words, phrase: Phrase): string {
  const last = words.at(phrase.keys.length - 1);
  return last ? text.slice(last.end).replace(/^[\s):\]#°.–—-]+/, '') : text;
}
