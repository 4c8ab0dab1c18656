import type { Language } from '../../platform/language.ts';
import { formatInstant } from '../../site/dates.ts';
import { OPEN_ENDED } from '../../vacancies/publication/publication-texts.ts';
import { inLanguage, type TextIn } from '../vacancy-view.ts';
import type { FeedVacancy } from './feed-queries.ts';
import { FEED_TEXTS } from './feed-texts.ts';

/** A vacancy as programs that follow it show it. */
export type FeedItem = {
  /** The same in every language and for ever. */
  id: string;
  url: string;
  title: TextIn;
  summary: string;
  publishedAt: Date;
  changedAt: Date;
  reference: string;
};

/** What is open, in a language, in the order given. */
export type Feed = {
  language: Language;
  organisation: string;
  title: string;
  /** The page that it is the feed of, and its own address. */
  page: string;
  self: string;
  updatedAt: Date;
  items: FeedItem[];
};

type About = {
  language: Language;
  organisation: string;
  publicUrl: string;
  /** The path of the feed, and the query that narrows it with its `?`. */
  path: string;
  query: string;
  /** What narrows it, in words. */
  narrowed: string | undefined;
  placeOf: (vacancy: FeedVacancy) => string | undefined;
};

export function feedOf(vacancies: readonly FeedVacancy[], about: About): Feed {
  const { language, organisation, publicUrl, path, query, narrowed } = about;
  const t = FEED_TEXTS[language];
  const items = vacancies.map((vacancy) => itemOf(vacancy, about));
  return {
    language,
    organisation,
    title: (narrowed === undefined ? t.title : t.filtered)
      .replace('{organisation}', () => organisation)
      .replace('{filters}', () => narrowed ?? ''),
    page: `${publicUrl}/${language}/vacancies${query}`,
    self: `${publicUrl}${path}${query}`,
    // Without an entry it has been as it is for ever, as far as a program can care.
    updatedAt: new Date(Math.max(0, ...items.map(({ changedAt }) => changedAt.getTime()))),
    items,
  };
}

function itemOf(vacancy: FeedVacancy, { language, publicUrl, placeOf }: About): FeedItem {
  const { reference, notice, deadlineAt, deadlineZone, publishedAt, updatedAt } = vacancy;
  const until = deadlineAt
    ? FEED_TEXTS[language].deadline.replace('{instant}', afterUntil(formatInstant(deadlineAt, deadlineZone, language)))
    : `${OPEN_ENDED[language]}.`;
  const facts = [reference, notice.grades.join(', '), placeOf(vacancy)].filter(Boolean).join(' · ');
  return {
    id: idOf(reference, publicUrl),
    url: `${publicUrl}/${language}/vacancies/${reference}`,
    title: inLanguage(notice.title, language) ?? { text: reference, lang: language },
    summary: `${facts}. ${until}`,
    publishedAt,
    changedAt: updatedAt > publishedAt ? updatedAt : publishedAt,
    reference,
  };
}

/** « jusqu’au 18 janvier »: the article is in the sentence. */
const afterUntil = (instant: string): string => instant.replace(/^le /, '');

/** A name that stays when the site moves to https or the vacancy gets another title (RFC 4151). */
const idOf = (reference: string, publicUrl: string): string =>
  `tag:${new URL(publicUrl).hostname},2026:vacancy/${reference}`;
