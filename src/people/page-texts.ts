import type { Localized } from '../platform/language.ts';

/** The links of the header, for those who are signed in. */
export const PAGE_TEXTS: Localized<
  Record<
    | 'myApplications'
    | 'myBookmarks'
    | 'mySearches'
    | 'internalVacancies'
    | 'servingStaff'
    | 'secondFactors'
    | 'myProfile'
    | 'myAccount'
    | 'staffVacancies'
    | 'translations'
    | 'incidents'
    | 'contractPlanner'
    | 'accommodation'
    | 'regulations',
    string
  >
> = {
  en: {
    myApplications: 'My applications',
    myBookmarks: 'Bookmarks',
    mySearches: 'Searches',
    myProfile: 'My profile',
    myAccount: 'My account',
    staffVacancies: 'Vacancies (staff)',
    translations: 'Translations',
    incidents: 'Incidents',
    contractPlanner: 'Contract planner',
    accommodation: 'Arrangements',
    regulations: 'Regulations',
    internalVacancies: 'Internal vacancies',
    servingStaff: 'Serving staff',
    secondFactors: 'Second factors',
  },
  fr: {
    myApplications: 'Mes candidatures',
    myBookmarks: 'Signets',
    mySearches: 'Recherches',
    myProfile: 'Mon profil',
    myAccount: 'Mon compte',
    staffVacancies: 'Vacances de poste (personnel)',
    translations: 'Traductions',
    incidents: 'Incidents',
    contractPlanner: 'Calcul des contrats',
    accommodation: 'Aménagements',
    regulations: 'Règlement',
    internalVacancies: 'Postes internes',
    servingStaff: 'Personnel en fonction',
    secondFactors: 'Seconds facteurs',
  },
};
