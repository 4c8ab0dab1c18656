import type { Localized } from '../../platform/language.ts';

/** What the file itself says to an outside translator, in the language of the original. */
export const XLIFF_NOTES = {
  en: {
    about: 'A vacancy notice. Fill in the targets, keep the ids, and send the file back as XLIFF 2.0 or 2.1.',
    locked: 'Standard text of the organisation: not to be translated.',
    was: 'The original has changed since it was translated. It was:',
  },
  fr: {
    about:
      'Un avis de vacance. Remplissez les cibles, gardez les identifiants et renvoyez le fichier au format XLIFF 2.0 ou 2.1.',
    locked: 'Texte type de l’organisation : ne pas traduire.',
    was: 'L’original a changé depuis la traduction. Il disait :',
  },
} as const satisfies Localized<object>;
