import type { Localized } from '../../platform/language.ts';
import type { CheckRefusal } from './translation-edit.ts';
import type { TextState } from './translation.ts';
import type { VacancyStatus } from '../vacancy-state.ts';
import { explain, VACANCY_TEXTS, type VacancyRefusal } from '../vacancy-texts.ts';

export type TranslationRefusal = VacancyRefusal | CheckRefusal | { kind: 'not-yours-now'; status: VacancyStatus };

const EN = {
  title: 'Translation into {language}',
  back: 'Back to the review',
  state: {
    original: 'Original',
    translation: 'Not looked at here',
    'needs-translation': 'Needs translation',
    translated: 'Translated',
    checked: 'Checked',
  } satisfies Record<TextState, string>,
  role: { original: 'original', translation: 'translation' },
  margin: 'State',
  caption: 'Each text of the notice with its translation',
  progress: '{done} of {total} texts translated, {checked} checked.',
  nothingToTranslate: 'This notice has no text in its original language yet, so there is nothing to translate.',
  show: 'Show',
  shown: { left: 'What is left to do', check: 'To be checked', all: 'All texts' },
  noneLeft: 'Nothing is left to translate',
  noneLeftHint: 'Every text stands in {language}. Somebody else than its translator checks it.',
  noneToCheck: 'Nothing waits to be checked',
  noneToCheckHint: 'What is translated from now on stands here until somebody else has read it.',
  missing: 'Missing',
  changed: 'The original has changed since. What was taken out and what was put in is marked in it.',
  stillRight: 'The translation is right as it stands',
  locked: 'Standard text: it comes from the regulations in each language.',
  orphan: 'Nothing stands here in the original.',
  by: '{name}, {time}',
  ownWork: 'You translated it: somebody else checks it.',
  check: 'Checked',
  checkAbout: '{field}: I have read the translation, it is right',
  checkAll: { one: 'Mark {n} text as checked', other: 'Mark all {n} as checked' },
  checkAllHint: 'You have read them beside their originals. What you translated yourself stays for somebody else.',
  heading: 'heading',
  save: 'Save',
  savePart: 'Save',
  saved: 'Saved.',
  checked: { one: 'Saved. {n} text is now checked.', other: 'Saved. {n} texts are now checked.' },
  unchanged: 'Nothing was changed.',
  readOnly: 'You can read this translation. In its present status ({status}), changing it takes another role.',
  conflictTitle: 'Somebody else has changed this meanwhile',
  conflict:
    'Nothing was lost and nothing was overwritten. What you typed stands in the fields; what stands now is shown beside each that differs. Read the originals again, for they may have changed too. Save again to put your texts in place.',
  homeless: 'You typed this for texts that are not in the list any more; copy it before you leave:',
  standsNow: 'Stands now:',
  originalLanguage: 'Original language',
  originalLanguageHint:
    'The language this notice was written in. When it changes, the texts of the other language become the translations.',
  originalLanguageIs: 'The original is in {language}.',
  setOriginal: 'Make {language} the original language',
  list: {
    title: 'Translations',
    intro: 'Notices whose translation is not finished, the soonest deadline first.',
    shown: { one: '{n} notice to translate or check', other: '{n} notices to translate or check' },
    reference: 'Reference',
    vacancy: 'Vacancy',
    into: 'Into',
    status: 'Status',
    deadline: 'Deadline',
    left: 'Texts left',
    leftOf: '{left} of {total}',
    toCheck: 'To check',
    none: 'Nothing to translate',
    noneHint: 'A notice stands here as long as one of its texts lacks a translation, or waits to be checked.',
    noDeadline: 'none',
  },
  review: {
    link: 'Translation into {language}',
    progress: '{done} of {total}',
  },
};

type Texts = typeof EN;

