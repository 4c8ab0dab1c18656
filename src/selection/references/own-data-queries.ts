import { sql } from 'kysely';
import type { PersonalDataPart } from '../../people/personal-data.ts';
import type { Db } from '../../schema.ts';

/** Whom somebody named as referees; what these gave, once it was decided about the application. */
export const REFERENCES_DATA: PersonalDataPart = {
  name: 'referees',
  title: { en: 'Referees', fr: 'Référent(e)s' },
  tables: ['referees', 'referee_reminders'],
  export: async (db, accountId) => ({ records: await named(db, accountId) }),
  erase: async (db, accountId) => {
    // What was given is part of the record; who was named for nothing, or is only asked, need not be known any longer.
    await db
      .deleteFrom('referees')
      .where('status', '<>', 'given')
      .where('applicationId', 'in', (query) =>
        query.selectFrom('applications').select('id').where('applicantId', '=', accountId),
      )
      .execute();
  },
};

const DECIDED = sql<boolean>`(select position from application_stages s where s.application_id = applications.id
  order by s.number desc limit 1) in ('selected', 'reserve-listed', 'not-retained')`;

const named = (db: Db, accountId: string) =>
  db
    .selectFrom('referees')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .select(['applications.number as application', 'name', 'email', 'relation', 'language', 'referees.status'])
    .select(['namedAt', 'consentedAt', 'askedAt', 'answeredAt'])
    .select(sql`case when ${DECIDED} then given end`.as('given'))
    .where('applicantId', '=', accountId)
    .orderBy('namedAt')
    .execute();
