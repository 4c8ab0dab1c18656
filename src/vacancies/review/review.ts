import type { Doubt, DoubtKind, NoticeRecord } from '../../notices/notice.ts';
import { missingTranslations, type MissingTranslation } from '../../notices/missing-translations.ts';
import type { Difference } from '../notice-differences.ts';
import { factOf, fieldAt, isFact } from '../notice-fields.ts';

/** A doubt of the reader and what a person made of it: looked at and right as read, or mended by an edit. */
export type ReviewedDoubt = Doubt & { readonly state: 'open' | 'confirmed' | 'mended' };

export const openDoubt = (doubt: Doubt): ReviewedDoubt => ({ ...doubt, state: 'open' });

/**
 * What a finding does to publication: `error` stands in its way until a person settles it, `translation` needs a
 * reason to publish without, `check` is a warning of the linter, `note` is to be looked at and nothing more.
 */
export type Weight = 'error' | 'translation' | 'check' | 'note';

const WEIGHTS: Record<DoubtKind, Weight> = {
  'language-missing': 'translation',
  'cut-off': 'error',
  'field-missing': 'error',
  'field-unread': 'error',
  'field-repeated': 'error',
  'halves-differ': 'error',
  'deadline-open': 'error',
  'unknown-label': 'note',
  'unknown-section': 'note',
  'section-missing': 'error',
  'section-repeated': 'error',
  placeholder: 'translation',
  untranslated: 'translation',
  'one-language-only': 'translation',
  'items-differ': 'error',
  'items-unmarked': 'note',
  'unknown-heading': 'note',
  'unknown-competency': 'note',
  'languages-unusual': 'error',
  'unplaced-text': 'note',
};

export const weightOf = ({ kind }: Doubt): Weight => WEIGHTS[kind];

const isOpen = ({ state }: ReviewedDoubt): boolean => state === 'open';

export const openErrors = (doubts: readonly ReviewedDoubt[]): ReviewedDoubt[] =>
  doubts.filter((doubt) => isOpen(doubt) && weightOf(doubt) === 'error');

/** Figures for the head of the review page and the list. */
export type ReviewCounts = { errors: number; translations: number; notes: number };

/** What is still for a person: a missing translation counts once, whether its absence was read or is a doubt as well. */
export function reviewCounts(notice: NoticeRecord, doubts: readonly ReviewedDoubt[]): ReviewCounts {
  const open = doubts.filter(isOpen);
  const weighing = (weight: Weight) => open.filter((doubt) => weightOf(doubt) === weight);
  const translations = [...missingTranslations(notice).map(keyOf), ...weighing('translation').map(keyOfDoubt)];
  return {
    errors: weighing('error').length,
    translations: new Set(translations).size,
    notes: weighing('note').length,
  };
}

const keyOf = ({ field, missing }: MissingTranslation): string => `${fieldRoot(field)} ${missing}`;
const keyOfDoubt = ({ field, language, kind }: Doubt): string => `${fieldRoot(field)} ${language ?? kind}`;

/** The field a path belongs to, whatever its language and item: `essential.fr[3]` > `essential`. */
export const fieldRoot = (path: string): string => path.replace(/\[.*$/, '').replace(/\.(en|fr)$/, '');

/**
 * The doubts after an edit. One about a text is mended when that side of it has changed; one that the notice still
 * shows (lists of different length, a fact that is missing) stays open until it is gone or looked at.
 */
export function mendDoubts(
  doubts: readonly ReviewedDoubt[],
  changed: readonly Difference[],
  notice: NoticeRecord,
): ReviewedDoubt[] {
  return doubts.map((doubt) =>
    isOpen(doubt) && isTouched(doubt, changed) && !stillShows(doubt, notice) ? { ...doubt, state: 'mended' } : doubt,
  );
}

const isTouched = ({ field, language }: Doubt, changed: readonly Difference[]): boolean =>
  changed.some(
    (difference) =>
      fieldRoot(field) === difference.path &&
      (language === undefined || difference.language === undefined || difference.language === language),
  );

function stillShows({ kind, field }: Doubt, notice: NoticeRecord): boolean {
  const root = fieldRoot(field);
  const bilingual = fieldAt(root);
  if (kind === 'items-differ' && bilingual)
    return bilingual.read(notice, 'en').length !== bilingual.read(notice, 'fr').length;
  if (kind !== 'field-missing' || !isFact(root)) return false;
  const value = factOf(notice, root);
  return value === null || (Array.isArray(value) && value.length === 0);
}
