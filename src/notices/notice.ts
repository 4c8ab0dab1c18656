import type { Language, Localized, Translated } from '../platform/language.ts';

export const ATTACHMENT_KINDS = ['cover-letter', 'essay-on-challenges', 'document'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

export const ATTACHMENT_FORMATS = ['word', 'pdf'] as const;
export type AttachmentFormat = (typeof ATTACHMENT_FORMATS)[number];

/** Where the post is: ISO 3166-1 country, where it is known, and the city by its English name. */
export type Location = { readonly country: string | null; readonly city: string };

/** The last day to apply ('YYYY-MM-DD') and the time ('HH:MM:SS') where one is printed; the zone is never printed. */
export type NoticeDeadline = { readonly date: string; readonly time: string | null };

/** Pay before additions, in the minor unit of its currency; `null` where only the currency is printed (posts without a grade). */
export type NoticeSalary = {
  readonly amountMinor: number | null;
  readonly currency: string;
  readonly period: 'monthly' | 'annual' | 'hourly' | null;
};

/** A document asked for beside the application form; what the notice doesn't say is `null` or empty. */
export type AttachmentRequest = {
  readonly kind: AttachmentKind;
  readonly maxPages: number | null;
  readonly pageSize: 'A4' | null;
  readonly formats: readonly AttachmentFormat[];
};

/** Posts of a notice that have the same grades, and how many there are: “two G17 and one G15-G17” is two groups. */
export type PostGroup = { readonly count: number; readonly grades: readonly string[] };

/**
 * The level in one official language and in another, on the organisation's own scale; which is the stronger is the
 * candidate's choice.
 */
export type LanguageRequirement = { readonly one: string; readonly other: string };

export type Accountability = { readonly heading: string; readonly text: string };
export type RequiredCompetency = { readonly name: string; readonly indicator: string };
export type HeaderField = { readonly label: string; readonly value: string };
export type OtherSection = { readonly heading: string; readonly paragraphs: readonly string[] };
type Texts = Localized<readonly string[]>;

/** What stands in the notice and is not read into a field of its own, by paragraph. */
export type OtherText = {
  /** Before section 1, with the fast track, budget and attachment paragraphs wherever they stand. */
  readonly preamble: Texts;
  /** In sections 2 to 5, outside their lists: what introduces nothing we know. */
  readonly requirements: Texts;
  readonly contract: Texts;
  readonly application: Texts;
  readonly additional: Texts;
};

/**
 * A vacancy notice as data: what a careful person reads in it. A text that a language lacks is absent, a list is
 * empty; `null` is a fact the notice does not give. Items stand without list mark and final mark.
 */
export type NoticeRecord = {
  readonly reference: string | null;
  readonly title: Translated;
  readonly location: Location | null;
  readonly body: string | null;
  readonly schedule: string | null;
  readonly deadline: NoticeDeadline | null;
  readonly salary: NoticeSalary | null;
  /** One grade, or the two of a twin-graded post, the lower first. */
  readonly grades: readonly string[];
  /** Where the notice announces several posts; absent, it announces one, of `grades`. */
  readonly posts?: readonly PostGroup[];
  /** Applications are received until the notice is withdrawn: “Ongoing” stands in place of a date. */
  readonly openEnded?: true;
  readonly clearance: string | null;
  readonly budgetPending: boolean;
  readonly fastTrack: boolean;
  readonly attachments: readonly AttachmentRequest[];
  readonly summary: Texts;
  readonly challenges: Texts;
  readonly essential: Texts;
  readonly desirable: Texts;
  readonly languages: LanguageRequirement | null;
  readonly accountabilities: Localized<readonly Accountability[]>;
  readonly interrelationships: Translated;
  readonly directReports: { readonly count: number | null; readonly breakdown: readonly ReportingUnit[] };
  readonly indirectReports: { readonly count: number | null };
  readonly competencies: Localized<readonly RequiredCompetency[]>;
  /** The clause by the organisation's code for it. */
  readonly contract: { readonly clause: string | null; readonly twinGradeNote: boolean };
  /** Stages as printed, each with its time and place. */
  readonly provisionalSchedule: readonly Translated[];

  /** “Perform any other related duty as assigned”, as printed. */
  readonly closingDuty: Translated;
  /** The sentences that introduce a list: “The incumbent must:”. */
  readonly introductions: {
    readonly essential: Translated;
    readonly desirable: Translated;
    readonly competencies: Translated;
  };
  readonly otherText: OtherText;
  /** Lines of the header whose label is not in the vocabulary. */
  readonly otherFields: Localized<readonly HeaderField[]>;
  /** Numbered sections whose heading is not in the vocabulary. */
  readonly otherSections: Localized<readonly OtherSection[]>;
  /** Addresses that stand alone on a line, as link targets do at the end of a page. */
  readonly links: Texts;
};

export type ReportingUnit = { readonly unit: string; readonly count: number };

/** Where something stands in the text: first and last line, counted from 1. */
export type Lines = { readonly from: number; readonly to: number };

/** A field of the record: `deadline`, `title.en`, `essential.fr[3]`. */
export type FieldPath = string;

export const DOUBT_KINDS = [
  'language-missing', // nothing of the notice stands in this language
  'cut-off', // the text ends before the notice does
  'field-missing', // a fact that notices give is not there
  'field-unread', // it is there, but not in a form we know: `values` holds it as printed
  'field-repeated', // it is there more than once in one language, differently
  'halves-differ', // the two languages give different facts: `values` holds both
  'deadline-open', // no date, but a word such as “Ongoing”
  'unknown-label', // a line of the header with a label we do not know
  'unknown-section', // a numbered section with a heading we do not know
  'section-missing',
  'section-repeated',
  'placeholder', // “see the other version” in place of the text
  'untranslated', // the text is that of the other language
  'one-language-only', // a text or item stands in this language alone
  'items-differ', // the two languages have lists of different length
  'items-unmarked', // a list without list marks: where an item starts is our guess
  'unknown-heading', // an accountability heading that is not in the vocabulary
  'unknown-competency',
  'languages-unusual', // the language requirement is not of the form “X in one, Y in the other”
  'unplaced-text', // a paragraph that is neither item nor introduction
] as const;
export type DoubtKind = (typeof DOUBT_KINDS)[number];

/** Something the reader was unsure of: a person decides. `lines` say where to look. */
export type Doubt = {
  readonly kind: DoubtKind;
  readonly field: FieldPath;
  readonly language?: Language;
  readonly lines: Lines;
  /** What was read, or printed, as the kind says. */
  readonly values: readonly string[];
};

/** A notice as it was read, with where each field stood and what is for a person to settle. */
export type ReadNotice = {
  readonly record: NoticeRecord;
  /**
   * By field; a fact of the header also by language (`deadline.fr`), and the heading of a section as
   * `sections.summary.en`.
   */
  readonly places: Readonly<Record<FieldPath, Lines>>;
  readonly doubts: readonly Doubt[];
};

export const stands = (text: string | readonly unknown[] | undefined) => text !== undefined && text.length > 0;
