import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import { comesAfter, type PartType, type PlaceInOrder } from './search-order-queries.ts';
import { isFound, missOf, stemsFor } from './search-queries.ts';
import type { Search } from './search.ts';

/** Why a vacancy that a search may have found before is not found now. */
export type GoneFor = 'closed' | 'cancelled' | 'other';

/** A vacancy that changed: found by the search, or gone from what it finds. */
export type Change = { reference: string; changedAt: Date; place: PlaceInOrder; gone: GoneFor | null };

export const CHANGE_PARTS: readonly PartType[] = ['timestamptz', 'text'];

type Asked = { since: Date; size: number; after: PlaceInOrder | undefined };

/**
 * What changed since an instant of all that everybody was ever told of, the first change first, so that what changes
 * again while somebody reads page after page comes once more instead of being missed. A deadline that passes and a
 * publication that begins are changes too. Nothing is told of what was internal all along.
 */
export async function changesSince(db: Db, search: Search, { since, size, after }: Asked): Promise<Change[]> {
  const { now } = search;
  const stems = await stemsFor(db, search);
  const found = sql<boolean>`exists (select from vacancy_search
    where vacancy_search.reference = told.reference and ${isFound(search, stems)} and ${missOf(search)} = 0)`;
  const from = after ? sql<Date>`${after[0]}::timestamptz` : sql<Date>`${since}`;
  const order = [sql`changed_at`, sql`reference`];
  const { rows } = await sql<Change>`
    with told as (
      select reference, status,
        greatest(updated_at, published_at, case when deadline_at < ${now} then deadline_at end) as changed_at
      from vacancies
      where audience <> 'internal' and published_at <= ${now} and status in ('published', 'closed', 'filled', 'cancelled')
        -- As \`changed_at\` says, part by part, so that an index finds each.
        and (updated_at >= ${from} or published_at >= ${from} or (deadline_at >= ${from} and deadline_at < ${now}))
    ), page as (
      select * from told
      where changed_at >= ${since} and ${after ? comesAfter(order, after, CHANGE_PARTS) : sql`true`}
      order by changed_at, reference limit ${size}
    )
    select reference, changed_at, json_build_array(changed_at, reference) as place, case
      when ${found} then null
      when status = 'cancelled' then 'cancelled'
      when exists (select from vacancies open where open.reference = told.reference and status = 'published'
        and (deadline_at is null or deadline_at >= ${now})) then 'other'
      else 'closed' end as gone
    from page as told order by changed_at, reference`.execute(db);
  return rows;
}
