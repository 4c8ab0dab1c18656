import type { Db } from '../../schema.ts';

/** What is to be arranged for one person, in neutral words; why, or what was asked for, is not in it. */
export type Arrangement = { requestId: string; words: string };

/** The arrangements that were granted to those of a vacancy, by application: for who holds a stage, and nothing beside. */
export async function arrangementsFor(db: Db, reference: string): Promise<Map<string, Arrangement>> {
  const rows = await db
    .selectFrom('accommodationRequests')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .select(['accommodationRequests.id as requestId', 'applicationId', 'arrangement'])
    .where('vacancyReference', '=', reference)
    .where('accommodationRequests.status', 'in', ['granted', 'partly'])
    .execute();
  return new Map(
    rows.flatMap(({ applicationId, requestId, arrangement }) =>
      arrangement === null ? [] : [[applicationId, { requestId, words: arrangement }] as const],
    ),
  );
}
