import { sql } from 'kysely';
import type { PersonalDataPart } from '../../people/personal-data.ts';
import type { Db } from '../../schema.ts';

/** What somebody asked about a decision on them with what they were answered, and the cases that they looked at for others. */
export const REVIEW_DATA: PersonalDataPart = {
  name: 'reviews',
  title: { en: 'Reasons and reviews', fr: 'Motifs et réexamens' },
  tables: ['redone_stages', 'review_requests', 'selection_reports', 'voided_results', 'voided_scores'],
  export: async (db, accountId) => ({
    records: [
      ...(await asked(db, accountId)),
      ...(await lookedAt(db, accountId)),
      ...(await laidAside(db, accountId)),
      ...(await foundByThem(db, accountId)),
    ],
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
    .select(['reviewRequests.status', 'outcomeReason', 'redoFrom', 'redoReach', 'decidedAt'])
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

/** What was found of them and is void: what the panel agreed on, what they wrote, the times they chose; who found what is not told. */
const laidAside = (db: Db, accountId: string) =>
  db
    .selectFrom('voidedResults')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .leftJoin('selectionStages', 'selectionStages.id', 'stageId')
    .select(['applications.number as application', 'kind', 'selectionStages.code as stage', 'voidedAt'])
    .select(sql`coalesce(content -> 'scores', content -> 'texts', content -> 'level', content -> 'request')`.as('void'))
    .where('applicantId', '=', accountId)
    .where('kind', 'in', ['agreed-scores', 'written-paper', 'language-level', 'attendance'])
    .orderBy('voidedAt')
    .orderBy('voidedResults.id')
    .execute();

/** What an assessor or a screener found themselves and is void. */
const foundByThem = (db: Db, accountId: string) =>
  db
    .selectFrom('voidedResults')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .leftJoin('selectionStages', 'selectionStages.id', 'stageId')
    .select(['applications.number as assessed', 'kind', 'selectionStages.code as stage', 'voidedAt'])
    .select(sql`coalesce(content -> 'scores', content -> 'findings')`.as('void'))
    .where('accountId', '=', accountId)
    .where('kind', 'in', ['scores', 'screening-sheet'])
    .orderBy('voidedAt')
    .orderBy('voidedResults.id')
    .execute();
