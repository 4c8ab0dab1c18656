import type { Localized } from '../../../platform/language.ts';
import type { Span, STEPS_AFTER, STEPS_BEFORE } from './steps.ts';

type Forms = { one: string; other: string };
type StepsTexts = {
  title: string;
  about: string;
  howMade: string;
  percentiles: string;
  steps: Record<(typeof STEPS_BEFORE)[number] | (typeof STEPS_AFTER)[number], string>;
  spans: Record<Span, string>;
  stepsCaption: string;
  stepsChart: string;
  stepsChartNote: string;
  noSteps: string;
  spansCaption: string;
  noSpans: string;
  step: string;
  vacancies: string;
  median: string;
  ninetieth: string;
  days: Forms;
  bar: (median: string, ninetieth: string) => string;
  waitingCaption: string;
  waitingNote: string;
  noneWaiting: string;
  waitsAt: string;
  since: string;
  daysSince: string;
};

export const STEPS_TEXTS: Localized<StepsTexts> = {
  en: {
    title: 'Time by step',
    about: 'How long each step takes from the first draft to the post being filled, and where vacancies wait now.',
    howMade:
      'A step lasts from the end of the one that ended before it to its own end, the first from the beginning of the draft. Screening ends when the last result is settled, a stage when it is closed, the report when it is signed by all and submitted, the letters when those concerned are told, the offer when the last who is to be appointed accepted it. What was opened again ends when it ended last.',
    percentiles:
      'Median and 90th percentile are the least number of days within which half, or nine in ten, of the vacancies were done with the step (nearest rank): each is a number of days that one of them took.',
    steps: {
      draft: 'Writing the notice',
      review: 'Review until publication',
      open: 'Open for applications',
      screening: 'Screening',
      report: 'Report of the panel',
      decision: 'Decision of the appointing authority',
      letters: 'Letters',
      acceptance: 'Until an offer is accepted',
      appointment: 'Until the appointment',
      filling: 'Filling the post',
    },
    spans: {
      'notice-to-decision': 'From publication to the decision',
      'notice-to-letters': 'From publication to the letters',
      'decision-to-appointment': 'From the decision to the appointment',
      'notice-to-appointment': 'From publication to the appointment',
    },
    stepsCaption: 'Days by step',
    stepsChart: 'Days that each step takes',
    stepsChartNote: 'The bar ends at the median, the line at the 90th percentile.',
    noSteps: 'No step has ended yet for what you asked for.',
    spansCaption: 'From publication on',
    noSpans: 'No decision has been taken yet for what you asked for.',
    step: 'Step',
    vacancies: 'Vacancies',
    median: 'Median, days',
    ninetieth: '90th percentile, days',
    days: { one: '{n} day', other: '{n} days' },
    bar: (median, ninetieth) => `${median}; nine in ten within ${ninetieth}`,
    waitingCaption: 'Where vacancies wait now',
    waitingNote: 'The longest first. What is filled or cancelled waits for nothing.',
    noneWaiting: 'No vacancy waits, of those that you asked for.',
    waitsAt: 'Waits at',
    since: 'Since',
    daysSince: 'Days',
  },
  fr: {
    title: 'Durée par étape',
    about:
      'Combien de temps prend chaque étape, du premier brouillon au poste pourvu, et où les vacances de poste attendent actuellement.',
    howMade:
      'Une étape dure de la fin de celle qui s’est achevée avant elle jusqu’à sa propre fin ; la première commence avec le brouillon. L’examen préalable s’achève au dernier résultat arrêté, une épreuve à sa clôture, le rapport lorsque toutes et tous l’ont signé et qu’il est remis, les lettres à la notification, l’offre lorsque la dernière personne à nommer l’a acceptée. Ce qui a été rouvert s’achève à sa dernière fin.',
    percentiles:
      'La médiane et le 90e centile sont le plus petit nombre de jours en lequel la moitié, ou neuf sur dix, des vacances de poste ont achevé l’étape (rang le plus proche) : chacun est un nombre de jours que l’une d’elles a pris.',
    steps: {
      draft: 'Rédaction de l’avis',
      review: 'Relecture jusqu’à la publication',
      open: 'Réception des candidatures',
      screening: 'Examen préalable',
      report: 'Rapport du jury',
      decision: 'Décision de l’autorité de nomination',
      letters: 'Lettres',
      acceptance: 'Jusqu’à l’acceptation de l’offre',
      appointment: 'Jusqu’à la nomination',
      filling: 'Attribution du poste',
    },
    spans: {
      'notice-to-decision': 'De la publication à la décision',
      'notice-to-letters': 'De la publication aux lettres',
      'decision-to-appointment': 'De la décision à la nomination',
      'notice-to-appointment': 'De la publication à la nomination',
    },
    stepsCaption: 'Jours par étape',
    stepsChart: 'Jours que prend chaque étape',
    stepsChartNote: 'La barre s’arrête à la médiane, le trait au 90e centile.',
    noSteps: 'Aucune étape ne s’est encore achevée selon les critères choisis.',
    spansCaption: 'À partir de la publication',
    noSpans: 'Aucune décision n’a encore été prise selon les critères choisis.',
    step: 'Étape',
    vacancies: 'Vacances de poste',
    median: 'Médiane, jours',
    ninetieth: '90e centile, jours',
    days: { one: '{n} jour', other: '{n} jours' },
    bar: (median, ninetieth) => `${median} ; neuf sur dix en ${ninetieth} au plus`,
    waitingCaption: 'Où les vacances de poste attendent',
    waitingNote: 'La plus longue attente d’abord. Ce qui est pourvu ou annulé n’attend rien.',
    noneWaiting: 'Aucune vacance de poste n’attend, selon les critères choisis.',
    waitsAt: 'Attend à l’étape',
    since: 'Depuis',
    daysSince: 'Jours',
  },
};
