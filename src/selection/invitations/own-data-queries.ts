import type { PersonalDataPart } from '../../people/personal-data.ts';
import type { Db } from '../../schema.ts';

/** What somebody answered to invitations, and what came of it. */
export const INVITATIONS_DATA: PersonalDataPart = {
  name: 'invitations',
  title: { en: 'Invitations to stages', fr: 'Invitations à des étapes' },
  tables: ['stage_attendances', 'stage_reminders', 'late_wishes'],
  export: async (db, accountId) => ({
    records: [...(await answered(db, accountId)), ...(await tooLate(db, accountId))],
  }),
  erase: async () => {
    // It goes with the application, by its foreign key.
  },
};

const answered = (db: Db, accountId: string) =>
  db
    .selectFrom('stageAttendances')
    .innerJoin('applications', 'applications.id', 'stageAttendances.applicationId')
    .innerJoin('selectionStages', 'selectionStages.id', 'stageAttendances.stageId')
    .leftJoin('stageSlots', 'stageSlots.id', 'stageAttendances.slotId')
    .select(['applications.number as application', 'selectionStages.code as stage', 'reply', 'repliedAt'])
    .select(['startsAt', 'minutes', 'extraMinutes', 'request', 'answer', 'outcome', 'outcomeReason'])
    .where('applicantId', '=', accountId)
    .orderBy('applications.number')
    .orderBy('selectionStages.number')
    .execute();

const tooLate = (db: Db, accountId: string) =>
  db
    .selectFrom('lateWishes')
    .innerJoin('applications', 'applications.id', 'lateWishes.applicationId')
    .innerJoin('selectionStages', 'selectionStages.id', 'lateWishes.stageId')
    .select(['applications.number as application', 'selectionStages.code as stage', 'kind as tooLate', 'lateBy'])
    .select(['lateWishes.minutes', 'words', 'madeAt'])
    .where('applicantId', '=', accountId)
    .orderBy('madeAt')
    .orderBy('words')
    .execute();
