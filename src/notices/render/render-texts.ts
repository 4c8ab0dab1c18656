import type { Localized } from '../../platform/language.ts';
import type { AttachmentKind } from '../notice.ts';

/** Words that a notice is printed with, beside its own and those of its organisation. */
export const RENDER_TEXTS = {
  en: {
    notice: 'Vacancy notice',
    page: 'Page',
    pageOf: 'of',
    links: 'Links',
    halves: 'Languages',
    challenges: 'The key challenges are:',
    schedule: 'The stages are {words} as follows:',
  },
  fr: {
    notice: 'Avis de vacance de poste',
    page: 'Page',
    pageOf: 'sur',
    links: 'Liens',
    halves: 'Langues',
    challenges: 'Les principaux défis sont les suivants :',
    schedule: 'Les étapes suivantes suivent un {words} :',
  },
} as const satisfies Localized<Readonly<Record<string, string>>>;

/** A document asked for, in words that our reader knows again; the length and the formats follow in brackets. */
export const ATTACHMENT_SENTENCES: Readonly<Record<AttachmentKind, Localized>> = {
  'cover-letter': {
    en: 'Applicants are asked to attach a cover letter',
    fr: 'Il est demandé de joindre une lettre de motivation',
  },
  'essay-on-challenges': {
    en: 'Applicants are asked to attach a paper on the key challenges',
    fr: 'Il est demandé de joindre une note sur les principaux défis',
  },
  document: {
    en: 'Applicants are asked to attach a document',
    fr: 'Il est demandé de joindre un document',
  },
};

export const PAGES: Localized<{ readonly one: string; readonly other: string }> = {
  en: { one: 'at most {n} page', other: 'at most {n} pages' },
  fr: { one: '{n} page au plus', other: '{n} pages au plus' },
};

export const FORMAT_NAMES = { word: 'Word', pdf: 'PDF' } as const;

/** Why `concours render` wrote nothing. */
export const RENDER_PROBLEMS = {
  missing: { en: 'no such file or folder', fr: 'fichier ou dossier introuvable' },
  folder: { en: 'this is a folder', fr: 'ceci est un dossier' },
  forbidden: { en: 'this file may not be read or written', fr: 'ce fichier ne peut être ni lu ni écrit' },
  'no-record': {
    en: 'this is no record of a notice as “concours read” writes it',
    fr: 'ceci n’est pas la fiche d’un avis telle que l’écrit « concours read »',
  },
  'no-format': {
    en: 'which format? html, pdf, docx, text or json: say it with --format, or by the ending of --out',
    fr: 'quel format ? html, pdf, docx, text ou json : indiquez-le avec --format ou par l’extension de --out',
  },
  'no-pdf': { en: 'this cannot be set as PDF', fr: 'la mise en page en PDF est impossible' },
} as const satisfies Record<string, Localized>;
