import { sql } from 'kysely';
import type { Location, NoticeRecord, PostGroup } from '../../notices/notice.ts';
import type { Translated } from '../../platform/language.ts';
import type { Db } from '../../schema.ts';
import { vacancyOf } from '../vacancy-queries.ts';
import type { Audience, Vacancy } from '../vacancy.ts';

/** What the list shows of a vacancy; the whole notice only where it is to be said in which words it was found. */
export type Listed = {
  reference: string;
  title: Translated;
  grades: string[];
  posts: PostGroup[] | null;
  clearance: string | null;
  location: Location | null;
  fastTrack: boolean;
  audience: Audience;
  deadlineAt: Date | null;
  internalDeadlineAt: Date | null;
  deadlineZone: string;
  publishedAt: Date;
  notice: NoticeRecord | null;
};

/** These vacancies, in the order of their references given. */
export async function listed(db: Db, references: readonly string[], withNotice: boolean): Promise<Listed[]> {
  if (references.length === 0) return [];
  const rows = await db
    .selectFrom('vacancies')
    .select(['reference', 'deadlineAt', 'internalDeadlineAt', 'deadlineZone'])
    .select([
      sql<Translated>`notice -> 'title'`.as('title'),
      sql<string[]>`notice -> 'grades'`.as('grades'),
      sql<PostGroup[] | null>`notice -> 'posts'`.as('posts'),
      sql<string | null>`notice ->> 'clearance'`.as('clearance'),
      sql<Location | null>`nullif(notice -> 'location', 'null')`.as('location'),
      sql<boolean>`(notice -> 'fastTrack')::boolean`.as('fastTrack'),
      sql<Audience>`audience`.as('audience'),
      sql<Date>`published_at`.as('publishedAt'),
      (withNotice ? sql<NoticeRecord | null>`notice` : sql<NoticeRecord | null>`null::jsonb`).as('notice'),
    ])
    .where('reference', 'in', [...references])
    .execute();
  const byReference = new Map(rows.map((row) => [row.reference, row]));
  return references.flatMap((reference) => byReference.get(reference) ?? []);
}

/** These vacancies whole, in the order of their references given. */
export async function wholeVacancies(db: Db, references: readonly string[]): Promise<Vacancy[]> {
  if (references.length === 0) return [];
  const rows = await db
    .selectFrom('vacancies')
    .selectAll()
    .where('reference', 'in', [...references])
    .execute();
  const byReference = new Map(rows.map((row) => [row.reference, vacancyOf(row)]));
  return references.flatMap((reference) => byReference.get(reference) ?? []);
}
