import type { Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import type { LanguageOutcome } from '../../regulations/eligibility/language-requirement.ts';
import type { LanguageProblem } from './language-result.ts';

const EN = {
  title: (stage: string) => `Language levels found: ${stage}`,
  lede: 'The level that the test found in each official language, on the scale of the organisation. It stands beside what the notice asks for, and decides nothing.',
  asked: (one: string, other: string) =>
    `The notice asks for ${one} in one official language and ${other} in the other.`,
  notAsked: 'The notice names no level.',
  nobody: 'Nobody is invited to this stage',
  nobodyNote: 'Candidates stand here once they are invited.',
  heading: 'Languages',
  found: (language: string, level: string, corrected: boolean) =>
    `${language} ${level}${corrected ? ' (corrected)' : ''}`,
  needed: 'What the notice asks for',
  suitable: 'Why found suitable below the level that the notice asks for',
  suitableHint: 'For who is selected or on the reserve list. A person decides; the report says it.',
  suitableMissing: (number: string) =>
    `${number} is below the level that the notice asks for: say why they are found suitable`,
  notTested: 'Not recorded',
  againTitle: 'Language levels to be recorded again',
  againNote:
    'A review made them void, and the notice asks for a level. Nothing is closed for signature or decided of these candidates before.',
  again: 'To be recorded again: void after a review',
  noLevel: 'None',
  level: (language: string) => `Level in ${language}`,
  outcomes: {
    met: 'Reaches what the notice asks for',
    'not-met': 'Below what the notice asks for',
    'not-comparable': 'For a person to compare',
  } satisfies Record<LanguageOutcome, string>,
  reason: 'Why it is corrected',
  reasonHint: 'Needed where another level was recorded before. Both stay in the record.',
  save: 'Record the levels',
  done: { one: '{n} level recorded.', other: '{n} levels recorded.' },
  scoresOf: (stage: string) => `Scores: ${stage}`,
};

export type LanguageTestTexts = typeof EN;

const FR: LanguageTestTexts = {
  title: (stage) => `Niveaux de langue constatés : ${stage}`,
  lede: 'Le niveau constaté par le test dans chaque langue officielle, selon le barème de l’organisation. Il figure en regard de ce que demande l’avis, et ne décide de rien.',
  asked: (one, other) => `L’avis demande ${one} dans l’une des langues officielles et ${other} dans l’autre.`,
  notAsked: 'L’avis n’indique aucun niveau.',
  nobody: 'Personne n’est invité à cette étape',
  nobodyNote: 'Les candidatures figurent ici une fois invitées.',
  heading: 'Langues',
  found: (language, level, corrected) => `${language} ${level}${corrected ? ' (corrigé)' : ''}`,
  needed: 'Ce que demande l’avis',
  suitable: 'Pourquoi la personne est jugée apte, en dessous du niveau que demande l’avis',
  suitableHint:
    'Pour une personne sélectionnée ou inscrite sur la liste de réserve. Une personne en décide ; le rapport le dit.',
  suitableMissing: (number) =>
    `${number} est en dessous du niveau que demande l’avis : dites pourquoi cette personne est jugée apte`,
  notTested: 'Non consigné',
  againTitle: 'Niveaux de langue à consigner à nouveau',
  againNote:
    'Un réexamen les a privés d’effet, et l’avis demande un niveau. Rien n’est arrêté pour signature ni décidé auparavant pour ces candidatures.',
  again: 'À consigner à nouveau : sans effet après un réexamen',
  noLevel: 'Aucun',
  level: (language) => `Niveau en ${language}`,
  outcomes: {
    met: 'Atteint ce que demande l’avis',
    'not-met': 'Inférieur à ce que demande l’avis',
    'not-comparable': 'À comparer par une personne',
  },
  reason: 'Motif de la correction',
  reasonHint: 'Nécessaire si un autre niveau avait été consigné. Les deux restent au dossier.',
  save: 'Consigner les niveaux',
  done: { one: '{n} niveau consigné.', other: '{n} niveaux consignés.' },
  scoresOf: (stage) => `Notes : ${stage}`,
};

export const LANGUAGE_TEST_TEXTS: Localized<LanguageTestTexts> = { en: EN, fr: FR };

export function explainLevel({ kind }: LanguageProblem): Localized {
  switch (kind) {
    case 'unknown-level':
      return { en: 'Choose a level of the scale', fr: 'Choisissez un niveau du barème' };
    case 'reason-missing':
      return {
        en: 'Another level was recorded before: say below why it is corrected',
        fr: 'Un autre niveau avait été consigné : dites ci-dessous pourquoi il est corrigé',
      };
    default:
      return assertNever(kind);
  }
}
