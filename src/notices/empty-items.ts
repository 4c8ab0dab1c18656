import type { Localized } from '../platform/language.ts';
import type { NoticeRecord } from './notice.ts';

/** An item without a word in it. */
export const isEmpty = (item: unknown): boolean =>
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
