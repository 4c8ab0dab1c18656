import { sql } from 'kysely';
import type { Db } from '../schema.ts';
import { CLOSING_DAYS, SINCE_DAYS } from '../vacancies/search/search-asked.ts';

/**
 * The last instant, from `now` on, at which the list of open vacancies and its figures are the same if nobody changes
 * anything: a deadline, that before a publication which is still to come by this server's clock, or that before a vacancy
 * is among those that close within so many days, or no more among those published within so many.
 */
export async function nextOwnChange(db: Db, now: Date): Promise<Date | undefined> {
  const { rows } = await sql<{ next: Date | null }>`
    select min(instant) as next from (
      select deadline_at as instant from vacancies where status = 'published'
      union all
      select published_at - interval '1 millisecond' from vacancies where status = 'published'
      union all
      select deadline_at - make_interval(days => days) - interval '1 millisecond'
      from vacancies, unnest(${sql.val([...CLOSING_DAYS])}::integer[]) as days where status = 'published'
      union all
      select published_at + make_interval(days => days)
      from vacancies, unnest(${sql.val([...SINCE_DAYS])}::integer[]) as days where status = 'published'
    ) as instants
    where instant >= ${now}`.execute(db);
  return rows[0]?.next ?? undefined;
}
