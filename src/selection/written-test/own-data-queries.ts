import type { PersonalDataPart } from '../../people/personal-data.ts';
import type { Db } from '../../schema.ts';

/** What somebody wrote in tests, and when. */
export const WRITTEN_TESTS_DATA: PersonalDataPart = {
  name: 'written-tests',
  title: { en: 'Written tests', fr: 'Épreuves écrites' },
  tables: ['written_papers'],
  export: async (db, accountId) => ({ records: await written(db, accountId) }),
  erase: async () => {
    // It goes with the application, by its foreign key.
  },
};

const written = (db: Db, accountId: string) =>
  db
    .selectFrom('writtenPapers')
    .innerJoin('applications', 'applications.id', 'writtenPapers.applicationId')
    .innerJoin('selectionStages', 'selectionStages.id', 'writtenPapers.stageId')
    .innerJoin('writtenTests', 'writtenTests.stageId', 'writtenPapers.stageId')
    .select(['applications.number as application', 'selectionStages.code as stage', 'begunAt', 'endsAt', 'savedAt'])
    .select(['handedInAt', 'questions', 'texts'])
    .where('applicantId', '=', accountId)
    .orderBy('begunAt')
    .execute();
