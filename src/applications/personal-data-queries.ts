import type { PersonalDataPart, PersonalFile } from '../people/personal-data.ts';
import { recordEvent } from '../people/event-queries.ts';
import type { Db } from '../schema.ts';

/**
 * What applications/ keeps of a person. Drafts go at once. A submitted application stays until its retention period ends:
 * the competition must be shown to have been fair. One that still runs is withdrawn, since nobody can be reached any more.
 */
export const APPLICATION_DATA: PersonalDataPart = {
  name: 'applications',
  title: { en: 'Applications', fr: 'Candidatures' },
  tables: [
    'applications',
    'application_documents',
    'documents_set_aside',
    'draft_reminders',
    'missed_news',
    'receipts',
    'receipt_log_entries',
    'receipts_to_enter',
  ],
  export: async (db, accountId) => {
    const records = await db
      .selectFrom('applications')
      .leftJoin('receipts', 'receipts.applicationId', 'applications.id')
      .leftJoin('receiptLogEntries', 'receiptLogEntries.applicationId', 'applications.id')
      .select(['number', 'vacancyReference', 'status', 'entrance', 'createdAt', 'updatedAt', 'submittedAt'])
      .select(['discardedAt', 'answers'])
      .select(['receivedAt', 'content as receipt', 'leafIndex as receiptLogIndex', 'enteredAt as enteredInLogAt'])
      .where('applicantId', '=', accountId)
      .orderBy('createdAt')
      .execute();
    const files = await filesOf(db, accountId);
    const receipts = records.flatMap(({ number, receipt }) =>
      receipt === null ? [] : [{ name: `${number}/receipt.json`, content: new TextEncoder().encode(receipt) }],
    );
    const own = records.map(({ receipt, ...record }) => ({
      ...record,
      files: [...receipts, ...files].map(({ name }) => name).filter((name) => name.startsWith(`${record.number}/`)),
      ...(receipt !== null && { receivedAs: `${record.number}/receipt.json` }),
    }));
    return { records: own, files: [...receipts, ...files] };
  },
  erase: async (db, accountId, now) => {
    await db.deleteFrom('applications').where('applicantId', '=', accountId).where('submittedAt', 'is', null).execute();
    const withdrawn = await db
      .updateTable('applications')
      .set((row) => ({ status: 'withdrawn', updatedAt: now, version: row('version', '+', 1) }))
      .where('applicantId', '=', accountId)
      .where('status', '=', 'submitted')
      .where('vacancyReference', 'in', undecided(db))
      .returning('number')
      .execute();
    for (const { number } of withdrawn) {
      const details = { because: 'account-erased' };
      const event = { subject: 'application', subjectId: number, action: 'withdraw', details } as const;
      await recordEvent(db, { ...event, by: { kind: 'system' }, at: now });
    }
  },
};

const undecided = (db: Db) =>
  db.selectFrom('vacancies').select('reference').where('status', 'in', ['published', 'closed']);

/** Each document under the number of its application; its name is kept, less what a file system would stumble over. */
async function filesOf(db: Db, accountId: string): Promise<PersonalFile[]> {
  const rows = await db
    .selectFrom('applicationDocuments')
    .innerJoin('applications', 'applications.id', 'applicationDocuments.applicationId')
    .select(['number', 'kind', 'fileName', 'content'])
    .where('applicantId', '=', accountId)
    .orderBy('number')
    .orderBy('kind')
    .execute();
  return rows.flatMap(({ number, kind, fileName, content }) => {
    // A file in which something harmful was found is kept no longer: its row says that it was there.
    if (content === null) return [];
    return [{ name: `${number}/${kind}-${fileName.replaceAll(/[^\p{L}\p{N}. _-]/gu, '_')}`, content }];
  });
}
