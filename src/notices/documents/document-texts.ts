import type { OtherFormat } from '../../platform/documents/file-format.ts';
import type { Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import type { DocumentFormat, DocumentRefusal } from './document.ts';

/** What a file is, as its reader would say it. */
export const FORMAT_NAMES: Readonly<Record<DocumentFormat, Localized>> = {
  text: { en: 'text', fr: 'texte' },
  pdf: { en: 'PDF', fr: 'PDF' },
  docx: { en: 'Word', fr: 'Word' },
  html: { en: 'web page', fr: 'page web' },
  record: { en: 'record (JSON)', fr: 'fiche (JSON)' },
};

const OTHERS: Readonly<Record<OtherFormat, Localized>> = {
  'word-97': {
    en: 'This is a Word file of the older kind (.doc), or one with a password. Open it in Word, take the password off, and save it as .docx or PDF.',
    fr: 'Ceci est un fichier Word de l’ancien format (.doc), ou protégé par un mot de passe. Ouvrez-le dans Word, retirez le mot de passe et enregistrez-le en .docx ou en PDF.',
  },
  rtf: {
    en: 'This is an RTF file, which is not read. Open it in a word processor and save it as .docx or PDF.',
    fr: 'Ceci est un fichier RTF, qui n’est pas lu. Ouvrez-le dans un traitement de texte et enregistrez-le en .docx ou en PDF.',
  },
  'open-document': {
    en: 'This is an OpenDocument file (.odt), which is not read. Open it in a word processor and save it as .docx or PDF.',
    fr: 'Ceci est un fichier OpenDocument (.odt), qui n’est pas lu. Ouvrez-le dans un traitement de texte et enregistrez-le en .docx ou en PDF.',
  },
  'apple-pages': {
    en: 'This is a Pages file, which is not read. In Pages choose “Export to”, then Word or PDF.',
    fr: 'Ceci est un fichier Pages, qui n’est pas lu. Dans Pages, choisissez « Exporter vers », puis Word ou PDF.',
  },
  'spreadsheet-or-slides': {
    en: 'This is a spreadsheet or a presentation. Give the notice as PDF, Word (.docx), web page or text.',
    fr: 'Ceci est une feuille de calcul ou une présentation. Donnez l’avis en PDF, Word (.docx), page web ou texte.',
  },
  image: {
    en: 'This is a picture: it has no text to read. Give the notice as PDF with text, Word (.docx), web page or text.',
    fr: 'Ceci est une image : elle ne contient pas de texte. Donnez l’avis en PDF avec du texte, Word (.docx), page web ou texte.',
  },
  program: {
    en: 'This is a program, whatever its name says. It was not opened. Ask whoever sent it for the notice itself.',
    fr: 'Ceci est un programme, quel que soit son nom. Il n’a pas été ouvert. Demandez l’avis lui-même à qui vous l’a envoyé.',
  },
  archive: {
    en: 'This is an archive. Unpack it, and give the notices in it one by one or as a folder.',
    fr: 'Ceci est une archive. Décompressez-la et donnez les avis qu’elle contient un par un, ou le dossier.',
  },
  mail: {
    en: 'This is a mail, or a web page saved as one file. Give its attachment, or save the page as HTML or PDF.',
    fr: 'Ceci est un courriel, ou une page web enregistrée en un seul fichier. Donnez sa pièce jointe, ou enregistrez la page en HTML ou en PDF.',
  },
};

const DAMAGED: Readonly<Record<'pdf' | 'docx' | 'html', Localized>> = {
  pdf: {
    en: 'This PDF is damaged or was cut off on its way. Export it again from the program it was written in.',
    fr: 'Ce PDF est endommagé ou a été tronqué en route. Exportez-le de nouveau depuis le programme où il a été écrit.',
  },
  docx: {
    en: 'This Word file is damaged or was cut off on its way. Open it in Word and save it again as .docx or PDF.',
    fr: 'Ce fichier Word est endommagé ou a été tronqué en route. Ouvrez-le dans Word et enregistrez-le de nouveau en .docx ou en PDF.',
  },
  html: {
    en: 'This web page cannot be read. Save it again, or give its text.',
    fr: 'Cette page web ne peut pas être lue. Enregistrez-la de nouveau, ou donnez son texte.',
  },
};

/** Why no text was made of a file, and how to mend it. */
export function explainDocument(refusal: DocumentRefusal): Localized {
  switch (refusal.kind) {
    case 'other-format':
      return OTHERS[refusal.format];
    case 'damaged':
      return DAMAGED[refusal.format];
    case 'empty':
      return { en: 'There is no text in it.', fr: 'Il ne contient aucun texte.' };
    case 'too-large':
    case 'too-many-pages':
    case 'too-much-inside':
      return explainSize(refusal);
    case 'broken-text':
      return {
        en: `Line ${refusal.line} holds bytes that are not UTF-8 text, so it cannot be kept word for word. Save the file as UTF-8 and try again.`,
        fr: `La ligne ${refusal.line} contient des octets qui ne sont pas du texte UTF-8 : elle ne peut pas être conservée mot pour mot. Enregistrez le fichier en UTF-8 et réessayez.`,
      };
    case 'unknown-format':
      return {
        en: 'This file is of no kind that is read here. Give the notice as PDF, Word (.docx), web page or text (UTF-8).',
        fr: 'Ce fichier n’est d’aucun format lu ici. Donnez l’avis en PDF, Word (.docx), page web ou texte (UTF-8).',
      };
    case 'encrypted':
    case 'macros':
    case 'unsafe-xml':
      return explainUnsafe(refusal.kind);
    case 'no-text':
      return {
        en: 'There is no text in this document: its pages may be pictures, as a scanner makes them. Export it from the program it was written in, or have its text recognised (OCR) first.',
        fr: 'Ce document ne contient pas de texte : ses pages sont peut-être des images, comme en fait un scanneur. Exportez-le depuis le programme où il a été écrit, ou faites-en d’abord reconnaître le texte (OCR).',
      };
    case 'took-too-long':
      return {
        en: 'Reading this document took too long and was stopped. Export it again from the program it was written in, or give its text.',
        fr: 'La lecture de ce document a pris trop de temps et a été arrêtée. Exportez-le de nouveau depuis le programme où il a été écrit, ou donnez son texte.',
      };
    case 'not-limited':
      return {
        en: 'Documents cannot be read safely on this server: whoever runs it should install util-linux (prlimit). Until then, paste the text of the notice.',
        fr: 'Ce serveur ne peut pas lire de documents en toute sécurité : son administration doit installer util-linux (prlimit). D’ici là, collez le texte de l’avis.',
      };
    default:
      return assertNever(refusal);
  }
}

function explainSize(
  refusal: Extract<DocumentRefusal, { kind: 'too-large' | 'too-many-pages' | 'too-much-inside' }>,
): Localized {
  if (refusal.kind === 'too-many-pages')
    return {
      en: `This document has ${refusal.pages} pages; a notice may have ${refusal.maxPages}. Is it the right file?`,
      fr: `Ce document a ${refusal.pages} pages ; un avis peut en avoir ${refusal.maxPages}. Est-ce le bon fichier ?`,
    };
  if (refusal.kind === 'too-much-inside')
    return {
      en: 'Unpacked, this document is far larger than any notice, and it was not read further. Is it the right file? If so, save it again without its pictures, or give its text.',
      fr: 'Une fois décompressé, ce document est bien plus volumineux qu’un avis, et sa lecture a été arrêtée. Est-ce le bon fichier ? Si oui, enregistrez-le de nouveau sans ses images, ou donnez son texte.',
    };
  const megabytes = refusal.maxBytes / 1_000_000;
  return {
    en: `This file is too large: it may have ${megabytes} MB. Is it the right file?`,
    fr: `Ce fichier est trop volumineux : il peut faire ${megabytes} Mo. Est-ce le bon fichier ?`,
  };
}

function explainUnsafe(kind: 'encrypted' | 'macros' | 'unsafe-xml'): Localized {
  switch (kind) {
    case 'encrypted':
      return {
        en: 'This document is encrypted: it has a password, or its author does not let its text be copied. Save it without protection.',
        fr: 'Ce document est chiffré : il a un mot de passe, ou son auteur n’en permet pas la copie. Enregistrez-le sans protection.',
      };
    case 'macros':
      return {
        en: 'This Word file holds macros, which are small programs. Save it as .docx (without macros) or as PDF.',
        fr: 'Ce fichier Word contient des macros, qui sont de petits programmes. Enregistrez-le en .docx (sans macros) ou en PDF.',
      };
    case 'unsafe-xml':
      return {
        en: 'This Word file declares entities in its XML, which Word never writes: it may be meant to do harm. Open it in Word and save it again as .docx or PDF.',
        fr: 'Ce fichier Word déclare des entités dans son XML, ce que Word n’écrit jamais : il est peut-être malveillant. Ouvrez-le dans Word et enregistrez-le de nouveau en .docx ou en PDF.',
      };
    default:
      return assertNever(kind);
  }
}

/** What a person should know of a text that was made. */
export const HIDDEN_TEXT: Localized = {
  en: 'Some text of this document is hidden from its readers; it was left out.',
  fr: 'Une partie du texte de ce document est cachée à ses lecteurs ; elle a été laissée de côté.',
};
