import type { Language } from '../../platform/language.ts';
import type { NoticeRecord } from '../notice.ts';
import { languagesOf } from '../missing-translations.ts';
import { headerFields } from './header-fields.ts';
import { preambleTexts } from './stated-facts.ts';
import { sectionsOf, textBlocks } from './notice-sections.ts';
import { formOf } from './printed-form.ts';
import type { House, NoticeBlock, PrintedField, PrintedSection } from './printed-notice.ts';

/** A notice as it is printed, whatever it is printed as: one part for each language, in the order they are read. */
export type NoticeDocument = {
  readonly reference: string | null;
  /** The civil day that the document says it was made on, the same for the same record: ‘YYYY-MM-DD’. */
  readonly madeOn: string;
  /** The colour of headings and rules, `#174f63`. */
  readonly accent: string;
  readonly parts: readonly NoticePart[];
};

export type NoticePart = {
  readonly language: Language;
  /** Whose notice it is, as stands at the head of its pages. */
  readonly issuer: string;
  /** Words in capitals above the title of a plain text, which the reader knows to be no part of the notice. */
  readonly banner: string | undefined;
  /** `undefined` where the record has no title in this language. */
  readonly title: string | undefined;
  readonly fields: readonly PrintedField[];
  /** The label that ends the header. */
  readonly description: string;
  /** Before section 1. */
  readonly preamble: readonly NoticeBlock[];
  readonly sections: readonly PrintedSection[];
  readonly links: readonly string[];
};

/** That of the site: `--accent` in `site/styles/tokens.css`. */
const ACCENT = '#174f63';

/**
 * A record as a printed notice, in the languages in which it says anything, or in some of them. All that the record
 * holds is there; a fact that none of its texts tells is told in words of the organisation.
 */
export function noticeDocument(
  record: NoticeRecord,
  house: House,
  languages: readonly Language[] = languagesOf(record),
): NoticeDocument {
  const parts = languages.map((language) => partOf(record, house, language));
  return { reference: record.reference, madeOn: dayOf(record), accent: house.accent ?? ACCENT, parts };
}

function partOf(record: NoticeRecord, house: House, language: Language): NoticePart {
  const { labels, banner } = house.vocabulary.data;
  return {
    language,
    issuer: house.organisation.name[language],
    banner: banner[language].find((form) => /[\p{L}\d] [\p{L}\d]/u.test(form)),
    title: record.title[language],
    fields: headerFields(record, house, language),
    description: formOf(labels.description, language) ?? 'Description',
    preamble: textBlocks(preambleTexts(record, house, language)),
    sections: sectionsOf(record, house, language),
    links: record.links[language],
  };
}

/** A notice is dated by the year of its reference, so that one record makes one file, whenever that is done. */
function dayOf({ reference, deadline }: NoticeRecord): string {
  const year = reference === null ? deadline?.date.slice(0, 4) : `20${reference.slice(0, 2)}`;
  return `${year ?? '2000'}-01-01`;
}

/** The parts with their titles as a file names itself: « Officer (260114) – Administratrice (260114) ». */
export const documentTitle = ({ parts, reference }: NoticeDocument): string => {
  const titles = [...new Set(parts.flatMap(({ title }) => title ?? []))].join(' – ');
  return [titles, reference === null ? '' : `(${reference})`].filter((part) => part !== '').join(' ');
};
