import type { EarlierJudgements } from '../competition/detection-queries.ts';

/** Of those on a panel, whom they judged as screeners: their signed sheets. */
export const screenedBefore: EarlierJudgements = async (db, reference, judging) => {
  const panel = judging.filter(({ role }) => role !== 'screener').map(({ accountId }) => accountId);
  if (panel.length === 0) return [];
  return db
    .selectFrom('screeningSheets')
    .innerJoin('screenedApplications', 'screenedApplications.applicationId', 'screeningSheets.applicationId')
    .select(['screenerId as accountId', 'screeningSheets.applicationId'])
    .where('vacancyReference', '=', reference)
    .where('screenerId', 'in', panel)
    .where('signedAt', 'is not', null)
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, reason: '' })));
};
