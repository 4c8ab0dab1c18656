import { LANGUAGES, otherLanguages, type Language, type Localized, type Translated } from '../platform/language.ts';
import { withoutEmptyItems } from '../notices/empty-items.ts';
import type { NoticeRecord } from '../notices/notice.ts';
import type { Vocabulary } from '../notices/vocabulary.ts';
import { speaksOfDegree } from '../regulations/education/education.ts';
import type { Question } from '../regulations/questions/question-schema.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { isOpen } from '../vacancies/publication/publication.ts';
import type { Audience, Correction, Vacancy } from '../vacancies/vacancy.ts';

/** What the codes of a notice are called. */
export type NoticeNames = {
  place: Translated | undefined;
  body: Translated | undefined;
  schedule: Translated | undefined;
  /** The full name of the clearance, where the organisation gives one. */
  clearance: Translated | undefined;
  /** Why a clause of the contract means what it does: its short form and where that is laid down. */
  contract: { headline: Translated; source: Localized } | undefined;
  attachments: Record<string, Translated>;
};

/** A vacancy as the public reads it. */
export type VacancyView = {
  reference: string;
  notice: NoticeRecord;
  names: NoticeNames;
  /** The organisation's, ISO 639-1: levels are asked for in two of them. */
  officialLanguages: readonly string[];
  open: boolean;
  /** None where applications are received until the post is filled. */
  deadlineAt: Date | null;
  deadlineZone: string;
  publishedAt: Date;
  audience: Audience;
  corrections: readonly Correction[];
  /** What whoever applies is asked: the organisation's own questions, then those of the vacancy. */
  questions: readonly Question[];
  /** Whether an essential requirement speaks of a degree. */
  aboutDegrees: boolean;
};

type Book = { organisation: Organisation; vocabulary: Pick<Vocabulary, 'data'> };

/** The public view of a vacancy at `now`; nothing of one that has never been published. */
export function vacancyView(vacancy: Vacancy, book: Book, now: Date): VacancyView | undefined {
  const { reference, deadlineAt, deadlineZone, publishedAt, audience, corrections } = vacancy;
  const notice = withoutEmptyItems(vacancy.notice);
  if (!publishedAt || (!deadlineAt && !notice.openEnded)) return undefined;
  const names = noticeNames(notice, book);
  const officialLanguages = book.organisation.languages.official;
  return {
    reference,
    notice,
    names,
    officialLanguages,
    open: isOpen(vacancy, now),
    deadlineAt,
    deadlineZone,
    publishedAt,
    audience,
    corrections,
    questions: [...book.organisation.questions, ...vacancy.questions],
    aboutDegrees: LANGUAGES.some((language) =>
      notice.essential[language].some((text) => speaksOfDegree({ [language]: text }, book.organisation.education)),
    ),
  };
}

function noticeNames(notice: NoticeRecord, { organisation, vocabulary }: Book): NoticeNames {
  const { documents, clearances, bodies, contractClauses } = organisation;
  const clause = contractClauses.find(({ code }) => code === notice.contract.clause);
  const { location, schedule } = notice;
  return {
    place: location ? cityName(location.city, vocabulary) : undefined,
    body: present(bodies.find(({ code }) => code === notice.body)?.name),
    schedule: schedule === null ? undefined : firstForms(vocabulary.data.schedules[schedule]),
    clearance: present(clearances.levels.find(({ code }) => code === notice.clearance)?.name),
    contract: clause && { headline: present(clause.headline) ?? {}, source: clause.source },
    attachments: Object.fromEntries(documents.kinds.map(({ code, name }) => [code, present(name) ?? {}])),
  };
}

/** A city by its name in each language; one that the vocabulary doesn't know keeps the name it has. */
export const cityName = (city: string, { data }: Pick<Vocabulary, 'data'>): Translated =>
  firstForms(data.cities[city]) ?? { en: city, fr: city };

type Names = Partial<Record<Language, string | null | undefined>>;

const present = (names: Names | undefined): Translated | undefined =>
  names && Object.fromEntries(LANGUAGES.flatMap((language) => (names[language] ? [[language, names[language]]] : [])));

const firstForms = (forms: Translated<readonly string[]> | undefined): Translated | undefined =>
  forms && present({ en: forms.en?.[0], fr: forms.fr?.[0] });

/** A text with the language it is in. */
export type TextIn = { text: string; lang: Language };

/** A text in the language asked for or, failing that, in the other; it always says which, by its words if need be. */
export function inLanguage(texts: Translated | undefined, language: Language): TextIn | undefined {
  const lang = [language, ...otherLanguages(language)].find((candidate) => texts?.[candidate]);
  const text = lang && texts?.[lang];
  if (!lang || !text) return undefined;
  const printedAlike = LANGUAGES.every((each) => texts[each] === text);
  return { text, lang: printedAlike ? likelyLanguage(text, lang) : lang };
}

/** A section as a reader of one language meets it: here, only in the other language, or nowhere. */
export type Section<Item> =
  | { kind: 'here'; items: readonly Item[]; lang: Language }
  | { kind: 'elsewhere'; items: readonly Item[]; lang: Language }
  | { kind: 'nowhere' };

/**
 * What of a section to show to a reader of `language`. A section whose texts are the same in both languages has not
 * been translated: it is in the language its words are in, wherever it was printed.
 */
export function sectionIn<Item>(texts: Localized<readonly Item[]>, language: Language): Section<Item> {
  const own = texts[language];
  const other = otherLanguages(language).find((candidate) => texts[candidate].length > 0);
  if (own.length === 0) return other ? { kind: 'elsewhere', items: texts[other], lang: other } : { kind: 'nowhere' };
  const printedAlike = other !== undefined && JSON.stringify(texts[other]) === JSON.stringify(own);
  const lang = printedAlike ? likelyLanguage(JSON.stringify(own), language) : language;
  return { kind: lang === language ? 'here' : 'elsewhere', items: own, lang };
}

const SMALL_WORDS: Localized<RegExp> = {
  en: /\b(the|of|and|to|in|with|for|is|are|any|other|as|by|from|their)\b/gi,
  fr: /\b(le|la|les|des|du|de|et|à|dans|avec|pour|est|une?|aux?|sur|par|toute?)\b/gi,
};

/** The language whose small words are the most frequent in a text; the one given where they tell nothing. */
export function likelyLanguage(text: string, otherwise: Language): Language {
  const count = (language: Language) => text.match(SMALL_WORDS[language])?.length ?? 0;
  const [best] = LANGUAGES.toSorted((a, b) => count(b) - count(a));
  return best && count(best) > count(otherwise) ? best : otherwise;
}
