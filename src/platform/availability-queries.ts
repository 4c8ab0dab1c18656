import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import { gapsIn, SILENT_MS, type Span } from './availability.ts';

/** Says that the server of a run is there. */
export async function beat(db: Db, run: { id: string; beganAt: Date }, now: Date): Promise<void> {
  await db
    .insertInto('serverRuns')
    .values({ id: run.id, beganAt: run.beganAt, lastAt: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ lastAt: now }))
    .execute();
}

/** Adds what was refused to the minute's figures. */
export async function noteRefused(db: Db, counts: ReadonlyMap<string, number>, now: Date): Promise<void> {
  if (counts.size === 0) return;
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  await db
    .insertInto('refusedRequests')
    .values([...counts].map(([kind, count]) => ({ minute, kind, count })))
    .onConflict((conflict) =>
      conflict.columns(['minute', 'kind']).doUpdateSet({ count: sql`refused_requests.count + excluded.count` }),
    )
    .execute();
}

/** The times within a span in which no server was up; what was before the first heartbeat ever is not known, and none. */
export async function gapsBetween(db: Db, { from, to }: Span): Promise<Span[]> {
  const first = await db.selectFrom('serverRuns').select('beganAt').orderBy('beganAt').limit(1).executeTakeFirst();
  if (!first || first.beganAt >= to) return [];
  const since = first.beganAt > from ? first.beganAt : from;
  const rows = await db
    .selectFrom('serverRuns')
    .select(['beganAt as from', 'lastAt as to'])
    .where('lastAt', '>=', new Date(since.getTime() - SILENT_MS))
    .where('beganAt', '<=', to)
    .execute();
  return gapsIn(rows, { from: since, to });
}

/** How many requests of each kind were refused in the minutes of a span. */
export async function refusedBetween(db: Db, { from, to }: Span): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('refusedRequests')
    .select(['kind', sql<number>`sum(count)::int`.as('count')])
    .where('minute', '>=', new Date(from.getTime() - 60_000))
    .where('minute', '<=', to)
    .groupBy('kind')
    .execute();
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}
