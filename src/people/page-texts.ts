import type { Localized } from '../platform/language.ts';

/** The links of the header, for those who are signed in. */
export const PAGE_TEXTS: Localized<
  Record<
    | 'internalVacancies'
    | 'servingStaff'
    | 'myApplications'
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
    myAccount: 'My account',
    staffVacancies: 'Vacancies (staff)',
    translations: 'Translations',
    contractPlanner: 'Contract planner',
    regulations: 'Regulations',
    internalVacancies: 'Internal portal',
    servingStaff: 'Serving staff',
  },
  fr: {
    myApplications: 'Mes candidatures',
    myAccount: 'Mon compte',
    staffVacancies: 'Vacances de poste (personnel)',
    translations: 'Traductions',
    contractPlanner: 'Calcul des contrats',
    regulations: 'Règlement',
    internalVacancies: 'Portail interne',
    servingStaff: 'Personnel en fonction',
  },
};
