import type { Db } from '../../schema.ts';

/** The messages about a person's applications, for the copy of their data; they go with the applications when those go. */
export const exportMessages = (db: Db, accountId: string) =>
  db
    .selectFrom('messages')
    .innerJoin('applications', 'applications.id', 'messages.applicationId')
    .select(['number', 'sender', 'sentAt', 'subject', 'body', 'readAt'])
    .where('applicantId', '=', accountId)
    .orderBy('sentAt')
    .execute();

/** Erases them where the applications are kept. */
export async function eraseMessages(db: Db, accountId: string): Promise<void> {
  await db
    .deleteFrom('messages')
    .where('applicationId', 'in', (query) =>
      query.selectFrom('applications').select('id').where('applicantId', '=', accountId),
    )
    .execute();
}
