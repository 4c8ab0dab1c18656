import {
  STANDARD_PLACES,
  languageItem,
  standardTexts,
  type PrintingRules,
} from '../../notices/compose/standard-texts.ts';
import type { NoticeRecord } from '../../notices/notice.ts';
import { LANGUAGES, type Language, type Localized } from '../../platform/language.ts';
import type { BilingualField, Item } from '../notice-fields.ts';
import type { Vacancy } from '../vacancy.ts';

/** Items that people do not write: those that stand before their own, and those after. */
export type LockedItems = { readonly first: readonly Localized<Item>[]; readonly last: readonly Localized<Item>[] };

const NONE: LockedItems = { first: [], last: [] };
const asItem = (text: string): Item => ({ heading: '', text });
const inBoth = ({ en, fr }: Localized): Localized<Item> => ({ en: asItem(en), fr: asItem(fr) });

/**
 * What of a field is generated from the regulations and from the facts of the notice: the standard paragraphs stand
 * first, the item on languages last. In a notice that was not written here nothing is generated.
 */
export function lockedItems(
  { path }: BilingualField,
  { composed, notice }: Pick<Vacancy, 'composed' | 'notice'>,
  rules: PrintingRules,
): LockedItems {
  if (!composed) return NONE;
  if (path === 'essential') {
    const item = languageItem(notice, rules);
    return item ? { first: [], last: [inBoth(item)] } : NONE;
  }
  const place = STANDARD_PLACES.find((known) => path === `otherText.${known}`);
  if (!place) return NONE;
  const texts = standardTexts(notice, rules).filter((text) => text.place === place);
  return { first: texts.map(({ text }) => inBoth(text)), last: [] };
}

/** A notice without the items of a field that are locked: what its form edits. */
export function withoutLocked(
  field: BilingualField,
  vacancy: Pick<Vacancy, 'composed' | 'notice'>,
  rules: PrintingRules,
): NoticeRecord {
  const { first, last } = lockedItems(field, vacancy, rules);
  const locked = [...first, ...last];
  if (locked.length === 0) return vacancy.notice;
  const isLocked = (language: Language) => new Set(locked.map((item) => item[language].text));
  return LANGUAGES.reduce((notice, language) => {
    const texts = isLocked(language);
    const own = field.read(notice, language).filter(({ text }) => !texts.has(text));
    return field.write(notice, language, own);
  }, vacancy.notice);
}
