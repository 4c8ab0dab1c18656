import type { Localized } from '../platform/language.ts';

/** A deadline in a calendar. */
export const DEADLINE_TEXTS = {
  en: {
    calendar: '{organisation}: deadlines',
    event: 'Last instant to apply: {title} ({reference})',
    note: 'Last instant to apply: {instant}.',
  },
  fr: {
    calendar: '{organisation} : dates limites',
    event: 'Dernier instant pour postuler : {title} ({reference})',
    note: 'Dernier instant pour postuler : {instant}.',
  },
} satisfies Localized<Record<string, string>>;
