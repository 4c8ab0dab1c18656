import { sql } from 'kysely';
import type { Db } from '../schema.ts';

/**
 * The last instant, from `now` on, at which the list of open vacancies is the same if nobody changes anything: a deadline,
 * or that before a publication which is still to come by this server's clock.
 */
export async function nextOwnChange(db: Db, now: Date): Promise<Date | undefined> {
  const { rows } = await sql<{ next: Date | null }>`
    select least(
      (select min(deadline_at) from vacancies where status = 'published' and deadline_at >= ${now}),
      (select min(published_at) - interval '1 millisecond' from vacancies where status = 'published' and published_at > ${now})
    ) as next`.execute(db);
  return rows[0]?.next ?? undefined;
}
