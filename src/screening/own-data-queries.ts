import { sql } from 'kysely';
import type { PersonalDataPart } from '../people/personal-data.ts';
import type { Db } from '../schema.ts';

/**
 * What screening keeps of a person, as a candidate and as a screener. A candidate gets the findings as they were settled,
 * with their reasons, once a decision is taken on the application or it is over: what was found of a person is about that
 * person. The sheets from which it was settled are drafts of others, and are not handed out; who screened is not named.
 */
export const SCREENING_DATA: PersonalDataPart = {
  name: 'screening',
  title: { en: 'Screening of applications', fr: 'Examen des candidatures' },
  tables: [
    'screened_applications',
    'screening_duplicates',
    'screening_pages',
    'screening_reminders',
    'screening_reveals',
    'screening_sheets',
  ],
  export: async (db, accountId) => ({
    records: [
      ...(await results(db, accountId)),
      ...(await reveals(db, accountId)),
      ...(await transcribed(db, accountId)),
      ...(await own(db, accountId)),
      ...(await reminders(db, accountId)),
    ],
  }),
  erase: async (db, accountId) => {
    // Where an application is kept, so is what was found of it; it goes with it, by its foreign key.
    await db.deleteFrom('screeningReminders').where('accountId', '=', accountId).execute();
  },
};

/** Decided: a step said so, or the vacancy is over. */
const DECIDED = sql<boolean>`(
  exists (select from application_stages s where s.application_id = applications.id
            and s.position in ('not-retained', 'selected', 'reserve-listed'))
  or vacancies.status in ('filled', 'cancelled') or applications.status = 'withdrawn')`;

async function results(db: Db, accountId: string) {
  const rows = await db
    .selectFrom('screenedApplications')
    .innerJoin('applications', 'applications.id', 'screenedApplications.applicationId')
    .innerJoin('vacancies', 'vacancies.reference', 'applications.vacancyReference')
    .innerJoin('screenings', 'screenings.vacancyReference', 'vacancies.reference')
    .select(['number as application', 'outcome', 'findings', 'rules', 'requirements', 'settledAt'])
    .select(DECIDED.as('decided'))
    .where('applicantId', '=', accountId)
    .orderBy('number')
    .execute();
  return rows.map(({ decided, application, ...settled }) =>
    decided ? { application, ...settled } : { application, screening: 'not-over' },
  );
}

/** What of a candidate's words was uncovered, when and why; not by whom. */
const reveals = (db: Db, accountId: string) =>
  db
    .selectFrom('screeningReveals')
    .innerJoin('applications', 'applications.id', 'screeningReveals.applicationId')
    .select(['number as application', 'kind as uncovered', 'screeningReveals.reason', 'revealedAt'])
    .where('applicantId', '=', accountId)
    .orderBy('revealedAt')
    .execute();

/** Which pages of a candidate's documents were written down by hand, why, and what was read; not by whom. */
const transcribed = (db: Db, accountId: string) =>
  db
    .selectFrom('screeningPages')
    .innerJoin('applications', 'applications.id', 'screeningPages.applicationId')
    .select(['number as application', 'kind as document', 'page', 'screeningPages.reason', 'askedAt'])
    .select(['transcription', 'answeredAt'])
    .where('applicantId', '=', accountId)
    .orderBy('askedAt')
    .execute();

/** Which applications somebody screened, and when; what they found is about others. */
const own = (db: Db, accountId: string) =>
  db
    .selectFrom('screeningSheets')
    .innerJoin('applications', 'applications.id', 'screeningSheets.applicationId')
    .select(['number as screened', 'assignedAt', 'savedAt', 'signedAt'])
    .where('screenerId', '=', accountId)
    .orderBy('number')
    .execute();

/** Of which days, by which a screening was to be done, somebody was reminded. */
const reminders = (db: Db, accountId: string) =>
  db
    .selectFrom('screeningReminders')
    .select(['vacancyReference as screening', 'dueOn', 'sentAt as remindedAt'])
    .where('accountId', '=', accountId)
    .orderBy('sentAt')
    .orderBy('vacancyReference')
    .execute();
