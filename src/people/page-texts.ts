import type { Localized } from '../platform/language.ts';

/** The links of the header, for those who are signed in. */
export const PAGE_TEXTS: Localized<
  Record<
    | 'myApplications'
    | 'myAccount'
    | 'staffVacancies'
    | 'translations'
    | 'contractPlanner'
    | 'accommodation'
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
    accommodation: 'Arrangements',
    regulations: 'Regulations',
  },
  fr: {
    myApplications: 'Mes candidatures',
    myAccount: 'Mon compte',
    staffVacancies: 'Vacances de poste (personnel)',
    translations: 'Traductions',
    contractPlanner: 'Calcul des contrats',
    accommodation: 'Aménagements',
    regulations: 'Règlement',
  },
};
