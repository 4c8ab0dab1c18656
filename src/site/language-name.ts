import type { Language } from '../platform/language.ts';
import { displayNames } from './intl.ts';
import { LOCALES } from './numbers.ts';

/** What a language (ISO 639-1) is called in another: `French`, `français`. */
export const languageName = (code: string, language: Language): string =>
  displayNames(LOCALES[language], { type: 'language' }).of(code) ?? code;
