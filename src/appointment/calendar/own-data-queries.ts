import { ownRows } from '../../people/personal-data-queries.ts';
import type { PersonalDataPart } from '../../people/personal-data.ts';

/** Every step on a contract of somebody, with what was said of it, and of which dates they or the office were reminded. */
export const CONTRACT_DATA: PersonalDataPart = {
  name: 'contracts',
  title: { en: 'Contracts and what was decided on them', fr: 'Contrats et décisions les concernant' },
  tables: ['contract_steps', 'contract_reminders'],
  export: async (db, accountId) => {
    const steps = await db
      .selectFrom('contractSteps')
      .innerJoin('appointments', 'appointments.id', 'appointmentId')
      .innerJoin('applications', 'applications.id', 'applicationId')
      .select(['applications.number as application', 'appointments.vacancyReference as post', 'action', 'months'])
      .select(['onDay', 'authority', 'agreedOn', 'ground', 'reason', 'takenAt'])
      .where('applicantId', '=', accountId)
      .orderBy('takenAt')
      .orderBy('contractSteps.number')
      .execute();
    const reminders = await db
      .selectFrom('contractReminders')
      .innerJoin('appointments', 'appointments.id', 'appointmentId')
      .innerJoin('applications', 'applications.id', 'applicationId')
      .select(['applications.number as application', 'kind as reminderOf', 'day', 'sentAt'])
      .where('applicantId', '=', accountId)
      .orderBy('sentAt')
      .execute();
    return { records: [...steps, ...reminders] };
  },
  // What was decided on a contract is kept as long as the application, and goes with it.
  erase: async () => {},
};

/** That somebody has a private address for their calendar program, and since when. */
export const CONTRACT_FEED_DATA = ownRows({
  name: 'contract-calendar',
  title: { en: 'Address of your calendar of contracts', fr: 'Adresse de votre agenda des contrats' },
  table: 'contractFeeds',
  tableName: 'contract_feeds',
  without: ['tokenHash'],
});
