import { sql } from 'kysely';
import type { Db } from '../../schema.ts';

/** The nationalities that a person gave last, ISO 3166-1 alpha-2; none where they have not said. */
export async function lastNationalities(db: Db, accountId: string): Promise<string[]> {
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
