import type { NoticeRecord } from '../notices/notice.ts';
import type { Vocabulary } from '../notices/vocabulary.ts';
import type { Language } from '../platform/language.ts';
import { countryName } from '../regulations/organisation/countries.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { formatClock, formatDate } from '../site/dates.ts';
import { formatMoney, plural } from '../site/numbers.ts';
import { FACT_TEXTS } from './field-texts.ts';
import { groupsText } from './posts-texts.ts';
import { OPEN_ENDED } from './publication/publication-texts.ts';
import type { Fact } from './notice-fields.ts';

/** What the codes of a notice are looked up in. */
export type CodeBook = { organisation: Organisation; vocabulary: Pick<Vocabulary, 'data'> };

type FactWords = (notice: NoticeRecord, language: Language, book: CodeBook) => string | null | undefined;

const count = (value: number | null): string | undefined => (value === null ? undefined : String(value));
const yesOrNo = (value: boolean): 'yes' | 'no' => (value ? 'yes' : 'no');

/** Each fact in words of a language; undefined where the notice does not give it. */
const WORDS: Record<Fact, FactWords> = {
  body: ({ body }, language, { organisation }) => named(body, organisation.bodies, language),
  grades: ({ grades }) => grades.join(', ') || undefined,
  posts: ({ posts }, language) => (posts?.length ? groupsText(posts, language) : undefined),
  location: ({ location }, language, book) => location && placeText(location, language, book),
  schedule: ({ schedule }, language) => schedule && (FACT_TEXTS[language].schedule[schedule] ?? schedule),
  deadline: deadlineText,
  salary: salaryText,
  clearance: ({ clearance }, language, { organisation }) => named(clearance, organisation.clearances.levels, language),
  budgetPending: ({ budgetPending }, language) => FACT_TEXTS[language].budgetPending[yesOrNo(budgetPending)],
  fastTrack: ({ fastTrack }, language) => FACT_TEXTS[language].fastTrack[yesOrNo(fastTrack)],
  attachments: attachmentsText,
  languages: ({ languages }, language) =>
    languages ? FACT_TEXTS[language].languages(languages.one, languages.other) : undefined,
  directReports: ({ directReports }) => count(directReports.count),
  indirectReports: ({ indirectReports }) => count(indirectReports.count),
  'contract.clause': ({ contract: { clause } }, language, { organisation }) =>
    organisation.contractClauses.find(({ code }) => code === clause)?.name[language] ?? clause,
  'contract.twinGradeNote': ({ contract }, language) =>
    FACT_TEXTS[language].twinGradeNote[yesOrNo(contract.twinGradeNote)],
};

type Asked = { notice: NoticeRecord; language: Language; book: CodeBook };

export const factText = (fact: Fact, { notice, language, book }: Asked): string | undefined =>
  WORDS[fact](notice, language, book) ?? undefined;

type Coded = { code: string; name: Record<Language, string | null>; shortName?: Record<Language, string> };

/** A code with its name, where the organisation gives it one. */
function named(code: string | null, list: readonly Coded[], language: Language): string | undefined {
  if (code === null) return undefined;
  const entry = list.find((candidate) => candidate.code === code);
  const name = entry?.name[language];
  return name ? `${name} (${entry.shortName?.[language] ?? code})` : code;
}

function placeText({ city, country }: NonNullable<NoticeRecord['location']>, language: Language, book: CodeBook) {
  const name = book.vocabulary.data.cities[city]?.[language]?.[0] ?? city;
  return country === null ? name : `${name}, ${countryName(country, language)}`;
}

function deadlineText({ deadline, openEnded }: NoticeRecord, language: Language): string | undefined {
  if (openEnded) return OPEN_ENDED[language];
  if (!deadline) return undefined;
  const time = deadline.time === null ? FACT_TEXTS[language].noTime : formatClock(deadline.time, language);
  return `${formatDate(deadline.date, language)}, ${time}`;
}

function salaryText({ salary }: NoticeRecord, language: Language): string | undefined {
  const t = FACT_TEXTS[language];
  if (!salary) return undefined;
  if (salary.amountMinor === null) return `${salary.currency}, ${t.notPrinted}`;
  const amount = formatMoney(salary.amountMinor, salary.currency, language);
  return salary.period === null ? amount : `${amount} ${t[salary.period]}`;
}

/** What the organisation calls a document; one that it doesn't know by its code. */
export const documentName = (kind: string, { organisation }: CodeBook, language: Language): string =>
  organisation.documents.kinds.find(({ code }) => code === kind)?.name[language] ?? kind;

function attachmentsText({ attachments }: NoticeRecord, language: Language, book: CodeBook): string {
  const t = FACT_TEXTS[language];
  if (attachments.length === 0) return t.noDocuments;
  return attachments
    .map(({ kind, maxPages, pageSize, formats }) =>
      [
        documentName(kind, book, language),
        maxPages === null ? '' : plural(maxPages, t.pages, language),
        pageSize ?? '',
        formats.map((format) => t.format[format]).join('/'),
      ]
        .filter(Boolean)
        .join(', '),
    )
    .join('\n');
}
