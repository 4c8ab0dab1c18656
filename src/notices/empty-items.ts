import { LANGUAGES, type Localized, type Translated } from '../platform/language.ts';
import type { FieldPath, MissingTranslation, NoticeRecord } from './notice.ts';

/** Items of two lists side by side of which one is the empty text, kept so that the others keep their counterparts. */
export function emptyCounterparts(
  field: FieldPath,
  text: Translated<string | readonly unknown[]>,
): MissingTranslation[] {
  const lists = LANGUAGES.flatMap((language) => {
    const own = text[language];
    return own === undefined || typeof own === 'string' ? [] : [{ language, own }];
  });
  const longest = Math.max(0, ...lists.map(({ own }) => own.length));
  return Array.from({ length: longest }).flatMap((_, index) => {
    const standing = lists.find(({ own }) => own[index] !== undefined && !isEmpty(own[index]));
    if (!standing) return [];
    return lists
      .filter(({ own }) => own[index] !== undefined && isEmpty(own[index]))
      .map(({ language }) => ({ field: `${field}[${index}]`, stands: standing.language, missing: language }));
  });
}

/** An item without a word in it. */
const isEmpty = (item: unknown): boolean =>
  item === '' || (typeof item === 'object' && item !== null && Object.values(item).every((value) => value === ''));

/** A notice without the items that are empty in a language: as it is read there. */
export function withoutEmptyItems(record: NoticeRecord): NoticeRecord {
  const filled = <Item>({ en, fr }: Localized<readonly Item[]>): Localized<readonly Item[]> => ({
    en: en.filter((item) => !isEmpty(item)),
    fr: fr.filter((item) => !isEmpty(item)),
  });
  const { otherText } = record;
  return {
    ...record,
    summary: filled(record.summary),
    challenges: filled(record.challenges),
    essential: filled(record.essential),
    desirable: filled(record.desirable),
    accountabilities: filled(record.accountabilities),
    competencies: filled(record.competencies),
    otherText: {
      preamble: filled(otherText.preamble),
      requirements: filled(otherText.requirements),
      contract: filled(otherText.contract),
      application: filled(otherText.application),
      additional: filled(otherText.additional),
    },
    otherFields: filled(record.otherFields),
    otherSections: filled(record.otherSections),
    links: filled(record.links),
  };
}
