import type { Localized } from '../platform/language.ts';

/** The links of the header, for those who are signed in. */
export const PAGE_TEXTS: Localized<
  Record<
    | 'myApplications'
    | 'myProfile'
    | 'myAccount'
    | 'staffVacancies'
    | 'translations'
    | 'contractPlanner'
    | 'regulations',
    string
  >
> = {
  en: {
    myApplications: 'My applications',
    myProfile: 'My profile',
    myAccount: 'My account',
    staffVacancies: 'Vacancies (staff)',
    translations: 'Translations',
    contractPlanner: 'Contract planner',
    regulations: 'Regulations',
  },
  fr: {
    myApplications: 'Mes candidatures',
    myProfile: 'Mon profil',
    myAccount: 'Mon compte',
    staffVacancies: 'Vacances de poste (personnel)',
    translations: 'Traductions',
    contractPlanner: 'Calcul des contrats',
    regulations: 'Règlement',
  },
};
