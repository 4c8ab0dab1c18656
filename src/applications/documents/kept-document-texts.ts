import type { Localized } from '../../platform/language.ts';

export type KeptDocumentTexts = {
  title: string;
  intro: string;
  none: string;
  name: string;
  facts: string;
  action: string;
  add: string;
  file: string;
  fileHint: string;
  remove: string;
  removeNote: string;
  kept: string;
  removed: string;
  full: string;
  attachTitle: string;
  attachIntro: string;
  attachAs: string;
  attach: string;
  chooseDocument: string;
};

export const KEPT_DOCUMENT_TEXTS: Localized<KeptDocumentTexts> = {
  en: {
    title: 'Documents to attach again',
    intro:
      'A CV, letters, certificates: PDF files, checked as those of an application are. An application gets its own copy; what you remove here stays there.',
    none: 'You keep no document yet.',
    name: 'Document',
    facts: 'Pages and size',
    action: 'Action',
    add: 'Keep this document',
    file: 'Document',
    fileHint: 'PDF, 5 MB at most.',
    remove: 'Remove',
    removeNote: 'Applications that it was attached to keep their copy.',
    kept: 'The document is kept.',
    removed: 'The document was removed. Applications keep their copy.',
    full: 'You keep as many documents as there is room for. Remove one first.',
    attachTitle: 'Attach a document that you keep',
    attachIntro: 'It is checked again, by what the notice asks of this document.',
    attachAs: 'Attach as',
    attach: 'Attach it',
    chooseDocument: 'Choose a document and what it is attached as.',
  },
  fr: {
    title: 'Documents à joindre de nouveau',
    intro:
      'Un CV, des lettres, des certificats : des fichiers PDF, vérifiés comme ceux d’une candidature. Une candidature en reçoit sa propre copie ; ce que vous retirez ici y reste.',
    none: 'Vous ne conservez encore aucun document.',
    name: 'Document',
    facts: 'Pages et taille',
    action: 'Action',
    add: 'Conserver ce document',
    file: 'Document',
    fileHint: 'PDF, 5 Mo au plus.',
    remove: 'Retirer',
    removeNote: 'Les candidatures auxquelles il a été joint en gardent leur copie.',
    kept: 'Le document est conservé.',
    removed: 'Le document a été retiré. Les candidatures en gardent leur copie.',
    full: 'Vous conservez autant de documents qu’il y a de place. Retirez-en un d’abord.',
    attachTitle: 'Joindre un document que vous conservez',
    attachIntro: 'Il est vérifié de nouveau, selon ce que l’avis demande pour ce document.',
    attachAs: 'Joindre comme',
    attach: 'Le joindre',
    chooseDocument: 'Choisissez un document et ce pour quoi il est joint.',
  },
};
