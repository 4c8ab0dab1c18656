import { join } from 'node:path';
import { COUNTRY_CODES, countryName } from '../regulations/organisation/countries.ts';
import { problemLine, readCheckedYaml, type Problem } from '../regulations/organisation/checked-yaml.ts';
import type { Grades } from '../regulations/organisation/organisation.ts';
import { LANGUAGES, type Language } from '../platform/language.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { phraseBook, type Forms, type PhraseBook } from './import/phrases.ts';
import { wordsOf } from './import/words.ts';
import { GRADES_FILE } from '../regulations/organisation/grades-schema.ts';
import type { AttachmentFormat, AttachmentKind } from './notice.ts';
import {
  VOCABULARY,
  VOCABULARY_FILE,
  type HeaderLabel,
  type Section,
  type VocabularyData,
} from './vocabulary-schema.ts';

/** The words a notice is read by, ready to be looked up; one organisation's, with those it extends. */
export type Vocabulary = {
  readonly data: VocabularyData;
  readonly banner: PhraseBook;
  readonly labels: PhraseBook<HeaderLabel>;
  readonly bodies: PhraseBook;
  readonly schedules: PhraseBook;
  readonly periods: PhraseBook<'monthly' | 'annual' | 'hourly'>;
  readonly currencies: PhraseBook;
  readonly clearances: PhraseBook;
  readonly gradeWords: PhraseBook;
  readonly postWords: PhraseBook;
  readonly openDeadlines: PhraseBook;
  readonly cities: PhraseBook;
  readonly countries: PhraseBook;
  readonly sections: PhraseBook<Section>;
  readonly requirementHeadings: PhraseBook<'essential' | 'desirable'>;
  readonly introductions: PhraseBook<'essential' | 'desirable' | 'competencies' | 'challenges'>;
  readonly accountabilityHeadings: PhraseBook;
  readonly closingDuty: PhraseBook;
  readonly reports: PhraseBook<'direct' | 'indirect'>;
  readonly noReports: PhraseBook;
  readonly competencies: PhraseBook;
  readonly languageItems: PhraseBook;
  readonly languageParts: PhraseBook<'one' | 'other' | 'both'>;
  readonly languageLevels: PhraseBook;
  /** A level by its code, as a word of its own. */
  readonly levelCode: RegExp;
  readonly grades: GradeForms;
  /** The first words of all that a paragraph beside the summary may have: without one, it is none. */
  readonly asideWords: ReadonlySet<string>;
  readonly budgetPending: PhraseBook;
  readonly fastTrack: PhraseBook;
  readonly attachments: PhraseBook<AttachmentKind>;
  readonly attachmentRequests: PhraseBook;
  readonly attachmentFormats: PhraseBook<AttachmentFormat>;
  readonly contractClauses: PhraseBook;
  readonly twinGradeNote: PhraseBook;
  readonly provisionalSchedule: PhraseBook;
  readonly placeholders: PhraseBook;
  readonly clearanceWords: PhraseBook;
  readonly standardParagraphs: PhraseBook;
  /** Names of months and of numbers up to twelve, by language, folded: the place in the list plus one is the number. */
  readonly months: Readonly<Record<Language, readonly string[]>>;
  readonly numbers: ReadonlyMap<string, number>;
};

/** The grades a notice may print: a letter or more and a number, or a name from before. */
export type GradeForms = { readonly letters: readonly string[]; readonly older: Readonly<Record<string, string>> };

export const VOCABULARY_NAME = 'notice-vocabulary.yaml';
/** One vocabulary extends another, and that one a third at most. */
const DEEPEST = 3;

/** The vocabulary of an organisation's folder; throws with every problem as `FILE:LINE: message`. */
export function loadVocabulary(folder: string): Vocabulary {
  const vocabulary = readVocabulary(folder);
  if (!vocabulary.ok) throw new Error(vocabulary.refusal.map(problemLine).join('\n'));
  return vocabulary.value;
}

/** The vocabulary of an organisation's folder, or everything that is wrong in it and in those it extends. */
export function readVocabulary(folder: string): Result<Vocabulary, Problem[]> {
  const words = readWords(folder);
  const grades = readCheckedYaml(join(folder, 'grades.yaml'), GRADES_FILE);
  if (!words.ok) return words;
  return grades.ok ? ok(vocabularyOf(words.value, grades.value)) : grades;
}

/** A vocabulary of words that are complete, for the grades of its organisation. */
export const vocabularyOf = (words: VocabularyData, grades: Pick<Grades, 'order' | 'olderNames'>): Vocabulary =>
  compiled(words, gradeForms(grades));

/** The words alone: those of the folder's own file, with those it extends. */
export function readWords(folder: string): Result<VocabularyData, Problem[]> {
  const merged = readMerged(folder, DEEPEST);
  if (!merged.ok) return merged;
  const complete = VOCABULARY.safeParse(merged.value);
  if (complete.success) return ok(complete.data);
  const file = join(folder, VOCABULARY_NAME);
  return refuse(
    complete.error.issues.map(({ path, message }) => ({ file, line: 1, message: `${path.join('.')}: ${message}` })),
  );
}

