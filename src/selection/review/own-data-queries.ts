import type { PersonalDataPart } from '../../people/personal-data.ts';
import type { Db } from '../../schema.ts';

/** What somebody asked about a decision on them with what they were answered, and the cases that they looked at for others. */
export const REVIEW_DATA: PersonalDataPart = {
  name: 'reviews',
  title: { en: 'Reasons and reviews', fr: 'Motifs et réexamens' },
  tables: ['review_requests', 'voided_scores'],
  export: async (db, accountId) => ({
    records: [...(await asked(db, accountId)), ...(await lookedAt(db, accountId))],
  }),
  erase: async () => {
    // They go with the application, by its foreign key: a decision stands with what was asked about it.
  },
};

const asked = (db: Db, accountId: string) =>
  db
    .selectFrom('reviewRequests')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .select(['applications.number as application', 'kind', 'words', 'lateReason', 'askedAt', 'answerBy'])
    .select(['reviewRequests.status', 'outcomeReason', 'redoFrom', 'decidedAt'])
    .where('applicantId', '=', accountId)
    .orderBy('askedAt')
    .execute();

/** By the application's number: of the candidate it tells nothing more. */
const lookedAt = (db: Db, accountId: string) =>
  db
    .selectFrom('reviewRequests')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .select(['applications.number as reviewed', 'kind', 'assignedAt', 'reviewRequests.status', 'decidedAt'])
    .where('reviewerId', '=', accountId)
    .orderBy('assignedAt')
    .execute();
