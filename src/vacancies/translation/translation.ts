import type { NoticeRecord } from '../../notices/notice.ts';
import { otherLanguages, type Language } from '../../platform/language.ts';
import { ALL_FIELDS, FIELDS, PARTS, type BilingualField, type Item, type Part } from '../notice-fields.ts';
import { amendmentPermission, type TranslatedText, type Vacancy } from '../vacancy.ts';
import type { Permission } from '../../people/permissions.ts';
import type { VacancyStatus } from '../vacancy-state.ts';

/**
 * What became of a text in a language that is not the original's: `translation` stands, and nobody has dealt with it
 * here (it was imported); `needs-translation` is missing, or its original has changed since it was translated.
 */
export type TranslationState = 'translation' | 'needs-translation' | 'translated' | 'checked';
export type TextState = 'original' | TranslationState;

/** One paragraph, or one entry of a list, with its counterpart: what a translator deals with at a time. */
export type TranslationUnit = {
  /** Its field, language and item: `title.fr`, `essential.fr[3]`. */
  readonly key: string;
  readonly part: Part;
  readonly field: BilingualField;
  readonly index: number;
  readonly original: Item;
  readonly translation: Item;
  readonly state: TranslationState;
  /** A standard text of the organisation, which comes from its regulations in each language. */
  readonly locked: boolean;
  /** What a person made of it here, if anybody did. */
  readonly made: TranslatedText | undefined;
};

export const NO_ITEM: Item = { heading: '', text: '' };
export const isEmptyItem = ({ heading, text }: Item): boolean => heading + text === '';

/** An item as one text: what a translation is compared with, to see whether its original has changed. */
export const wholeText = ({ heading, text }: Item): string => [heading, text].filter(Boolean).join('\n');

export const unitKey = ({ path, shape }: BilingualField, language: Language, index: number): string =>
  shape === 'text' ? `${path}.${language}` : `${path}.${language}[${index}]`;

/** Of a notice that was written here, the standard paragraphs come from the regulations and are not translated again. */
const isLocked = ({ composed }: Pick<Vacancy, 'composed'>, { path }: BilingualField): boolean =>
  composed && path.startsWith('otherText.');

type Translatable = Pick<Vacancy, 'notice' | 'translations' | 'originalLanguage' | 'composed'>;

/** Every text of the notice with its translation, in the order they are read. */
export const translationUnits = (vacancy: Translatable, language: Language): TranslationUnit[] =>
  ALL_FIELDS.flatMap((field) => unitsOf(vacancy, field, language));

/** The part of each field, looked up once: a page asks it of every text. */
const PART_OF = new Map(PARTS.flatMap((part) => FIELDS[part].map(({ path }) => [path, part] as const)));

/** The texts of one field; as many as the longer side has items. */
export function unitsOf(vacancy: Translatable, field: BilingualField, language: Language): TranslationUnit[] {
  const originals = field.read(vacancy.notice, vacancy.originalLanguage);
  const items = field.read(vacancy.notice, language);
  const length = Math.max(originals.length, items.length);
  return Array.from({ length }, (_, index): TranslationUnit => {
    const key = unitKey(field, language, index);
    const original = originals[index] ?? NO_ITEM;
    const translation = items[index] ?? NO_ITEM;
    const made = vacancy.translations[key];
    const state = stateOf({ original, translation, made });
    return {
      key,
      part: PART_OF.get(field.path) ?? 'other',
      field,
      index,
      original,
      translation,
      state,
      locked: isLocked(vacancy, field),
      made,
    };
  }).filter(({ original, translation }) => !isEmptyItem(original) || !isEmptyItem(translation));
}

/** The state of a translation, from its original as it stands now and what was made of it. */
export function stateOf({
  original,
  translation,
  made,
}: Pick<TranslationUnit, 'original' | 'translation' | 'made'>): TranslationState {
  if (isEmptyItem(translation)) return 'needs-translation';
  if (!made) return 'translation';
  return made.original === wholeText(original) ? made.state : 'needs-translation';
}

/** Whether the original has changed since somebody last dealt with its translation. */
export const hasChanged = ({ made, original }: TranslationUnit): boolean =>
  made !== undefined && made.original !== wholeText(original);

export const isLeft = ({ state, locked }: TranslationUnit): boolean => state === 'needs-translation' && !locked;
export const isToCheck = ({ state, locked }: TranslationUnit): boolean =>
  !locked && (state === 'translated' || state === 'translation');

/** How far a translation has come; locked texts are not counted. */
export type TranslationProgress = { total: number; left: number; toCheck: number; checked: number };

export function progressOf(units: readonly TranslationUnit[]): TranslationProgress {
  const own = units.filter(({ locked }) => !locked);
  return {
    total: own.length,
    left: own.filter(isLeft).length,
    toCheck: own.filter(({ state }) => state === 'translated').length,
    checked: own.filter(({ state }) => state === 'checked').length,
  };
}

/** The languages that a notice is translated into. */
export const targetsOf = ({ originalLanguage }: Pick<Vacancy, 'originalLanguage'>): Language[] =>
  otherLanguages(originalLanguage);

/** The permission that changing a translation takes: once the public has seen the notice, the one to publish. */
export const translationPermission = (status: VacancyStatus): Permission =>
  amendmentPermission(status) === 'vacancies:edit' ? 'vacancies:translate' : amendmentPermission(status);

/**
 * The notice with other translations: by the key of a unit, the item in its place. Items keep their places; one that is
 * missing before another is empty, and nothing empty is left at the end.
 */
export function withTranslations(
  vacancy: Translatable,
  language: Language,
  items: ReadonlyMap<string, Item>,
): NoticeRecord {
  return ALL_FIELDS.reduce((notice, field) => {
    const changed = unitsOf(vacancy, field, language).filter(
      ({ key, locked, translation }) => !locked && !sameItem(items.get(key) ?? translation, translation),
    );
    if (changed.length === 0) return notice;
    const before = field.read(notice, language);
    const length = Math.max(before.length, ...changed.map(({ index }) => index + 1));
    const after = Array.from({ length }, (_, index) => before[index] ?? NO_ITEM);
    for (const { key, index } of changed) after[index] = items.get(key) ?? NO_ITEM;
    return field.write(notice, language, withoutEmptyEnd(after));
  }, vacancy.notice);
}

export const sameItem = (one: Item, other: Item): boolean => one.heading === other.heading && one.text === other.text;

export const withoutEmptyEnd = (items: readonly Item[]): Item[] =>
  items.slice(0, items.findLastIndex((item) => !isEmptyItem(item)) + 1);
