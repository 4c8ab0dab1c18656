import { sql } from 'kysely';
import type { Localized } from '../../platform/language.ts';
import type { Db } from '../../schema.ts';
import type { Entrance } from '../../vacancies/internal-dates/internal-dates.ts';
import type { Vacancy } from '../../vacancies/vacancy.ts';
import { datesOf, type Extended } from './extension-queries.ts';
import { newsOf, type VacancyNews } from './news.ts';

/** What happened to a vacancy while a draft lay thrown away. */
export type Missed = { at: Date; vacancy: Vacancy } & (
  { news: VacancyNews; extended?: undefined } | { news?: undefined; extended: Extended }
);

type Kept = { reference: string; at: Date; entrance?: Entrance | undefined } & (
  { eventId: string; extensionId?: undefined } | { extensionId: string; eventId?: undefined }
);

/** Keeps for those whose draft lies thrown away what all others are being told. */
export async function keepMissed(transaction: Db, { reference, at, entrance, eventId, extensionId }: Kept) {
  await sql`insert into missed_news (application_id, event_id, extension_id)
    select id, ${eventId ?? null}::bigint, ${extensionId ?? null}::uuid from applications
    where vacancy_reference = ${reference} and status = 'discarded' and created_at <= ${at}
      and ${entrance === undefined ? sql`true` : sql`entrance = ${entrance}`}`.execute(transaction);
}

/** Notes that what an application missed is told by now. Answers it, the oldest first. */
export async function takeMissed(transaction: Db, { id, vacancy }: { id: string; vacancy: Vacancy }, now: Date) {
  await transaction
    .updateTable('missedNews')
    .set({ toldAt: now })
    .where('applicationId', '=', id)
    .where('toldAt', 'is', null)
    .execute();
  const all = await missedBy(transaction, id, vacancy);
  return all.filter(({ toldAt }) => toldAt?.getTime() === now.getTime());
}

/** What an application missed and whether it was told since, the oldest first. */
export async function missedBy(
  db: Db,
  applicationId: string,
  vacancy: Vacancy,
): Promise<(Missed & { toldAt: Date | null })[]> {
  const rows = await db
    .selectFrom('missedNews')
    .leftJoin('events', 'events.id', 'missedNews.eventId')
    .leftJoin('deadlineExtensions', 'deadlineExtensions.id', 'missedNews.extensionId')
    .select(['missedNews.toldAt', 'extensionId', 'events.at', 'action', 'actorKind', 'previousAt', 'extendedTo'])
    .select(['madeAt', 'entrance', sql<Localized | null>`details -> 'note'`.as('note')])
    .where('applicationId', '=', applicationId)
    .orderBy(sql`coalesce(events.at, made_at)`)
    // Of one instant: what was corrected, in its order, then the time that was added.
    .orderBy('events.id')
    .execute();
  return rows.flatMap((row) => {
    const { toldAt, extensionId, at, action, actorKind, note, madeAt } = row;
    if (at && action !== null && actorKind !== null)
      return { toldAt, vacancy, at, news: newsOf({ action, actorKind, note }) };
    if (!madeAt || extensionId === null) return [];
    const { previousAt, extendedTo, entrance } = row;
    const extended = { id: extensionId, vacancy, ...datesOf({ previousAt, extendedTo, madeAt, entrance }) };
    return { toldAt, vacancy, at: madeAt, extended };
  });
}
