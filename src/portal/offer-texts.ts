import type { Localized } from '../platform/language.ts';

export type OfferTexts = {
  title: string;
  example: string;
  start: string;
  person: string;
  show: string;
  twinGrade: string;
  salaryWhy: string;
};

export const OFFER_TEXTS: Localized<OfferTexts> = {
  en: {
    title: 'If you start on {date}',
    example: 'The day is an example: nobody knows yet when the post will be taken up. Only the contract itself binds.',
    start: 'First day in the post',
    person: 'You come',
    show: 'Show these dates',
    twinGrade: 'What the two grades mean',
    salaryWhy: 'What the salary is based on',
  },
  fr: {
    title: 'Si vous commencez le {date}',
    example:
      'Cette date est un exemple : nul ne sait encore quand le poste sera occupé. Seul le contrat lui-même engage.',
    start: 'Premier jour dans le poste',
    person: 'Vous venez',
    show: 'Afficher ces dates',
    twinGrade: 'Ce que signifient les deux grades',
    salaryWhy: 'Sur quoi repose le salaire',
  },
};
