import type { Localized } from '../platform/language.ts';
import type { Reader } from './browser-testing.ts';

/** What the journey brings to an organisation, and what it must find there; all else is read from its own folder. */
export type JourneyOrganisation = {
  /** The folder in `organisations/`. */
  folder: string;
  notice: JourneyNotice;
  /** The header field that the notice is left without, and what the recruiter writes into it. */
  gap: { field: 'clearance' | 'grades'; value: Localized };
  /** What is chosen in each official language, as the form names it. */
  levels: Record<string, Localized>;
  /** The most pages of the letter, which alone is attached. */
  letterPages: number;
  /** What follows from another document that was asked for and is left out, told before submission. */
  leftOut?: Localized;
  /** What stands on the vacancy’s page: grade, levels, place, the hour of the deadline and its zone, the clearance if any. */
  portal: Localized<string[]>;
  /** Words of other organisations: no page says them unless the notice does. */
  strange: RegExp;
  /** The colour of `theme.css`, in the light and in the dark. */
  accent: { light: string; dark: string };
};

export type JourneyNotice = {
  /** The notice of a demonstration that it is made from. */
  file: string;
  title: Localized;
  /** How many essential requirements it has. */
  essential: number;
  /** What is put in the place of what; the gap is made here. */
  changes: [RegExp, string][];
};

/** Two readers who differ in everything: enough where the first organisation’s journey has been walked by four. */
export const TWO_READERS: Reader[] = [
  { language: 'en', javaScript: true, width: 1280 },
  { language: 'fr', javaScript: false, width: 320, dark: true },
];

const NO_CLEARANCE: JourneyNotice['changes'] = [
  [/^Clearance Level: .*\n/m, ''],
  [/^Niveau de l’habilitation de sécurité.*\n\n?/m, ''],
];

const RIVER_BASIN_DATA: JourneyNotice = {
  file: 'northern-rivers/demonstration/260114.txt',
  title: { en: 'Officer, River Basin Data', fr: 'Administratrice/Administrateur (données de bassin)' },
  essential: 6,
  changes: NO_CLEARANCE,
};

const OUR_ACCENT = { light: '#174f63', dark: '#86c5da' };

export const NORTHERN_RIVERS: JourneyOrganisation = {
  folder: 'northern-rivers',
  notice: RIVER_BASIN_DATA,
  gap: { field: 'clearance', value: { en: 'Northern Secret (NS)', fr: 'Nord Secret (NS)' } },
  levels: {
    en: { en: 'V · Advanced', fr: 'V · avancé' },
    fr: { en: 'II · Elementary', fr: 'II · élémentaire' },
  },
  letterPages: 2,
  portal: {
    en: ['G15', 'V in one, II in the other', 'Brussels', 'at 23:59:59, Brussels time', 'NS'],
    fr: ['G15', 'V dans l’une, II dans l’autre', 'Bruxelles', '23 h 59 min 59 s, heure de Bruxelles', 'NS'],
  },
  strange: /\bNATO\b|\bOTAN\b|Southern Rivers|rivières du Sud/,
  accent: OUR_ACCENT,
};

/** NATO’s own rules and words on a notice of our own: no text of NATO’s is copied here. */
export const NATO_IS: JourneyOrganisation = {
  folder: 'nato-is',
  notice: {
    ...RIVER_BASIN_DATA,
    changes: [
      ...NO_CLEARANCE,
      [/^\tNRC\t.*\n\tCRN\t.*$/m, '\tNATO\n\tOTAN'],
      [/Northern Rivers Commission \(NRC\)/g, 'NATO International Staff (NATO IS)'],
      [/Commission des rivières du Nord \(CRN\)/g, 'OTAN SI'],
      [/\bla Commission\b/g, 'l’Organisation'],
      [/\bLa Commission\b/g, 'L’Organisation'],
      [/\bCommission\b/g, 'Organisation'],
    ],
  },
  // The levels have no French names.
  gap: { field: 'clearance', value: { en: 'NATO SECRET (NS)', fr: 'NS' } },
  levels: {
    en: { en: 'VI · Proficiency', fr: 'VI' },
    fr: { en: 'III · Intermediate', fr: 'III · intermédiaire' },
  },
  letterPages: 2,
  portal: NORTHERN_RIVERS.portal,
  strange: /Northern Rivers|rivières du Nord|Southern Rivers|rivières du Sud/,
  accent: OUR_ACCENT,
};

export const RIVERS_COMMISSION: JourneyOrganisation = {
  folder: 'rivers-commission',
  notice: {
    file: 'rivers-commission/demonstration/260321.txt',
    title: { en: 'Legal Officer, Agreements on Groundwater', fr: 'Juriste (accords sur les eaux souterraines)' },
    essential: 5,
    changes: [
      [/^Grade: .*\n/m, ''],
      [/^Grade\s: .*\n\n?/m, ''],
    ],
  },
  gap: { field: 'grades', value: { en: 'AD9', fr: 'AD9' } },
  levels: {
    en: { en: 'B2 · Vantage', fr: 'B2 · avancé' },
    fr: { en: 'C1 · Effective operational proficiency', fr: 'C1 · autonome' },
    es: { en: 'C2 · Mastery', fr: 'C2 · maîtrise' },
  },
  letterPages: 1,
  leftOut: {
    en: 'the admissions office asks for it once, within five working days',
    fr: 'le bureau des admissions le réclame une fois, sous cinq jours ouvrables',
  },
  portal: {
    en: [
      'AD9',
      'C1 in one, C1 in another',
      'English, French and Spanish, as you choose',
      'Zaragoza',
      'at 12:00:00, Lisbon time',
    ],
    fr: [
      'AD9',
      'C1 dans l’une, C1 dans une autre',
      'anglais, français et espagnol, à votre choix',
      'Saragosse',
      '12 h 00 min 00 s, heure de Lisbonne',
    ],
  },
  strange:
    /internal portal|portail interne|\bNATO\b|\bOTAN\b|\bNS\b|clearance|habilitation|Northern Rivers|rivières du Nord|Brussels|Bruxelles|23:59|23\sh\s59|G1\d|twin|jumelé|double grade|not the European framework|non le cadre européen/i,
  accent: { light: '#34417f', dark: '#a9b6f2' },
};
