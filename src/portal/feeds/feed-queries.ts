import type { Db } from '../../schema.ts';
import { openVacancies, type OpenFilters, type VacancySummary } from '../../vacancies/vacancy-queries.ts';

/** A vacancy of the list, with when and how often it was changed. */
export type FeedVacancy = VacancySummary & { updatedAt: Date; version: number };

/** The vacancies of a feed: those that the list shows everybody for the same filters. The one place that knows its search. */
export async function feedVacancies(db: Db, now: Date, filters: OpenFilters): Promise<FeedVacancy[]> {
  const open = await openVacancies(db, now, filters);
  const changes = new Map((await openChanges(db, now)).map((row) => [row.reference, row]));
  return open.flatMap((vacancy) => {
    const change = changes.get(vacancy.reference);
    return change ? [{ ...vacancy, updatedAt: change.updatedAt, version: change.version }] : [];
  });
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

const openChanges = (db: Db, now: Date) =>
  db
    .selectFrom('vacancies')
    .select(['reference', 'updatedAt', 'version'])
    .where('status', '=', 'published')
    .where('publishedAt', '<=', now)
    .execute();
