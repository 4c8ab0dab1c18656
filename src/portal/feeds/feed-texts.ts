import type { Localized } from '../../platform/language.ts';

export const FEED_TEXTS = {
  en: {
    title: '{organisation}: open vacancies',
    filtered: '{organisation}: open vacancies ({filters})',
    calendar: '{organisation}: deadlines',
    deadline: 'Apply until {instant}.',
    event: 'Last instant to apply: {title} ({reference})',
    atom: 'Open vacancies (Atom)',
    rss: 'Open vacancies (RSS)',
  },
  fr: {
    title: '{organisation} : vacances de poste ouvertes',
    filtered: '{organisation} : vacances de poste ouvertes ({filters})',
    calendar: '{organisation} : dates limites',
    deadline: 'Candidatures jusqu’au {instant}.',
    event: 'Dernier instant pour postuler : {title} ({reference})',
    atom: 'Vacances de poste ouvertes (Atom)',
    rss: 'Vacances de poste ouvertes (RSS)',
  },
} satisfies Localized<Record<string, string>>;
