import { eventsOf } from '../people/event-queries.ts';
import type { PersonalDataPart } from '../people/personal-data.ts';
import type { Db } from '../schema.ts';
import { toldOf, type Frozen } from './integrity-case.ts';

/** The cases of a person's applications, with what they were shown and answered, and when staff looked at passages of theirs. */
async function exportIntegrity(db: Db, accountId: string) {
  const rows = await db
    .selectFrom('applications')
    .leftJoin('integrityReadings', 'integrityReadings.applicationId', 'applications.id')
    .select(['applications.id', 'number', 'readAt'])
    .where('applicantId', '=', accountId)
    .where('submittedAt', 'is not', null)
    .orderBy('number')
    .execute();
  const records = await Promise.all(
    rows.map(async ({ id, number, readAt }) => {
      const events = await eventsOf(db, 'integrity', number);
      const looks = events.filter(({ action }) => action === 'evidence-opened').map(({ at }) => at);
      return { number, textReadAt: readAt, texts: await textsOf(db, id), looks, cases: await casesOf(db, id) };
    }),
  );
  return records.filter(({ textReadAt, looks, cases }) => textReadAt !== null || looks.length + cases.length > 0);
}

const textsOf = (db: Db, applicationId: string) =>
  db
    .selectFrom('integrityTexts')
    .select(['part', 'content'])
    .where('applicationId', '=', applicationId)
    .orderBy('id')
    .execute();

async function casesOf(db: Db, applicationId: string) {
  const rows = await db
    .selectFrom('integrityCases')
    .select(['status', 'reason', 'evidence', 'openedAt', 'answerUntil', 'answer', 'answeredAt'])
    .select(['decisionReason', 'decidedAt'])
    .where('applicationId', '=', applicationId)
    .orderBy('openedAt')
    .execute();
  return rows.map(({ evidence, ...row }) => ({
    ...row,
    evidence: (evidence as Frozen[]).map(({ finding, sha256 }) => ({ ...toldOf(finding), sha256 })),
  }));
}

/** What is read of a person's applications goes with their account; a case is part of what is kept of the application. */
const eraseTexts = async (db: Db, accountId: string): Promise<void> => {
  await db
    .deleteFrom('integrityReadings')
    .where('applicationId', 'in', (query) =>
      query.selectFrom('applications').select('id').where('applicantId', '=', accountId),
    )
    .execute();
};

export const INTEGRITY_DATA: PersonalDataPart = {
  name: 'integrity',
  title: { en: 'Questions about your own work', fr: 'Questions sur votre propre travail' },
  tables: ['integrity_readings', 'integrity_texts', 'integrity_fingerprints', 'integrity_cases'],
  export: async (db, accountId) => ({ records: await exportIntegrity(db, accountId) }),
  erase: eraseTexts,
};
