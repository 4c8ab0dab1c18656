import type { Language } from '../platform/language.ts';

/**
 * A text as it is set in its language: French puts a space that doesn't break inside its quotes and before its double
 * marks. Only the kind of spaces that stand there changes, never a word.
 */
export const spaced = (text: string, language: Language): string =>
  language === 'fr' ? text.replaceAll(/(?<=«) | (?=[»:%])/g, '\u00a0').replaceAll(/ (?=[;!?])/g, '\u202f') : text;
