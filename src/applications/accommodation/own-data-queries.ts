import type { SealingKeys } from '../../platform/sealing.ts';
import type { Db } from '../../schema.ts';
import { looksAt, requestOf, requests } from './accommodation-queries.ts';

/** Everything that is kept of a person's requests, for the copy of their data. */
export async function exportAccommodation(db: Db, keys: SealingKeys, accountId: string) {
  const rows = await requests(db).select('number').where('applicantId', '=', accountId).orderBy('number').execute();
  return Promise.all(
    rows.map(async ({ number, ...row }) => {
      const { asked, answer, arrangement, status, requestedAt, decidedAt, evidence } = await requestOf(db, keys, row);
      const files = evidence.map(({ fileName, sizeBytes, uploadedAt, scan }) => ({
        fileName,
        sizeBytes,
        uploadedAt,
        scan,
      }));
      return {
        number,
        asked,
        answer,
        arrangement,
        status,
        requestedAt,
        decidedAt,
        files,
        looks: await looksAt(db, row.id),
      };
    }),
  );
}

/** Erases all of them, whatever else is kept of the person. */
export async function eraseAccommodation(db: Db, accountId: string): Promise<void> {
  await db
    .deleteFrom('accommodationRequests')
    .where('applicationId', 'in', (query) =>
      query.selectFrom('applications').select('id').where('applicantId', '=', accountId),
    )
    .execute();
}
