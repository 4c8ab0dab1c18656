import type { Localized } from '../platform/language.ts';

/** What a listener is told at each mark of a comparison. */
export const WORD_DIFFERENCE_TEXTS = {
  en: { added: 'put in:', removed: 'taken out:', end: 'end' },
  fr: { added: 'ajouté :', removed: 'retiré :', end: 'fin' },
} as const satisfies Localized<object>;
