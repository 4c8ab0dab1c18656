import { sql } from 'kysely';
import { recordEvent } from '../../people/event-queries.ts';
import { wordsHash } from '../../people/held-words.ts';
import type { PersonalDataPart } from '../../people/personal-data.ts';
import type { Db } from '../../schema.ts';

/** Whom somebody named as referees; what these gave, once it was decided about the application. */
export const REFERENCES_DATA: PersonalDataPart = {
  name: 'referees',
  title: { en: 'Referees', fr: 'Référent(e)s' },
  tables: ['referees', 'referee_reminders'],
  export: async (db, accountId) => ({ records: await named(db, accountId) }),
  erase: async (db, accountId, now) => {
    // What was given is part of the record; who was named for nothing, or is only asked, need not be known any longer.
    const { rows } = await sql<Declined>`
      delete from referees r using applications a, selection_stages s
      where a.id = r.application_id and s.id = r.stage_id and a.applicant_id = ${accountId} and r.status <> 'given'
      returning r.status, a.number as application, s.code as stage, r.name, r.decline_word, r.nonce`.execute(db);
    for (const row of rows.filter(({ status }) => status === 'declined')) await recordErased(db, row, now);
  },
};

type Declined = Record<'status' | 'application' | 'stage' | 'name' | 'declineWord', string> & { nonce: string | null };

/** That a reference which was declined went with the account, by the hash of its words: its event stays, and has no row. */
async function recordErased(db: Db, { application, stage, name, declineWord, nonce }: Declined, at: Date) {
  const words = { application, stage, name, given: null, declineWord };
  const details = { stage, erased: nonce === null ? [] : [wordsHash('reference', words, nonce)] };
  const event = { subject: 'application', subjectId: application, action: 'referee-erased', details } as const;
  await recordEvent(db, { ...event, by: { kind: 'system' }, at });
}

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
