import { LANGUAGES, type Language, type Localized } from '../../platform/language.ts';

/** A value for each language of the interface. */
export const inEachLanguage = <Value>(of: (language: Language) => Value): Localized<Value> =>
  // Every language has its entry: they are made from the list of all.
  Object.fromEntries(LANGUAGES.map((language) => [language, of(language)])) as Localized<Value>;
