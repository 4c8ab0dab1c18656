import type { Language, Localized } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { typedDate } from '../../site/date-field.tsx';
import { formatDate } from '../../site/dates.ts';
import { isCivilDate } from '../../regulations/civil-dates.ts';
import { NO_CLEARANCE, type ClearanceGap, type StatedClearance } from './stated-clearance.ts';

type ClearanceTexts = {
  title: string;
  level: string;
  levelHint: string;
  none: string;
  issuer: string;
  until: string;
  untilHint: string;
  gaps: Record<ClearanceGap['field'], Partial<Record<ClearanceGap['problem'], string>>>;
  held: (level: string, issuer: string, until: string) => string;
  unknown: string;
};

export const CLEARANCE_TEXTS: Localized<ClearanceTexts> = {
  en: {
    title: 'Security clearance held',
    level: 'Level of the clearance that you hold',
    levelHint: 'This competition is for those who hold a valid security clearance already.',
    none: 'I hold none',
    issuer: 'Who issued it',
    until: 'Its last day',
    untilHint: 'As on the certificate, for example 31 12 2028. Leave both empty if you hold none.',
    gaps: {
      'clearance-level': {
        missing: 'Choose the level that you hold, or “I hold none”.',
        'unknown-level': 'Choose a level from the list.',
      },
      'clearance-issuer': {
        missing: 'Choose who issued your clearance.',
        'unknown-level': 'Choose an authority from the list.',
      },
      'clearance-until': {
        missing: 'Enter the last day of your clearance.',
        'unreadable-date': 'Enter a day that exists as the last day of your clearance, such as 31 12 2028.',
      },
    },
    held: (level, issuer, until) => `${level}, ${issuer}, until ${until}`,
    unknown: 'not stated',
  },
  fr: {
    title: 'Habilitation de sécurité détenue',
    level: 'Niveau de l’habilitation que vous détenez',
    levelHint: 'Ce concours s’adresse aux personnes qui détiennent déjà une habilitation de sécurité valable.',
    none: 'Je n’en détiens aucune',
    issuer: 'Qui l’a délivrée',
    until: 'Son dernier jour de validité',
    untilHint:
      'Comme sur le certificat, par exemple 31 12 2028. À laisser vides tous deux si vous n’en détenez aucune.',
    gaps: {
      'clearance-level': {
        missing: 'Choisissez le niveau que vous détenez, ou « Je n’en détiens aucune ».',
        'unknown-level': 'Choisissez un niveau de la liste.',
      },
      'clearance-issuer': {
        missing: 'Choisissez qui a délivré votre habilitation.',
        'unknown-level': 'Choisissez une autorité de la liste.',
      },
      'clearance-until': {
        missing: 'Saisissez le dernier jour de validité de votre habilitation.',
        'unreadable-date':
          'Saisissez un jour qui existe comme dernier jour de votre habilitation, par exemple 31 12 2028.',
      },
    },
    held: (level, issuer, until) => `${level}, ${issuer}, jusqu’au ${until}`,
    unknown: 'non indiqué',
  },
};

/** What a statement lacks, and what mends it. */
export function explainClearanceGap({ field, problem }: ClearanceGap, language: Language): string {
  return CLEARANCE_TEXTS[language].gaps[field][problem] ?? '';
}

/** A clearance as it was stated, on one line. */
export function clearanceTold(
  stated: StatedClearance,
  { clearances }: Pick<Organisation, 'clearances'>,
  language: Language,
): string {
  const t = CLEARANCE_TEXTS[language];
  if (stated.level === NO_CLEARANCE) return t.none;
  if (stated.level === '') return t.unknown;
  const issuer = clearances.issuers.accepted.find(({ code }) => code === stated.issuer)?.name[language];
  const until = typedDate(stated);
  return t.held(stated.level, issuer ?? t.unknown, isCivilDate(until) ? formatDate(until, language) : t.unknown);
}
