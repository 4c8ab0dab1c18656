import type { Localized } from '../../../platform/language.ts';

type Texts = Record<
  'title' | 'about' | 'howMade' | 'caption' | 'chart' | 'chartNote' | 'none' | 'state' | 'vacancies' | 'all',
  string
>;

export const STATES_TEXTS: Localized<Texts> = {
  en: {
    title: 'Vacancies by state',
    about: 'How many vacancies are drafts, in review, published, closed, filled or cancelled.',
    howMade: 'Each vacancy is counted once, in the state that it is in now.',
    caption: 'Vacancies by state, now',
    chart: 'Vacancies in each state',
    chartNote: 'Each bar is as long as there are vacancies in the state.',
    none: 'There is no vacancy of what you asked for.',
    state: 'State',
    vacancies: 'Vacancies',
    all: 'All',
  },
  fr: {
    title: 'Vacances de poste par statut',
    about:
      'Combien d’avis sont en brouillon, en relecture, publiés ou clos, et combien de postes sont pourvus ou annulés.',
    howMade: 'Chaque vacance de poste est comptée une fois, sous son statut actuel.',
    caption: 'Vacances de poste par statut, actuellement',
    chart: 'Vacances de poste sous chaque statut',
    chartNote: 'La longueur de chaque barre suit le nombre de vacances de poste.',
    none: 'Aucune vacance de poste ne répond aux critères choisis.',
    state: 'Statut',
    vacancies: 'Vacances de poste',
    all: 'Toutes',
  },
};
