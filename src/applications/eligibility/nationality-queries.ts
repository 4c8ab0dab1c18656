import { sql } from 'kysely';
import { findProfile } from '../../people/profile/profile-queries.ts';
import type { Db } from '../../schema.ts';
import { nationalitiesIn } from '../career/profile-copy.ts';

/** Nationalities, ISO 3166-1 alpha-2, and where their holder said so. */
export type SaidNationalities = { countries: string[]; from: 'profile' | 'application' };

/**
 * The nationalities that a person holds: those of the profile that have not ended, since it is what they keep now; those of
 * the application they wrote last, a copy of its day, where the profile names none. Undefined where they have not said.
 */
export async function nationalitiesOf(db: Db, accountId: string): Promise<SaidNationalities | undefined> {
  const held = nationalitiesIn((await findProfile(db, accountId)).profile.parts);
  if (held.length > 0) return { countries: held, from: 'profile' };
  const row = await db
    .selectFrom('applications')
    .select(sql<string[]>`answers #> '{identity,nationalities}'`.as('nationalities'))
    .where('applicantId', '=', accountId)
    .where('status', '!=', 'discarded')
    .where(sql<boolean>`jsonb_array_length(coalesce(answers #> '{identity,nationalities}', '[]')) > 0`)
    .orderBy('updatedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { countries: row.nationalities, from: 'application' };
}
