import type { Localized } from '../platform/language.ts';

/** What stands above the closed days that a count in working days left out. */
export const PASSED_OVER: Localized = {
  en: 'Not counted, besides the weekdays on which nobody works:',
  fr: 'Ne sont pas comptés, outre les jours de la semaine non travaillés :',
};
