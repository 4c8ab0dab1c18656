import { sql } from 'kysely';
import type { Db } from '../../schema.ts';

/** The name on an application, as it was submitted. */
export async function candidateName(db: Db, applicationId: string): Promise<string> {
  const { name } = await db
    .selectFrom('applications')
    .select(
      sql<string>`concat_ws(' ', answers #>> '{identity,givenNames}', answers #>> '{identity,familyName}')`.as('name'),
    )
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow();
  return name;
}
