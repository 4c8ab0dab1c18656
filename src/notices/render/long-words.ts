/** A line has room for some 75 letters. */
const LONGEST_WORD = 40;
const LONG_WORD = new RegExp(String.raw`[\p{L}\p{M}\p{N}]{${LONGEST_WORD},}`, 'gu');
/** The templates make of it a place where a line may end, and nothing else. */
const PLACE_TO_PART = '\u200B';

/** A text with places to part words that no line has room for: they would run off the page. */
export const withPlacesToPart = (text: string): string =>
  text.replace(LONG_WORD, (word) => (word.match(/.{1,10}/gsu) ?? []).join(PLACE_TO_PART));
