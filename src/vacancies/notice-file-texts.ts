import type { Localized } from '../platform/language.ts';

/** Why a notice has no PDF, and what to take in its place. */
export const NOTICE_FILE_TEXTS = {
  en: {
    title: 'The PDF of this notice cannot be made',
    why: 'The fonts of the PDF lack characters that stand in the notice, so that it would have gaps.',
    characters: 'Characters that are missing:',
    places: 'Where they stand:',
    above: 'at the top of the notice (title, particulars or introduction)',
    other: 'Save the notice in another format, in which nothing is missing:',
    docx: 'Word',
    html: 'web page',
    txt: 'plain text',
    amend: 'For a PDF, write these words in Latin, Greek or Cyrillic letters.',
  },
  fr: {
    title: 'Le PDF de cet avis ne peut pas être produit',
    why: 'Des caractères qui figurent dans l’avis manquent aux polices du PDF : le document aurait des blancs.',
    characters: 'Caractères manquants :',
    places: 'Endroits où ils figurent :',
    above: 'en tête de l’avis (titre, rubriques ou introduction)',
    other: 'Enregistrez l’avis dans un autre format, où rien ne manque :',
    docx: 'Word',
    html: 'page web',
    txt: 'texte brut',
    amend: 'Pour obtenir un PDF, écrivez ces mots en caractères latins, grecs ou cyrilliques.',
  },
} as const satisfies Localized<Readonly<Record<string, string>>>;
