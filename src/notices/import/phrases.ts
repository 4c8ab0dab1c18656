import type { Language, Translated } from '../../platform/language.ts';

/** A word of a text: as it is compared, and where it stands in the text. */
export type Word = { readonly key: string; readonly start: number; readonly end: number };

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const PLAIN_ASCII = /^[a-z0-9]*$/;

/** The words of a text without their case, accents, plural and the difference between -ise and -ize. */
export const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    key: keyOf(word),
    start: index,
    end: index + word.length,
  }));

function keyOf(word: string): string {
  const lower = word.toLowerCase();
  const plain = PLAIN_ASCII.test(lower) ? lower : withoutAccents(lower);
  const spelt = plain.replaceAll('z', 's');
  return spelt.length > 3 && spelt.endsWith('s') ? spelt.slice(0, -1) : spelt;
}

const withoutAccents = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');

/** The one way texts are compared: two texts with the same key say the same to a reader of headings and labels. */
export const comparable = (text: string): string =>
  wordsOf(text)
    .map(({ key }) => key)
    .join(' ');

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
  const book = new Map<string, Phrase<Code>[]>();
  for (const code of Object.keys(terms) as Code[])
    for (const language of ['en', 'fr'] as const)
      for (const form of terms[code][language] ?? []) {
        const keys = wordsOf(form).map(({ key }) => key);
        const [first] = keys;
        if (first !== undefined) book.set(first, [...(book.get(first) ?? []), { code, language, keys }]);
      }
  for (const phrases of book.values()) phrases.sort((a, b) => b.keys.length - a.keys.length);
  return book;
}

/** The longest phrases that start at a word, all languages and codes of that length. */
export function phrasesAt<Code extends string>(
  book: PhraseBook<Code>,
  words: readonly Word[],
  at = 0,
): readonly Phrase<Code>[] {
  const first = words[at];
  const candidates = first && book.get(first.key);
  if (!candidates) return [];
  const found = candidates.filter(({ keys }) => keys.every((key, index) => words[at + index]?.key === key));
  return found.filter(({ keys }) => keys.length === found[0]?.keys.length);
}

/** The phrases that are the whole of a text. */
export const phrasesEqual = <Code extends string>(book: PhraseBook<Code>, words: readonly Word[]) =>
  phrasesAt(book, words).filter(({ keys }) => keys.length === words.length);

/** A phrase found within a text: which, and from which word. */
export type Found<Code extends string> = { readonly phrase: Phrase<Code>; readonly at: number };

/** Every phrase within a text, in the order of the text. */
export function phrasesWithin<Code extends string>(book: PhraseBook<Code>, words: readonly Word[]): Found<Code>[] {
  const found: Found<Code>[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [phrase] = phrasesAt(book, words, at);
    if (phrase) found.push({ phrase, at });
  }
  return found;
}

export const contains = (book: PhraseBook, words: readonly Word[]): boolean =>
  words.some((_, at) => phrasesAt(book, words, at).length > 0);

/** What follows a phrase that starts a text, without the colon, dash or bracket between them. */
export function afterPhrase(text: string, words: readonly Word[], phrase: Phrase): string {
  const last = words[phrase.keys.length - 1];
  return last ? text.slice(last.end).replace(/^[\s):\]#°.–—-]+/, '') : text;
}
