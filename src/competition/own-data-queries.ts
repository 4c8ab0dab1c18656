import type { PersonalDataPart } from '../people/personal-data.ts';
import type { Db } from '../schema.ts';

/** What somebody did in competitions of others: their tasks, what they signed, and whom they said they cannot judge. */
export const COMPETITION_DATA: PersonalDataPart = {
  name: 'competitions',
  title: { en: 'Tasks in competitions', fr: 'Tâches dans des concours' },
  tables: ['competition_members', 'competition_declarations', 'conflicts_of_interest'],
  export: async (db, accountId) => ({
    records: [...(await tasks(db, accountId)), ...(await signed(db, accountId)), ...(await conflicts(db, accountId))],
  }),
  erase: async () => {
    // A decision stands by who took part in it: it goes with the record of the competition.
  },
};

const tasks = (db: Db, accountId: string) =>
  db
    .selectFrom('competitionMembers')
    .select([
      'vacancyReference',
      'role',
      'grade',
      'unit',
      'gender',
      'nationality',
      'gradeReason',
      'namingReason',
      'addedAt',
      'removedAt',
    ])
    .where('accountId', '=', accountId)
    .orderBy('addedAt')
    .execute();

const signed = (db: Db, accountId: string) =>
  db
    .selectFrom('competitionDeclarations')
    .select(['vacancyReference', 'candidates', 'signedAt'])
    .where('accountId', '=', accountId)
    .orderBy('signedAt')
    .execute();

/** By the application's number: of the candidate it tells nothing more. */
const conflicts = (db: Db, accountId: string) =>
  db
    .selectFrom('conflictsOfInterest')
    .innerJoin('applications', 'applications.id', 'conflictsOfInterest.applicationId')
    .select(['conflictsOfInterest.vacancyReference', 'applications.number as application', 'kind', 'foundBy'])
    .select(['reason', 'foundAt', 'clearedAt', 'clearingReason'])
    .where('accountId', '=', accountId)
    .orderBy('foundAt')
    .execute();
