import type { PersonalDataPart } from '../../people/personal-data.ts';

/** The appointments of a person with each step on a condition; what authorities wrote is nowhere here. */
export const APPOINTMENT_DATA: PersonalDataPart = {
  name: 'appointments',
  title: { en: 'Appointments and their conditions', fr: 'Nominations et leurs conditions' },
  tables: ['appointments', 'condition_steps', 'condition_reminders', 'verification_steps'],
  export: async (db, accountId) => {
    const begun = await db
      .selectFrom('appointments')
      .innerJoin('applications', 'applications.id', 'applicationId')
      .select(['number as application', 'appointments.vacancyReference as post', 'startsOn', 'begunAt', 'endedAt'])
      .where('applicantId', '=', accountId)
      .orderBy('begunAt')
      .execute();
    const steps = await db
      .selectFrom('conditionSteps')
      .innerJoin('appointments', 'appointments.id', 'appointmentId')
      .innerJoin('applications', 'applications.id', 'applicationId')
      .select(['applications.number as application', 'condition', 'conditionSteps.state', 'onDay', 'validUntil'])
      .select(['level', 'authority', 'reason', 'takenAt'])
      .where('applicantId', '=', accountId)
      .orderBy('takenAt')
      .execute();
    const verified = await db
      .selectFrom('verificationSteps')
      .innerJoin('appointments', 'appointments.id', 'appointmentId')
      .innerJoin('applications', 'applications.id', 'applicationId')
      .select(['applications.number as application', 'part', 'entry', 'action', 'onDay', 'words', 'takenAt'])
      .where('applicantId', '=', accountId)
      .orderBy('takenAt')
      .execute();
    return { records: [...begun, ...steps, ...verified] };
  },
  // What was decided about a post is kept as long as its application, and goes with it.
  erase: async () => {},
};
