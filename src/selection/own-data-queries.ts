import { sql } from 'kysely';
import type { PersonalDataPart } from '../people/personal-data.ts';
import type { Db } from '../schema.ts';

/**
 * What was scored: to a candidate what the panel agreed on, once it was decided about them; to an assessor what they gave.
 * Who gave what is for the record of the competition.
 */
export const SCORES_DATA: PersonalDataPart = {
  name: 'scores',
  title: { en: 'Scores', fr: 'Notes d’évaluation' },
  tables: ['score_sheets', 'consensus_sheets', 'report_signatures', 'language_results'],
  export: async (db, accountId) => ({
    records: [
      ...(await agreed(db, accountId)),
      ...(await languageLevels(db, accountId)),
      ...(await given(db, accountId)),
      ...(await signed(db, accountId)),
    ],
  }),
  erase: async () => {
    // They go with the application, by its foreign key; what an assessor gave, with the record of the competition.
  },
};

const DECIDED = sql<boolean>`(select position from application_stages s where s.application_id = applications.id
  order by s.number desc limit 1) in ('selected', 'reserve-listed', 'not-retained')`;

const agreed = (db: Db, accountId: string) =>
  db
    .selectFrom('consensusSheets')
    .innerJoin('applications', 'applications.id', 'consensusSheets.applicationId')
    .innerJoin('selectionStages', 'selectionStages.id', 'consensusSheets.stageId')
    .select(['applications.number as application', 'selectionStages.code as stage', 'scores', 'recordedAt'])
    .where('applicantId', '=', accountId)
    .where(DECIDED)
    .orderBy('applications.number')
    .orderBy('selectionStages.number')
    .execute();

const languageLevels = (db: Db, accountId: string) =>
  db
    .selectFrom('languageResults')
    .innerJoin('applications', 'applications.id', 'languageResults.applicationId')
    .select(['applications.number as application', 'languageResults.language as tested', 'level', 'recordedAt'])
    .where('applicantId', '=', accountId)
    .where(DECIDED)
    .orderBy('applications.number')
    .orderBy('recordedAt')
    .execute();

const given = (db: Db, accountId: string) =>
  db
    .selectFrom('scoreSheets')
    .innerJoin('applications', 'applications.id', 'scoreSheets.applicationId')
    .innerJoin('selectionStages', 'selectionStages.id', 'scoreSheets.stageId')
    .select(['applications.number as scored', 'selectionStages.code as stage', 'scores', 'signedAt'])
    .where('accountId', '=', accountId)
    .orderBy('applications.number')
    .orderBy('selectionStages.number')
    .execute();

const signed = (db: Db, accountId: string) =>
  db
    .selectFrom('reportSignatures')
    .innerJoin('selectionReports', 'selectionReports.id', 'reportId')
    .select(['vacancyReference', 'number as report', 'role', 'dissent', 'signedAt'])
    .where('accountId', '=', accountId)
    .orderBy('signedAt')
    .execute();
