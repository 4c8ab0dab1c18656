import type { NoticeRecord } from '../../notices/notice.ts';
import type { Db } from '../../schema.ts';
import { openPage } from '../../vacancies/open-page-queries.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import type { ListFilters } from '../list-filters.ts';

/** More than anybody reads in a feed, and little enough to be made at once. */
const MOST_ENTRIES = 1_000;

/** A vacancy of a feed, with when it was changed and how often it was corrected: what the public knows of changes. */
export type FeedVacancy = Pick<Vacancy, 'reference' | 'deadlineAt' | 'deadlineZone' | 'updatedAt' | 'corrections'> &
  Pick<NoticeRecord, 'title' | 'grades' | 'location'> & { publishedAt: Date };

/** The vacancies of a feed: those open to everybody, as the interface for programs finds them. */
export async function feedVacancies(db: Db, now: Date, { q, grade, place }: ListFilters): Promise<FeedVacancy[]> {
  const open = await openPage(db, now, { text: q, grade, place, limit: MOST_ENTRIES });
  return open.map(({ notice: { title, grades, location }, publishedAt, ...vacancy }) => ({
    ...vacancy,
    title,
    grades,
    location,
    publishedAt: publishedAt ?? vacancy.createdAt,
  }));
}

/** Every vacancy that everybody may read at its address, open or not, for the map of the site. */
export function publicAddresses(db: Db, now: Date): Promise<{ reference: string; updatedAt: Date }[]> {
  return db
    .selectFrom('vacancies')
    .select(['reference', 'updatedAt'])
    .where('status', '=', 'published')
    .where('audience', '!=', 'internal')
    .where('publishedAt', '<=', now)
    .where((is) => is.or([is('deadlineAt', '>=', now), is('deadlineAt', 'is', null)]))
    .orderBy('reference')
    .limit(MOST_ADDRESSES)
    .execute();
}

/** Half of what one map may hold, since each vacancy has a page in two languages (sitemaps.org). */
const MOST_ADDRESSES = 24_000;
