import { sql, type Kysely } from 'kysely';
import type { Localized } from '../../platform/language.ts';
import type { Db, Schema } from '../../schema.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { holdDrafts } from './held-news-queries.ts';
import { MOVES, newsOf, type VacancyNews } from './news.ts';

/** What happened to a vacancy, as its event says, beside the vacancy as it stands now. */
export type News = { eventId: string; vacancy: Vacancy; news: VacancyNews; at: Date };

/** News is news for so long; what a server that was down for longer missed is told no more. */
const FRESH_DAYS = 7;
/** Told by their own mail, with both dates. */
const TOLD_OTHERWISE = ['extend-deadline', 'extend-and-reopen'];

/**
 * Does the work for the oldest event of a vacancy that applicants have not been told of, and notes in the same
 * transaction that they have; false where there is none. The row is held meanwhile, so of several servers one does it.
 */
export function settleNextNews(
  db: Kysely<Schema>,
  now: Date,
  work: (transaction: Db, news: News) => Promise<void>,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const event = await transaction
      .selectFrom('events')
      .select(['id', 'subjectId', 'action', 'actorKind', 'at', sql<Localized | null>`details -> 'note'`.as('note')])
      .where('subject', '=', 'vacancy')
      .where('at', '>', new Date(now.getTime() - FRESH_DAYS * 24 * 3_600_000))
      .where('action', 'not in', TOLD_OTHERWISE)
      .where((where) => where.or([where('action', 'in', [...MOVES]), sql<boolean>`jsonb_exists(details, 'note')`]))
      .where((where) =>
        where.not(where.exists(where.selectFrom('toldNews').select('eventId').whereRef('eventId', '=', 'events.id'))),
      )
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!event) return false;
    const { id, subjectId, at } = event;
    await holdDrafts(transaction, subjectId);
    const vacancy = await findVacancy(transaction, subjectId);
    if (vacancy) await work(transaction, { eventId: id, vacancy, news: newsOf(event), at });
    await transaction.insertInto('toldNews').values({ eventId: id, toldAt: now }).execute();
    return true;
  });
}
