import type { Localized } from '../../platform/language.ts';

export const FEED_TEXTS = {
  en: {
    title: '{organisation}: open vacancies',
    filtered: '{organisation}: open vacancies ({filters})',
    deadline: 'Apply until {instant}.',
    atom: 'Open vacancies (Atom)',
    rss: 'Open vacancies (RSS)',
  },
  fr: {
    title: '{organisation} : vacances de poste ouvertes',
    filtered: '{organisation} : vacances de poste ouvertes ({filters})',
    deadline: 'Candidatures jusqu’au {instant}.',
    atom: 'Vacances de poste ouvertes (Atom)',
    rss: 'Vacances de poste ouvertes (RSS)',
  },
} satisfies Localized<Record<string, string>>;
