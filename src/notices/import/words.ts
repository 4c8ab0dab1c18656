/** A word of a text: as it is compared, and where it stands in the text. */
export type Word = { readonly key: string; readonly start: number; readonly end: number };

/** The words of a text from its start, each found when it is asked for: most lines are told by their first. */
export type Words = {
  readonly at: (index: number) => Word | undefined;
  readonly all: () => readonly Word[];
};

/** The words of a text without their case, accents, plural and the difference between -ise and -ize. */
export function wordsOf(text: string): Words {
  const found: Word[] = [];
  let next = 0;
  const findUpTo = (index: number) => {
    while (found.length <= index && next < text.length) {
      const start = startOfWord(text, next);
      next = endOfWord(text, start);
      if (next > start) found.push({ key: keyOf(text.slice(start, next)), start, end: next });
    }
  };
  return {
    at: (index) => {
      if (index >= found.length) findUpTo(index);
      return found[index];
    },
    all: () => {
      findUpTo(Number.POSITIVE_INFINITY);
      return found;
    },
  };
}

function startOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isWordCharacter(text.charCodeAt(at))) at += 1;
  return at;
}

function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && isWordCharacter(text.charCodeAt(at))) at += 1;
  return at;
}

/** Latin letters, with and without accents, stand below this code; a table answers for them. */
const LATIN = 0x250;
/** From general punctuation to the arrows and shapes: marks and bullets, not words. */
const MARKS = [0x2000, 0x2e7f] as const;

const isLetterOrDigit = (character: string) => /[\p{L}\p{M}\p{N}]/u.test(character);
const LATIN_WORD = Uint8Array.from({ length: LATIN }, (_, code) => Number(isLetterOrDigit(String.fromCharCode(code))));

function isWordCharacter(code: number): boolean {
  if (code < LATIN) return LATIN_WORD[code] === 1;
  if (code >= MARKS[0] && code <= MARKS[1]) return false;
  return isLetterOrDigit(String.fromCharCode(code));
}

const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l' };
function folded(word: string): string {
  const lower = word.toLowerCase().replaceAll('z', 's');
  return /^[a-y0-9]*$/.test(lower) ? lower : withoutAccents(lower);
}

const withoutAccents = (word: string) =>
  word.replace(/[^a-y0-9]/g, (letter) => PLAIN.get(letter) ?? plainLetter(letter));

/** Letters of other scripts than Latin, and marks that compose with none. */
const plainLetter = (letter: string) => letter.normalize('NFKD').replace(/\p{M}+/gu, '');

const PLAIN: ReadonlyMap<string, string> = new Map(
  Array.from({ length: LATIN - 0x80 }, (_, index) => {
    const letter = String.fromCharCode(index + 0x80);
    return [letter, LIGATURES[letter] ?? plainLetter(letter)];
  }),
);

const isPlainLetter = (code: number) => (code >= 0x61 && code < Z) || (code >= 0x30 && code <= 0x39);
const Z = 'z'.charCodeAt(0);

/** Most words are in plain small letters: they are their own key. The others are few, and come again and again. */
function keyOf(word: string): string {
  let at = 0;
  while (at < word.length && isPlainLetter(word.charCodeAt(at))) at += 1;
  if (at === word.length) return singular(word);
  const known = KNOWN.get(word);
  if (known !== undefined) return known;
  const key = singular(folded(word));
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  if (word.length <= LONGEST_KNOWN) KNOWN.set(word, key);
  return key;
}

const singular = (key: string) => (key.length > 3 && key.endsWith('s') ? key.slice(0, -1) : key);

/** Keys found before, so that a notice of five thousand words folds a few hundred; never more than this. */
const KNOWN = new Map<string, string>();
const MOST_KNOWN = 5_000;
const LONGEST_KNOWN = 40;

/** The one way texts are compared: two texts with the same key say the same to a reader of headings and labels. */
export const comparable = (text: string): string =>
  wordsOf(text)
    .all()
    .map(({ key }) => key)
    .join(' ');
