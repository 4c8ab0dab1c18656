import { eraseDocuments, exportDocuments } from '../candidate/own-documents-queries.ts';
import type { SealingKeys } from '../../platform/sealing.ts';
import type { Db } from '../../schema.ts';
import type { PersonalDataPart } from '../../people/personal-data.ts';

/** The appointments of a person with each step on a condition, and what they sent; what authorities wrote is nowhere here. */
export const appointmentData = (keys: SealingKeys): PersonalDataPart => ({
  name: 'appointments',
  title: { en: 'Appointments and their conditions', fr: 'Nominations et leurs conditions' },
  tables: [
    'appointments',
    'condition_steps',
    'condition_reminders',
    'verification_steps',
    'condition_documents',
    'appointment_mails',
  ],
  export: async (db, accountId) => {
    const told = await db
      .selectFrom('appointmentMails')
      .select(['kind as mail', 'sentAt'])
      .where('accountId', '=', accountId)
      .orderBy('sentAt')
      .execute();
    const { records, files } = await exportDocuments(db, keys, accountId);
    return { records: [...(await seenThrough(db, accountId)), ...told, ...records], files };
  },
  // What was decided about a post is kept as long as its application, and goes with it; what the person sent need not be.
  erase: eraseDocuments,
});

/** What was begun, recorded and verified. */
async function seenThrough(db: Db, accountId: string): Promise<object[]> {
  const begun = await db
    .selectFrom('appointments')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .select([
      'number as application',
      'appointments.vacancyReference as post',
      'startsOn',
      'begunAt',
      'endedAt',
      'appointedAt',
    ])
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
  return [...begun, ...steps, ...verified];
}
