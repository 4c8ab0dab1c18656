import type { Language, Translated } from '../../platform/language.ts';

/** A title in one language or, where there is none, in another; empty where there is none at all. */
export const titleIn = (title: Translated, language: Language): string =>
  title[language] ?? Object.values(title)[0] ?? '';