function readMerged(folder: string, deepest: number): Result<Entries, Problem[]> {
  const file = join(folder, VOCABULARY_NAME);
  const own = readCheckedYaml(file, VOCABULARY_FILE);
  if (!own.ok) return own;
  const { extends: base, replaces, onlyRead: _, ...entries } = own.value;
  if (base === undefined) return ok(entries);
  if (deepest === 1) return refuse([{ file, line: 1, message: 'extends: this goes round in a circle, or too deep' }]);
  const extended = readMerged(join(folder, '..', base), deepest - 1);
  if (!extended.ok) return extended;
  const kept = Object.entries(extended.value).filter(([key]) => !(replaces as string[]).includes(key));
  return ok(merge(Object.fromEntries(kept), entries));
}

type Entries = Readonly<Record<string, unknown>>;
const isEntries = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Own entries before those of the base: lists are joined, the forms of one code too; a single value is replaced. */
function merge(base: Entries, own: Entries): Entries {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(own)) merged[key] = mergeValue(base[key], value);
  return merged;
}

function mergeValue(base: unknown, own: unknown): unknown {
  if (isEntries(base) && isEntries(own)) return merge(base, own);
  if (Array.isArray(base) && Array.isArray(own)) return [...new Set<unknown>([...own, ...base])];
  return own;
}

/** The letters of the organisation's grades, those of the lowest first, and the names that they had before. */
const gradeForms = ({ order, olderNames }: Pick<Grades, 'order' | 'olderNames'>): GradeForms => ({
  letters: [...new Set(order.map((grade) => grade.replace(/[^A-Z].*$/, '')))],
  older: olderNames,
});

/** Any of some codes as a word of its own, the longest first. */
function codePattern(codes: readonly string[]): RegExp {
  const longestFirst = codes
    .toSorted((a, b) => b.length - a.length)
    .map((code) => code.replace(/[^A-Za-z0-9]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\d])(?:${longestFirst.join('|') || '(?!)'})(?![\\p{L}\\d])`, 'u');
}

const book = (forms: Forms) => phraseBook({ it: forms });

function compiled(data: VocabularyData, grades: GradeForms): Vocabulary {
  const full = <Code extends string>(terms: Partial<Record<Code, Forms>>) => phraseBook(terms as Record<Code, Forms>);
  return {
    data,
    grades,
    ...compiledHeader(data),
    sections: full(data.sections),
    requirementHeadings: full(data.requirementHeadings),
    introductions: full(data.introductions),
    accountabilityHeadings: phraseBook(data.accountabilityHeadings),
    closingDuty: book(data.closingDuty),
    reports: full(data.reports),
    noReports: book(data.noReports),
    competencies: phraseBook(data.competencies),
    languageItems: book(data.languageRequirement.items),
    languageParts: phraseBook({
      one: data.languageRequirement.one,
      other: data.languageRequirement.other,
      both: data.languageRequirement.both,
    }),
    languageLevels: phraseBook(data.languageLevels),
    levelCode: codePattern(Object.keys(data.languageLevels)),
    ...compiledAsides(data),
    contractClauses: phraseBook(data.contractClauses),
    twinGradeNote: book(data.twinGradeNote),
    provisionalSchedule: book(data.provisionalSchedule),
    placeholders: book(data.placeholders),
    clearanceWords: book(data.clearanceWords),
    standardParagraphs: phraseBook(data.standardParagraphs),
    numbers: numbersOf(data),
  };
}

function compiledAsides(data: VocabularyData) {
  const books = {
    budgetPending: book(data.budgetPending),
    fastTrack: book(data.fastTrack),
    attachments: phraseBook(data.attachments as Record<AttachmentKind, Forms>),
    attachmentRequests: book(data.attachmentRequests),
  };
  const asideWords = new Set(Object.values(books).flatMap((aside: PhraseBook) => [...aside.keys()]));
  const attachmentFormats = phraseBook(data.attachmentFormats as Record<AttachmentFormat, Forms>);
  return { ...books, asideWords, attachmentFormats };
}

const compiledHeader = (data: VocabularyData) => ({
  banner: book(data.banner),
  labels: phraseBook(data.labels as Record<HeaderLabel, Forms>),
  bodies: phraseBook(data.bodies),
  schedules: phraseBook(data.schedules),
  periods: phraseBook(data.periods as Record<'monthly' | 'annual' | 'hourly', Forms>),
  currencies: phraseBook(data.currencies),
  clearances: phraseBook(data.clearances),
  gradeWords: phraseBook(data.gradeWords),
  postWords: book(data.postWords),
  openDeadlines: book(data.openDeadlines),
  cities: phraseBook(data.cities),
  countries: phraseBook(countryForms(data)),
  months: { en: data.months.en.map(keyOfName), fr: data.months.fr.map(keyOfName) },
});

const keyOfName = (name: string) => wordsOf(name).at(0)?.key ?? '';

/** Each country's names as Unicode gives them, its code, and the forms the file adds. */
function countryForms(data: VocabularyData): Record<string, Forms> {
  const formsOf = (code: string, language: Language) => [
    countryName(code, language),
    code,
    ...(data.countries[code]?.[language] ?? []),
  ];
  return Object.fromEntries(COUNTRY_CODES.map((code) => [code, { en: formsOf(code, 'en'), fr: formsOf(code, 'fr') }]));
}

/** « une page » counts as « un »: French numbers agree with what they count. */
const FEMININE_ONE = 'une';

function numbersOf(data: VocabularyData): ReadonlyMap<string, number> {
  const named = LANGUAGES.flatMap((language) =>
    data.numbers[language].map((name, index) => [keyOfName(name), index + 1] as const),
  );
  return new Map([...named, [FEMININE_ONE, 1]]);
}