const FR: Texts = {
  title: 'Traduction en {language}',
  back: 'Retour à la relecture',
  state: {
    original: 'Original',
    translation: 'Pas encore relu ici',
    'needs-translation': 'À traduire',
    translated: 'Traduit',
    checked: 'Relu',
  },
  role: { original: 'original', translation: 'traduction' },
  margin: 'État',
  caption: 'Chaque texte de l’avis avec sa traduction',
  progress: 'Textes traduits : {done} sur {total}. Relus : {checked}.',
  nothingToTranslate: 'Cet avis n’a encore aucun texte dans sa langue d’origine : il n’y a rien à traduire.',
  show: 'Afficher',
  shown: { left: 'Ce qui reste à faire', check: 'À relire', all: 'Tous les textes' },
  noneLeft: 'Plus rien à traduire',
  noneLeftHint: 'Chaque texte figure en {language}. Une autre personne que la traductrice ou le traducteur le relit.',
  noneToCheck: 'Rien n’attend de relecture',
  noneToCheckHint: 'Ce qui sera traduit désormais figurera ici jusqu’à ce qu’une autre personne l’ait lu.',
  missing: 'Manque',
  changed: 'L’original a changé depuis. Ce qui a été retiré et ce qui a été ajouté y est marqué.',
  stillRight: 'La traduction reste exacte telle quelle',
  locked: 'Texte type : il vient du règlement dans chaque langue.',
  orphan: 'Rien ne figure ici dans l’original.',
  by: '{name}, {time}',
  ownWork: 'Vous l’avez traduit : une autre personne le relit.',
  check: 'Relu',
  checkAbout: '{field} : j’ai lu la traduction, elle est exacte',
  checkAll: { one: 'Marquer {n} texte comme relu', other: 'Marquer les {n} textes comme relus' },
  checkAllHint:
    'Vous les avez lus à côté de leurs originaux. Ce que vous avez traduit reste à relire par une autre personne.',
  heading: 'intitulé',
  save: 'Enregistrer',
  savePart: 'Enregistrer',
  saved: 'Enregistré.',
  checked: { one: 'Enregistré. {n} texte est désormais relu.', other: 'Enregistré. {n} textes sont désormais relus.' },
  unchanged: 'Rien n’a été modifié.',
  readOnly: 'Vous pouvez lire cette traduction. Dans son statut actuel ({status}), la modifier demande un autre rôle.',
  conflictTitle: 'Une autre personne l’a modifié entre-temps',
  conflict:
    'Rien n’a été perdu ni écrasé. Ce que vous avez saisi figure dans les champs ; ce qui figure actuellement est indiqué à côté de chaque champ qui diffère. Relisez aussi les originaux, qui ont pu changer. Enregistrez de nouveau pour mettre vos textes à la place.',
  homeless:
    'Vous avez saisi ceci pour des textes qui ne sont plus dans la liste ; copiez-le avant de quitter la page :',
  standsNow: 'Figure actuellement :',
  originalLanguage: 'Langue d’origine',
  originalLanguageHint:
    'La langue dans laquelle cet avis a été rédigé. Si elle change, les textes de l’autre langue deviennent les traductions.',
  originalLanguageIs: 'L’original est en {language}.',
  setOriginal: 'Prendre le {language} comme langue d’origine',
  list: {
    title: 'Traductions',
    intro: 'Avis dont la traduction n’est pas terminée, la date limite la plus proche d’abord.',
    shown: { one: '{n} avis à traduire ou à relire', other: '{n} avis à traduire ou à relire' },
    reference: 'Référence',
    vacancy: 'Poste',
    into: 'Vers',
    status: 'Statut',
    deadline: 'Date limite',
    left: 'Textes restants',
    leftOf: '{left} sur {total}',
    toCheck: 'À relire',
    none: 'Rien à traduire',
    noneHint:
      'Un avis figure ici tant qu’il manque une traduction à l’un de ses textes, ou qu’un texte attend d’être relu.',
    noDeadline: 'aucune',
  },
  review: {
    link: 'Traduction en {language}',
    progress: '{done} sur {total}',
  },
};

export const TRANSLATION_TEXTS: Localized<Texts> = { en: EN, fr: FR };

/** What would clear the way. */
export function explainTranslation(refusal: TranslationRefusal): Localized {
  if (refusal.kind === 'own-translation')
    return {
      en: 'You translated this yourself, so somebody else has to check it: two people read every translation.',
      fr: 'Vous avez traduit ce texte : une autre personne doit le relire, car deux personnes lisent chaque traduction.',
    };
  if (refusal.kind === 'nothing-to-check')
    return {
      en: 'There is nothing to check here: the text is not translated as its original stands now.',
      fr: 'Il n’y a rien à relire ici : le texte n’est pas traduit d’après l’original tel qu’il figure actuellement.',
    };
  if (refusal.kind === 'not-yours-now')
    return {
      en: `The notice is now ${VACANCY_TEXTS.en.status[refusal.status].toLowerCase()}: what the public has seen is corrected on its edit page, where the public is told of it. What you typed stands in the fields; copy it before you leave.`,
      fr: `L’avis a désormais le statut « ${VACANCY_TEXTS.fr.status[refusal.status]} » : ce que le public a vu se rectifie sur la page de modification, où le public en est informé. Ce que vous avez saisi figure dans les champs ; copiez-le avant de quitter la page.`,
    };
  return explain(refusal);
}
