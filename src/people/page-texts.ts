import type { Localized } from '../platform/language.ts';

/** The links of the header, for those who are signed in. */
export const PAGE_TEXTS: Localized<Record<'myApplications' | 'myAccount' | 'staffVacancies', string>> = {
  en: { myApplications: 'My applications', myAccount: 'My account', staffVacancies: 'Vacancies (staff)' },
  fr: { myApplications: 'Mes candidatures', myAccount: 'Mon compte', staffVacancies: 'Vacances de poste (personnel)' },
};
