import { sql } from 'kysely';
import type { Translated } from '../../platform/language.ts';
import type { Db } from '../../schema.ts';
import type { Audience } from '../../vacancies/vacancy.ts';
import { forEntrance } from '../../vacancies/internal-dates/internal-dates.ts';
import { isShownTo, isStaff } from '../../vacancies/publication/audience.ts';
import type { VacancyStatus } from '../../vacancies/vacancy-state.ts';
import type { Actor } from '../../people/actor.ts';

export type Bookmark = {
  reference: string;
  title: Translated;
  deadlineAt: Date | null;
  deadlineZone: string;
  updatedAt: Date;
  status: VacancyStatus;
  audience: Audience;
  publishedAt: Date | null;
};

/** A person's bookmarks that they may still be shown, cancelled ones too, the soonest deadline first. */
export async function bookmarksOf(db: Db, actor: Actor): Promise<Bookmark[]> {
  const rows = await db
    .selectFrom('bookmarks')
    .innerJoin('vacancies', 'vacancies.reference', 'bookmarks.reference')
    .select([
      'vacancies.reference',
      'deadlineAt',
      'deadlineZone',
      'internalDeadlineAt',
      'updatedAt',
      'status',
      'publishedAt',
    ])
    .select([sql<Translated>`notice -> 'title'`.as('title'), sql<Audience>`audience`.as('audience')])
    .where('accountId', '=', actor.accountId)
    .orderBy('deadlineAt', (order) => order.asc().nullsLast())
    .orderBy('vacancies.reference')
    .execute();
  const entrance = isStaff(actor) ? 'internal' : 'public';
  const all = rows.map((row) => forEntrance({ ...row, status: row.status as VacancyStatus }, entrance));
  return all.filter((row) => row.publishedAt !== null && isShownTo(row, actor));
}

export async function addBookmark(
  db: Db,
  accountId: string,
  { reference, at }: { reference: string; at: Date },
): Promise<void> {
  await db
    .insertInto('bookmarks')
    .values({ accountId, reference, madeAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeBookmark(db: Db, accountId: string, reference: string): Promise<void> {
  await db.deleteFrom('bookmarks').where('accountId', '=', accountId).where('reference', '=', reference).execute();
}
