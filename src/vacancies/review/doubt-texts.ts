import type { DoubtKind } from '../../notices/notice.ts';
import type { Localized } from '../../platform/language.ts';

/** What a doubt is called in two or three words; `explainDoubt` of the notices says the rest. */
export const DOUBT_TITLES: Record<DoubtKind, Localized> = {
  'language-missing': { en: 'Language missing', fr: 'Langue absente' },
  'cut-off': { en: 'Cut off', fr: 'Texte tronqué' },
  'field-missing': { en: 'Not given', fr: 'Non indiqué' },
  'field-unread': { en: 'Not understood', fr: 'Non compris' },
  'field-repeated': { en: 'Given twice', fr: 'Indiqué deux fois' },
  'halves-differ': { en: 'Languages differ', fr: 'Langues en désaccord' },
  'deadline-open': { en: 'No date', fr: 'Pas de date' },
  'unknown-label': { en: 'Unknown label', fr: 'Libellé inconnu' },
  'unknown-section': { en: 'Unknown section', fr: 'Section inconnue' },
  'section-missing': { en: 'Section missing', fr: 'Section absente' },
  'section-repeated': { en: 'Section twice', fr: 'Section en double' },
  placeholder: { en: 'Not translated', fr: 'Non traduit' },
  untranslated: { en: 'Not translated', fr: 'Non traduit' },
  'one-language-only': { en: 'One language only', fr: 'Une seule langue' },
  'items-differ': { en: 'Lists differ', fr: 'Listes différentes' },
  'items-unmarked': { en: 'Items guessed', fr: 'Éléments devinés' },
  'unknown-heading': { en: 'Unknown heading', fr: 'Intitulé inconnu' },
  'unknown-competency': { en: 'Unknown competency', fr: 'Compétence inconnue' },
  'languages-unusual': { en: 'Unusual requirement', fr: 'Exigence inhabituelle' },
  'unplaced-text': { en: 'Unplaced text', fr: 'Texte sans place' },
};
