import type { Language } from '../../platform/language.ts';

/** A word as it stands in a text. */
export type TextWord = { readonly word: string; readonly at: number };

const WORD = /\p{L}[\p{L}\p{M}]*(?:[-’']\p{L}[\p{L}\p{M}]*)*/gu;
const ADDRESS = /(?:https?:\/\/|www\.|[\w.-]+@)\S+/g;
const MAY_HAVE_ADDRESS = /www\.|:\/\/|@/;

const KNOWN = new WeakMap<Words, TextWord[]>();
type Words = { readonly text: string; readonly language: Language };

/** The words of a passage, found once: several rules look at them. */
export function wordsOfPassage(passage: Words): readonly TextWord[] {
  const known = KNOWN.get(passage);
  if (known) return known;
  const words = wordsIn(passage.text, passage.language);
  KNOWN.set(passage, words);
  return words;
}

/** The words of a text without those of addresses; a French elision (“l’accord”) counts as two. */
export function wordsIn(text: string, language: Language): TextWord[] {
  const readable = MAY_HAVE_ADDRESS.test(text) ? text.replace(ADDRESS, (address) => ' '.repeat(address.length)) : text;
  const words: TextWord[] = [];
  for (const { 0: word, index } of readable.matchAll(WORD)) words.push(asMeant(word, index, language));
  return words;
}

function asMeant(word: string, at: number, language: Language): TextWord {
  if (!/['’]/.test(word)) return { word, at };
  if (language === 'en') return { word: withoutGenitive(word), at };
  const elided = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu)[’'](.+)$/i.exec(word)?.[1];
  return elided === undefined ? { word, at } : { word: elided, at: at + word.length - elided.length };
}

const withoutGenitive = (word: string) => word.replace(/[’']s$/i, '').replace(/[’']$/, '');

/** More than one capital: an acronym or a name of its own kind (OSG, SharePoint). */
export const isAcronymLike = (word: string): boolean => /\p{Lu}.*\p{Lu}/u.test(word);
export const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);

export const withoutAccents = (word: string): string =>
  /^[\w-]*$/.test(word)
    ? word
    : word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('Œ', 'Oe');
