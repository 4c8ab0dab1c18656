import type { Language, Localized } from '../../platform/language.ts';
import { plural } from '../../site/numbers.ts';
import { fillIn, VACANCY_TEXTS } from '../vacancy-texts.ts';

/** How many files came to what. */
export type ImportCounts = Record<'draft' | 'offer' | 'unchanged' | 'refused', number>;

const inEach = (say: (language: Language) => string): Localized => ({ en: say('en'), fr: say('fr') });

/** Within a line of output: what the page says, without its capital. */
const within = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const ofPage = (say: (t: (typeof VACANCY_TEXTS)[Language]['import'], language: Language) => string): Localized =>
  inEach((language) => within(say(VACANCY_TEXTS[language].import, language)));

/** What came of a file that was imported, after its reference. */
export const IMPORTED = {
  draft: (doubts: number) => ofPage((t, language) => plural(doubts, t.draft, language)),
  offer: (n: number) => ofPage((t) => fillIn(t.offer, { n })),
  unchanged: (n: number) => ofPage((t) => fillIn(t.identical, { n })),
} as const;

/** Why a file cannot be read, by the system’s code. */
export const NOT_READ: Readonly<Record<string, Localized>> = {
  ENOENT: { en: 'no such file', fr: 'fichier introuvable' },
  EISDIR: { en: 'this is a folder', fr: 'ceci est un dossier' },
  EACCES: { en: 'this file may not be read', fr: 'ce fichier ne peut pas être lu' },
};

const TOTALS = {
  draft: { en: { one: '{n} draft', other: '{n} drafts' }, fr: { one: '{n} projet', other: '{n} projets' } },
  offer: {
    en: { one: '{n} version offered', other: '{n} versions offered' },
    fr: { one: '{n} version proposée', other: '{n} versions proposées' },
  },
  unchanged: {
    en: { one: '{n} unchanged', other: '{n} unchanged' },
    fr: { one: '{n} inchangé', other: '{n} inchangés' },
  },
  refused: { en: { one: '{n} refused', other: '{n} refused' }, fr: { one: '{n} refusé', other: '{n} refusés' } },
} as const;
const ORDER = ['draft', 'offer', 'unchanged', 'refused'] as const;

/** The last line of a run over several files. */
export const IMPORT_REPORT = (counts: ImportCounts): Localized =>
  inEach((language) => ORDER.map((kind) => plural(counts[kind], TOTALS[kind][language], language)).join(', '));
