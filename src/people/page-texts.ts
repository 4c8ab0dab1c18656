import type { Localized } from '../platform/language.ts';

/** The links of the header, for those who are signed in. */
export const PAGE_TEXTS: Localized<
  Record<
    | 'myApplications'
    | 'messages'
    | 'saved'
    | 'internalVacancies'
    | 'servingStaff'
    | 'secondFactors'
    | 'myProfile'
    | 'staffVacancies'
    | 'translations'
    | 'incidents'
    | 'figures'
    | 'contractPlanner'
    | 'appointments'
    | 'contracts'
    | 'handOver'
    | 'accommodation'
    | 'competitions'
    | 'regulations',
    string
  >
> = {
  en: {
    myApplications: 'My applications',
    messages: 'Messages',
    saved: 'Saved',
    myProfile: 'My profile',
    staffVacancies: 'Vacancies (staff)',
    translations: 'Translations',
    incidents: 'Incidents',
    figures: 'Figures',
    contractPlanner: 'Contract planner',
    appointments: 'Appointments',
    contracts: 'Contracts',
    handOver: 'Hand-over',
    accommodation: 'Arrangements',
    competitions: 'My competitions',
    regulations: 'Regulations',
    internalVacancies: 'Internal vacancies',
    servingStaff: 'Serving staff',
    secondFactors: 'Second factors',
  },
  fr: {
    myApplications: 'Mes candidatures',
    messages: 'Messages',
    saved: 'Suivis',
    myProfile: 'Mon profil',
    staffVacancies: 'Vacances de poste (personnel)',
    translations: 'Traductions',
    incidents: 'Incidents',
    figures: 'Chiffres',
    contractPlanner: 'Calcul des contrats',
    appointments: 'Nominations',
    contracts: 'Contrats',
    handOver: 'Transmission',
    accommodation: 'Aménagements',
    competitions: 'Mes concours',
    regulations: 'Règlement',
    internalVacancies: 'Postes internes',
    servingStaff: 'Personnel en fonction',
    secondFactors: 'Seconds facteurs',
  },
};

/** How many messages wait, in words. */
export const UNREAD: Localized<{ one: string; other: string }> = {
  en: { one: '{n} unread message', other: '{n} unread messages' },
  fr: { one: '{n} message non lu', other: '{n} messages non lus' },
};
