import type { Db } from '../schema.ts';

/** The applications, by their id, that somebody may not judge in a competition: a conflict counts until it is cleared. */
export async function recusedFrom(db: Db, reference: string, accountId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('conflictsOfInterest')
    .select('applicationId')
    .where('vacancyReference', '=', reference)
    .where('accountId', '=', accountId)
    .where('clearedAt', 'is', null)
    .execute();
  return new Set(rows.map(({ applicationId }) => applicationId));
}
