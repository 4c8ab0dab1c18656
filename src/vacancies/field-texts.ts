import { FIELD_LABELS } from '../notices/notice-texts.ts';
import { POSTS_TEXTS } from './posts-texts.ts';
import type { Language, Localized } from '../platform/language.ts';

const labelsIn = (language: Language) =>
  Object.fromEntries(Object.entries(FIELD_LABELS).map(([path, label]) => [path, label[language]]));

/** What each part and field of a notice is called, by its path. */
export const NAMES: Localized<Record<string, string>> = {
  en: { ...labelsIn('en'), header: 'Header', other: 'Other text', posts: POSTS_TEXTS.en.name },
  fr: { ...labelsIn('fr'), header: 'En-tête', other: 'Autres textes', posts: POSTS_TEXTS.fr.name },
};

/** The words of a fact's value. */
export const FACT_TEXTS = {
  en: {
    monthly: 'a month',
    annual: 'a year',
    hourly: 'an hour',
    notPrinted: 'amount not printed',
    noTime: 'no time printed',
    budgetPending: { yes: 'Pending approval of the budget', no: 'No reserve about the budget' },
    fastTrack: { yes: 'Only for holders of a valid clearance', no: 'Open to those without a clearance yet' },
    twinGradeNote: { yes: 'With the note on twin grades', no: 'Without a note on twin grades' },
    noDocuments: 'None beside the form',
    pages: { one: 'at most {n} page', other: 'at most {n} pages' },
    languages: (one: string, other: string) => `${one} in one official language, ${other} in another`,
    format: { word: 'Word', pdf: 'PDF' },
    schedule: { 'full-time': 'Full time', 'part-time': 'Part time' } as Record<string, string>,
  },
  fr: {
    monthly: 'par mois',
    annual: 'par an',
    hourly: 'de l’heure',
    notPrinted: 'montant non imprimé',
    noTime: 'aucune heure imprimée',
    budgetPending: { yes: 'Sous réserve d’approbation du budget', no: 'Aucune réserve budgétaire' },
    fastTrack: {
      yes: 'Réservée aux titulaires d’une habilitation en cours de validité',
      no: 'Ouverte aux personnes non encore habilitées',
    },
    twinGradeNote: { yes: 'Avec la note sur le double grade', no: 'Sans note sur le double grade' },
    noDocuments: 'Aucun en plus du formulaire',
    pages: { one: '{n} page au plus', other: '{n} pages au plus' },
    languages: (one: string, other: string) => `${one} dans une langue officielle, ${other} dans une autre`,
    format: { word: 'Word', pdf: 'PDF' },
    schedule: { 'full-time': 'Temps plein', 'part-time': 'Temps partiel' } as Record<string, string>,
  },
} as const satisfies Localized<object>;
