import type { Db } from '../../schema.ts';

/** The steps taken for a person's applications, for the copy of their data: what they were told, not who decided. */
export const exportSelection = (db: Db, accountId: string) =>
  db
    .selectFrom('applicationStages')
    .innerJoin('applications', 'applications.id', 'applicationStages.applicationId')
    .select(['applications.number as application', 'position', 'stage', 'dueOn', 'enteredAt', 'told', 'note'])
    .select('belowLevel as whyBelowLanguageLevel')
    .where('applicantId', '=', accountId)
    .orderBy('application')
    .orderBy('applicationStages.number')
    .execute();

/** The withdrawals of a person's applications, with the reason if one was chosen. */
export const exportWithdrawals = (db: Db, accountId: string) =>
  db
    .selectFrom('applicationWithdrawals')
    .innerJoin('applications', 'applications.id', 'applicationWithdrawals.applicationId')
    .select(['number', 'withdrawnAt', 'reason'])
    .where('applicantId', '=', accountId)
    .orderBy('number')
    .execute();
