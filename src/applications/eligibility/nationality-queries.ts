import { sql } from 'kysely';
import { findProfile } from '../../people/profile/profile-queries.ts';
import type { Db } from '../../schema.ts';
import { nationalitiesIn } from '../career/profile-copy.ts';

/**
 * The nationalities of a person, ISO 3166-1 alpha-2: those of the profile, else those of the application they worked on
 * last, so that nobody states them twice; none where they have never said.
 */
export async function nationalitiesOf(db: Db, accountId: string): Promise<string[]> {
  const { profile } = await findProfile(db, accountId);
  const held = nationalitiesIn(profile.parts);
  return held.length > 0 ? held : inLastApplication(db, accountId);
}

async function inLastApplication(db: Db, accountId: string): Promise<string[]> {
  const row = await db
    .selectFrom('applications')
    .select(sql<string[]>`answers #> '{identity,nationalities}'`.as('nationalities'))
    .where('applicantId', '=', accountId)
    .where(sql<boolean>`jsonb_array_length(coalesce(answers #> '{identity,nationalities}', '[]')) > 0`)
    .orderBy('updatedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.nationalities ?? [];
}
