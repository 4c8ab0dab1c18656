import type { NoticeRecord } from '../../notices/notice.ts';
import { LANGUAGES, type Language, type Localized, type Translated } from '../../platform/language.ts';
import type { Vacancy } from '../vacancy.ts';
import { fold, referenceKey, wordsIn } from './folding.ts';

/** What of a published vacancy is searched and counted. */
export type SearchDocument = {
  reference: string;
  referenceKey: string;
  titleKeys: Translated;
  titleWords: Localized<string[]>;
  /** Of title and text, in each language. */
  words: Localized<string[]>;
  /** What is found by another name than it is written here: `place:the hague`, `body:SEC`. */
  marks: string[];
  body: string | null;
  city: string | null;
  clause: string | null;
  level: string | null;
  grades: string[];
  fastTrack: boolean;
  audience: Vacancy['audience'];
  publishedAt: Date;
  deadlineAt: Date | null;
  /** The last instant of serving staff, where they have their own. */
  internalDeadlineAt: Date | null;
};

/** The document of a vacancy; none as long as it takes no applications. */
export function searchDocument(vacancy: Vacancy): SearchDocument | undefined {
  const { reference, notice, status, publishedAt, deadlineAt, internalDeadlineAt, audience } = vacancy;
  if (status !== 'published' || publishedAt === null) return undefined;
  const { body, contract, location, languages, fastTrack, title } = notice;
  const city = location?.city ?? null;
  const grades = gradesIn(notice);
  const facts = [referenceKey(reference), ...wordsIn(reference), ...grades.map(referenceKey)];
  return {
    reference,
    referenceKey: referenceKey(reference),
    titleKeys: Object.fromEntries(LANGUAGES.flatMap((each) => (title[each] ? [[each, fold(title[each])]] : []))),
    titleWords: perLanguage((language) => wordsIn(title[language] ?? '')),
    words: perLanguage((language) => [...new Set([...facts.filter(Boolean), ...wordsIn(textIn(notice, language))])]),
    marks: [...(city === null ? [] : [placeMark(city)]), ...(body === null ? [] : [bodyMark(body)])],
    body,
    city,
    clause: contract.clause,
    level: languages && levelCode(languages),
    grades,
    fastTrack,
    audience,
    publishedAt,
    deadlineAt,
    internalDeadlineAt,
  };
}

export const placeMark = (city: string): string => `place:${fold(city)}`;
export const bodyMark = (code: string): string => `body:${fold(code)}`;

/** The two levels asked for, the higher first: `V-I`. */
export const levelCode = ({ one, other }: { one: string; other: string }): string => `${one}-${other}`;

/** Every grade that a vacancy can be applied for at, each once. */
export const gradesIn = ({ grades, posts }: Pick<NoticeRecord, 'grades' | 'posts'>): string[] => [
  ...new Set([...grades, ...(posts ?? []).flatMap((group) => group.grades)]),
];

const perLanguage = (words: (language: Language) => string[]): Localized<string[]> => ({
  en: words('en'),
  fr: words('fr'),
});

/** What tells one vacancy from another; what the regulations say in every notice is left out. */
function textIn(notice: NoticeRecord, language: Language): string {
  return passagesIn(notice, language).join('\n');
}

/** The title, then the passages of a notice that are searched, in the order in which they are read. */
export const passagesIn = (notice: NoticeRecord, language: Language): string[] => [
  notice.title[language] ?? '',
  ...notice.summary[language],
  ...notice.essential[language],
  ...notice.desirable[language],
  ...notice.challenges[language],
  ...notice.accountabilities[language].flatMap(({ heading, text }) => [heading, text]),
];
