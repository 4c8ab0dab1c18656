/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
};

/** A text without accents and capitals, and where each of its characters stood in the text it was made of. */
export type Folded = { text: string; places: number[] };

export function fold(text: string): Folded {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = plainOf(character);
    folded += plain;
    for (let unit = 0; unit < plain.length; unit += 1) places.push(at);
    at += character.length;
  }
  places.push(at);
  return { text: folded, places };
}

/** Two folded texts are the same however they are accented, written large, or joined by hyphens, apostrophes or spaces. */
export const foldedWords = (text: string): string[] =>
  fold(text)
    .text.split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const plainOf = (character: string): string =>
  Array.from(
    character.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, ''),
    (letter) => LETTERS[letter] ?? letter,
  ).join('');
