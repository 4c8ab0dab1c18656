import type { PersonalFile } from '../../people/personal-data.ts';
import { open, type SealingKeys } from '../../platform/sealing.ts';
import type { Db } from '../../schema.ts';
import { aboutContent, aboutName } from './condition-document-queries.ts';

/** What somebody sent for the conditions of their appointments, with the files themselves. */
export async function exportDocuments(
  db: Db,
  keys: SealingKeys,
  accountId: string,
): Promise<{ records: object[]; files: PersonalFile[] }> {
  const rows = await ofPerson(db, accountId)
    .selectAll('conditionDocuments')
    .select('applications.number as application')
    .execute();
  const found = rows.map((row, index) => {
    const { id, application, condition, item, sizeBytes, uploadedAt, scan } = row;
    const fileName = open(row.name, keys, aboutName(id)).toString('utf8');
    const file = `${application}/appointment/${index + 1}-${fileName.replaceAll(/[^\p{L}\p{N}. _-]/gu, '_')}`;
    return {
      record: { application, condition, item, fileName, sizeBytes, uploadedAt, scan, file },
      file: { name: file, content: open(row.content, keys, aboutContent(id)) },
    };
  });
  return { records: found.map(({ record }) => record), files: found.map(({ file }) => file) };
}

const ofPerson = (db: Db, accountId: string) =>
  db
    .selectFrom('conditionDocuments')
    .innerJoin('appointments', 'appointments.id', 'appointmentId')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .where('applicantId', '=', accountId)
    .orderBy('conditionDocuments.number');

/** Erases what somebody sent, and what they were told, whatever else is kept of them. */
export async function eraseDocuments(db: Db, accountId: string): Promise<void> {
  await db
    .deleteFrom('conditionDocuments')
    .where('appointmentId', 'in', (query) =>
      query
        .selectFrom('appointments')
        .innerJoin('applications', 'applications.id', 'applicationId')
        .select('appointments.id')
        .where('applicantId', '=', accountId),
    )
    .execute();
  await db.deleteFrom('appointmentMails').where('accountId', '=', accountId).execute();
}
