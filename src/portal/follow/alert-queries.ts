import { sql } from 'kysely';
import type { Language, Translated } from '../../platform/language.ts';
import type { Role } from '../../people/permissions.ts';
import type { Db } from '../../schema.ts';
import { isFound, missOf, stemsFor } from '../../vacancies/search/search-queries.ts';
import type { Search } from '../../vacancies/search/search.ts';

/** A follower whose turn it is, held until the transaction ends, with the searches that are to be looked at. */
export type DueFollower = {
  id: string;
  accountId: string | null;
  name: string;
  email: string;
  language: Language;
  roles: Role[];
  searches: { id: string; query: string; since: Date }[];
};

export type NewVacancy = {
  reference: string;
  title: Translated;
  deadlineAt: Date | null;
  internalDeadlineAt: Date | null;
  deadlineZone: string;
};

const DAY_MS = 86_400_000;
/** A transaction may become visible so long after the instant it wrote down: a search is looked at once more afterwards. */
const OVERLAP_MS = 120_000;
/** No search is looked at twice within a turn of the task. */
const PAUSE_MS = 50_000;

/** Takes the next follower of whom a search is due at `now`; others hold the followers that they work for. */
export async function holdNextFollower(db: Db, now: Date, done: readonly string[]): Promise<DueFollower | undefined> {
  const due = isDue(now);
  const { rows } = await sql<Omit<DueFollower, 'searches'>>`
    select f.id, f.account_id, coalesce(a.name, '') as name, coalesce(a.email, f.email) as email,
      coalesce(a.language, f.language) as language,
      array(select role from account_roles r where r.account_id = f.account_id
        union select 'staff-member' from serving_staff s
          where s.account_id = f.account_id and s.valid_until > ${now}) as roles
    from followers f left join accounts a on a.id = f.account_id
    where f.id <> all(${done}::uuid[]) and exists (select from saved_searches s where s.follower_id = f.id and ${due})
    order by f.id limit 1 for update of f skip locked`.execute(db);
  const [follower] = rows;
  if (!follower) return undefined;
  const searches = await sql<DueFollower['searches'][number]>`
    select id, query, confirmed_at as since from saved_searches s where follower_id = ${follower.id} and ${due}
    order by created_at`.execute(db);
  return { ...follower, searches: searches.rows };
}

/** Daily: a day after the last look. At once: when something was published since. */
const isDue = (
  now: Date,
) => sql`s.confirmed_at is not null and s.looked_at <= ${new Date(now.getTime() - PAUSE_MS)} and (
  (s.frequency = 'daily' and s.looked_at <= ${new Date(now.getTime() - DAY_MS)})
  or (s.frequency = 'at-once' and exists (
    select from vacancy_search v where v.listed_at > s.looked_at - ${OVERLAP_MS} * interval '1 millisecond')))`;

/** What a search finds that was listed since it was saved and that its follower was not told of yet. */
export async function newFinds(
  db: Db,
  search: Search,
  { followerId, since }: { followerId: string; since: Date },
): Promise<string[]> {
  const stems = await stemsFor(db, search);
  const { rows } = await sql<{ reference: string }>`
    select reference from vacancy_search
    where listed_at >= ${since} and ${isFound(search, stems)} and ${missOf(search)} = 0
      and not exists (select from alerted_vacancies told
        where told.follower_id = ${followerId} and told.reference = vacancy_search.reference)
    order by deadline_at nulls last, reference`.execute(db);
  return rows.map(({ reference }) => reference);
}

export function vacanciesToTell(db: Db, references: readonly string[]): Promise<NewVacancy[]> {
  return db
    .selectFrom('vacancies')
    .select([
      'reference',
      'deadlineAt',
      'internalDeadlineAt',
      'deadlineZone',
      sql<Translated>`notice -> 'title'`.as('title'),
    ])
    .where('reference', 'in', [...references])
    .orderBy('deadlineAt', (order) => order.asc().nullsLast())
    .orderBy('reference')
    .execute();
}

/** Notes that the searches were looked at, and of what their follower is told. */
export async function recordLook(
  db: Db,
  { id, searches }: DueFollower,
  { references, now }: { references: readonly string[]; now: Date },
): Promise<void> {
  const ids = searches.map((search) => search.id);
  await db.updateTable('savedSearches').set({ lookedAt: now }).where('id', 'in', ids).execute();
  if (references.length === 0) return;
  const told = references.map((reference) => ({ followerId: id, reference, alertedAt: now }));
  await db.insertInto('alertedVacancies').values(told).execute();
}
