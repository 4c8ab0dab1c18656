import type { Language } from '../platform/language.ts';

/** A colon with its space after it and, in French, a space before it that doesn't break. */
export const colon = (language: Language): string => (language === 'fr' ? '\u00a0: ' : ': ');
