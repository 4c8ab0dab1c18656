import type { Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import type { XliffMisfit } from './xliff-import.ts';
import type { XliffRefusal } from './xliff-reading.ts';

const EN = {
  title: 'Translation file',
  hint: 'For a translator with tools of their own: the texts as XLIFF 2.0, and back again. Nothing is overwritten that was changed here meanwhile.',
  download: 'Download the texts',
  file: 'Translated file',
  fileHint: 'XLIFF 2.0 or 2.1 (.xlf), at most 1 MB.',
  submit: 'Bring in the translations',
  nothing: 'Choose a file.',
  outcome: 'What the file brought',
  taken: { one: '{n} text taken', other: '{n} texts taken' },
  same: { one: '{n} text unchanged', other: '{n} texts unchanged' },
  empty: { one: '{n} text not translated in the file', other: '{n} texts not translated in the file' },
  misfits: {
    'original-changed': 'Taken, but the original has changed since the file was made: it still needs translation.',
    'changed-here': 'Not taken: the translation was changed here meanwhile. The file says:',
    locked: 'Not taken: a standard text comes from the regulations. The file says:',
    gone: 'Not taken: the notice has no such text any more. The file says:',
    unusable: 'Not taken: it holds characters that no text can keep.',
  } satisfies Record<XliffMisfit, string>,
  unknown: 'Unit {id}',
};
type Texts = typeof EN;

const FR: Texts = {
  title: 'Fichier de traduction',
  hint: 'Pour une traductrice ou un traducteur qui a ses propres outils : les textes au format XLIFF 2.0, aller et retour. Rien de ce qui a été modifié ici entre-temps n’est écrasé.',
  download: 'Télécharger les textes',
  file: 'Fichier traduit',
  fileHint: 'XLIFF 2.0 ou 2.1 (.xlf), 1 Mo au plus.',
  submit: 'Verser les traductions',
  nothing: 'Choisissez un fichier.',
  outcome: 'Ce que le fichier a apporté',
  taken: { one: '{n} texte repris', other: '{n} textes repris' },
  same: { one: '{n} texte inchangé', other: '{n} textes inchangés' },
  empty: { one: '{n} texte non traduit dans le fichier', other: '{n} textes non traduits dans le fichier' },
  misfits: {
    'original-changed': 'Repris, mais l’original a changé depuis la création du fichier : il reste à traduire.',
    'changed-here': 'Non repris : la traduction a été modifiée ici entre-temps. Le fichier dit :',
    locked: 'Non repris : un texte type vient du règlement. Le fichier dit :',
    gone: 'Non repris : l’avis n’a plus ce texte. Le fichier dit :',
    unusable: 'Non repris : il contient des caractères qu’aucun texte ne peut garder.',
  },
  unknown: 'Unité {id}',
};

export const XLIFF_TEXTS: Localized<Texts> = { en: EN, fr: FR };

export type FileRefusal =
  XliffRefusal | { kind: 'other-notice'; found: string } | { kind: 'other-languages'; found: string };

/** What the command says of a reference that nobody knows. */
export const NO_VACANCY: Localized = {
  en: 'There is no such vacancy.',
  fr: 'Il n’existe aucun poste de cette référence.',
};

/** What the command says of a notice that is published: it has no roles. */
export const ON_ITS_PAGE: Localized = {
  en: 'The public has seen this notice: its translation is changed on its page, by somebody who may publish.',
  fr: 'Le public a vu cet avis : sa traduction se modifie sur sa page, par une personne habilitée à publier.',
};

/** What would clear the way. */
export function explainXliff(refusal: FileRefusal): Localized {
  switch (refusal.kind) {
    case 'too-large':
      return {
        en: 'The file is too large: a translation file may have 1 MB. Is it the right one?',
        fr: 'Le fichier est trop volumineux : un fichier de traduction peut faire 1 Mo. Est-ce le bon ?',
      };
    case 'not-text':
      return {
        en: 'The file is neither UTF-8 nor UTF-16 text. Export it again as XLIFF 2.0 in UTF-8.',
        fr: 'Le fichier n’est du texte ni en UTF-8 ni en UTF-16. Exportez-le de nouveau au format XLIFF 2.0 en UTF-8.',
      };
    case 'not-xml':
      return {
        en: `The file breaks off being XML in line ${refusal.line}. Export it again from the translation tool.`,
        fr: `Le fichier cesse d’être du XML à la ligne ${refusal.line}. Exportez-le de nouveau depuis l’outil de traduction.`,
      };
    case 'has-doctype':
      return {
        en: 'The file declares a document type (DOCTYPE), which XLIFF 2 does not have and which is not read here.',
        fr: 'Le fichier déclare un type de document (DOCTYPE), que XLIFF 2 n’a pas et qui n’est pas lu ici.',
      };
    case 'old-xliff':
      return {
        en: 'The file is XLIFF 1. Export it as XLIFF 2.0 or 2.1.',
        fr: 'Le fichier est au format XLIFF 1. Exportez-le au format XLIFF 2.0 ou 2.1.',
      };
    case 'not-xliff':
      return {
        en: 'The file is no XLIFF 2 document with a source and a target language.',
        fr: 'Le fichier n’est pas un document XLIFF 2 avec une langue source et une langue cible.',
      };
    case 'other-notice':
      return {
        en: `The file is of another notice: “${refusal.found}”.`,
        fr: `Le fichier est celui d’un autre avis : « ${refusal.found} ».`,
      };
    case 'other-languages':
      return {
        en: `The file translates in another direction: ${refusal.found}.`,
        fr: `Le fichier traduit dans un autre sens : ${refusal.found}.`,
      };
    default:
      return assertNever(refusal);
  }
}
