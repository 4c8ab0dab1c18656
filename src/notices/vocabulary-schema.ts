import { z } from 'zod';
import { LANGUAGES } from '../platform/language.ts';
import { ATTACHMENT_FORMATS, ATTACHMENT_KINDS } from './notice.ts';
import { source } from '../regulations/organisation/schema-parts.ts';
import { comparable } from './import/words.ts';

export const HEADER_LABELS = [
  'title',
  'location',
  'body',
  'schedule',
  'deadline',
  'salary',
  'grade',
  'clearance',
  'reference',
  'description',
] as const;
export type HeaderLabel = (typeof HEADER_LABELS)[number];

/** The sections of a notice in their order; the number of each is its place here. */
export const SECTIONS = [
  'summary',
  'qualifications',
  'accountabilities',
  'interrelationships',
  'competencies',
  'contract',
  'application',
  'additional',
] as const;
export type Section = (typeof SECTIONS)[number];

export const INTRODUCTIONS = ['essential', 'desirable', 'competencies', 'challenges'] as const;
const PERIODS = ['monthly', 'annual', 'hourly'] as const;

const form = z.string().refine((text) => comparable(text) !== '', 'A form needs a word');
const forms = z.strictObject({
  en: z.array(form).default([]),
  fr: z.array(form).default([]),
  source: z.string().optional(),
});
const noForms = forms.default({ en: [], fr: [] });
const term = z.strictObject({ en: z.array(form).min(1), fr: z.array(form).min(1) });
const indicator = z.strictObject({ en: form, fr: form });
const competency = forms.extend({ indicators: z.array(indicator).default([]) });
const city = forms.extend({ country: z.string().regex(/^[A-Z]{2}$/, 'A country is two capitals (ISO 3166-1)') });
const twelve = z.array(form).length(12, 'A year has twelve months, and we count to twelve');

/** Every code of a fixed list, each with its forms; a form may not stand for two codes in one language. */
const table = <Code extends string>(codes: readonly Code[]) =>
  z.partialRecord(z.enum(codes as readonly [Code, ...Code[]]), forms).superRefine(eachFormOnce);

/** Codes that an organisation chooses. */
const openTable = <Entry extends typeof forms>(entry: Entry) => z.record(z.string(), entry).superRefine(eachFormOnce);

function eachFormOnce(entries: Readonly<Record<string, unknown>>, context: z.RefinementCtx) {
  for (const language of LANGUAGES) {
    const all = Object.entries(entries).flatMap(([code, entry]) =>
      (entry as z.output<typeof forms>)[language].map((text) => ({ code, text, key: comparable(text) })),
    );
    const first = new Map(all.toReversed().map(({ key, code }) => [key, code]));
    for (const { code, text, key } of all) {
      const message = `“${text}” already stands for ${first.get(key)}`;
      if (first.get(key) !== code) context.addIssue({ code: 'custom', path: [code, language], message });
    }
  }
}

const entries = {
  source,
  banner: forms,
  labels: table(HEADER_LABELS),
  bodies: openTable(forms),
  schedules: openTable(forms),
  periods: table(PERIODS),
  currencies: openTable(forms),
  clearances: openTable(forms),
  gradeWords: openTable(forms),
  /** What a notice counts where it announces several: “3 posts”. */
  postWords: noForms,
  openDeadlines: forms,
  months: z.strictObject({ en: twelve, fr: twelve }),
  cities: z.record(z.string(), city),
  countries: openTable(forms),
  sections: table(SECTIONS),
  requirementHeadings: table(['essential', 'desirable']),
  introductions: table(INTRODUCTIONS),
  accountabilityHeadings: openTable(forms),
  closingDuty: forms,
  reports: table(['direct', 'indirect']),
  noReports: forms,
  competencies: z.record(z.string(), competency),
  languageRequirement: z.strictObject({ items: forms, one: forms, other: forms, both: forms }),
  /** By the codes of `languages.yaml`; a level is read by its code as well. */
  languageLevels: openTable(forms),
  budgetPending: forms,
  fastTrack: forms,
  attachments: table(ATTACHMENT_KINDS),
  attachmentRequests: forms,
  attachmentFormats: table(ATTACHMENT_FORMATS),
  numbers: z.strictObject({ en: twelve, fr: twelve }),
  /** By the codes of `contracts.yaml`. */
  contractClauses: openTable(forms),
  twinGradeNote: forms,
  provisionalSchedule: forms,
  placeholders: forms,
  /** Labels that are read, but say something else than what they stand for: a finding. */
  misleadingLabels: noForms,
  /** Acronyms that need no expansion here. */
  knownAcronyms: noForms,
  /** By which a paragraph speaks of a security clearance. */
  clearanceWords: noForms,
  /** What notices say in words that hardly change, by a code for each: words that no other paragraph has. */
  standardParagraphs: openTable(forms).default({}),
  /** Terms with their counterparts: the first is the usual one. */
  terms: z.array(term).default([]),
};

/** A vocabulary that has all it needs. */
export const VOCABULARY = z.strictObject(entries);
export type VocabularyData = z.output<typeof VOCABULARY>;

/** Tables whose codes stand in another file of the organisation as well. */
export const SHARED_TABLES = ['bodies', 'clearances', 'languageLevels', 'attachments', 'contractClauses'] as const;
export type SharedTable = (typeof SHARED_TABLES)[number];

/** A vocabulary file: complete, or what it adds to the one it extends. */
export const VOCABULARY_FILE = VOCABULARY.partial().extend({
  extends: z
    .string()
    .regex(/^[\w-]+$/)
    .optional(),
  /** Tables that stand as this file gives them, without the words of the vocabulary it extends. */
  replaces: z.array(z.enum(Object.keys(entries) as [keyof typeof entries])).default([]),
  /** Codes that are read where a notice has them, though the organisation's own files don't: those of another body. */
  onlyRead: z.partialRecord(z.enum(SHARED_TABLES), z.array(z.string()).min(1)).default({}),
});
