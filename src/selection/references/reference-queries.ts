import { sql, type Selectable } from 'kysely';
import type { NoticeRecord } from '../../notices/notice.ts';
import { doerOf, type Actor, type Doer } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { heldWords } from '../../people/held-words.ts';
import { hashSecret } from '../../people/session.ts';
import type { Language } from '../../platform/language.ts';
import type { Db, RefereesTable } from '../../schema.ts';
import {
  answersSchema,
  givenSchema,
  referenceToken,
  type Answers,
  type Given,
  type NewReferee,
  type Referee,
  type RefereeStatus,
} from './reference.ts';

/** Those whom a candidate named for a stage, in the order of naming. */
export async function refereesOf(db: Db, { stageId, applicationId }: Of): Promise<Referee[]> {
  const rows = await db
    .selectFrom('referees')
    .selectAll()
    .where('stageId', '=', stageId)
    .where('applicationId', '=', applicationId)
    .orderBy('namedAt')
    .orderBy('id')
    .execute();
  return rows.map(refereeOf);
}
type Of = { stageId: string; applicationId: string };

const refereeOf = (row: Selectable<RefereesTable>): Referee => ({
  id: row.id,
  name: row.name,
  email: row.email,
  relation: row.relation,
  language: row.language as Language,
  status: row.status as RefereeStatus,
  askedAt: row.askedAt,
  answeredAt: row.answeredAt,
  declineWord: row.declineWord,
  version: row.version,
});

/** What was done about a referee, on which application; the event names neither the referee nor what they wrote. */
export type About = { number: string; stage: string; by: Doer; at: Date };
type ToTell = About & { held?: readonly string[] };
const record = (db: Db, action: string, { number, stage, by, at, held }: ToTell) => {
  const details = { stage, ...(held && { held }) };
  return recordEvent(db, { subject: 'application', subjectId: number, action, by, at, details });
};

/** Names somebody; false where the same address was named meanwhile. */
export async function recordNamed(db: Db, referee: NewReferee & Of, about: About): Promise<boolean> {
  const named = await db
    .insertInto('referees')
    .values({ ...referee, namedAt: about.at })
    .onConflict((conflict) => conflict.columns(['stageId', 'applicationId', 'email']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (named) await record(db, 'referee-named', about);
  return named !== undefined;
}

/** Takes a name off the list of whom nobody has asked. */
export async function removeNamed(db: Db, { id }: Referee, about: About): Promise<boolean> {
  const gone = await db
    .deleteFrom('referees')
    .where('id', '=', id)
    .where('status', '=', 'named')
    .returning('id')
    .execute();
  if (gone.length > 0) await record(db, 'referee-removed', about);
  return gone.length > 0;
}

/** Writes that a referee is asked with the candidate's consent; answers the secret of their link. */
export async function recordAsked(db: Db, referee: Referee, { secret, ...about }: About & { secret: string }) {
  const token = referenceToken({ id: referee.id, askedAt: about.at }, secret);
  const written = await db
    .updateTable('referees')
    .set({ status: 'asked', consentedAt: about.at, askedAt: about.at, tokenHash: hashSecret(token) })
    .set({ version: referee.version })
    .where('id', '=', referee.id)
    .where('version', '=', referee.version - 1)
    .executeTakeFirst();
  if (written.numUpdatedRows === 0n) return undefined;
  await record(db, 'referee-asked', about);
  return token;
}

/** Takes the consent back: the link opens nothing any more, and what was typed under it is gone. */
export async function recordTakenBack(db: Db, referee: Referee, about: About): Promise<boolean> {
  const written = await db
    .updateTable('referees')
    .set({ status: 'named', consentedAt: null, askedAt: null, tokenHash: null, draft: '{}', version: referee.version })
    .where('id', '=', referee.id)
    .where('status', '=', 'asked')
    .executeTakeFirst();
  if (written.numUpdatedRows === 0n) return false;
  await record(db, 'reference-consent-withdrawn', about);
  return true;
}

/** Everything that the page of a link shows, and nothing beside. */
export type OpenedLink = {
  applicationId: string;
  referee: Referee;
  draft: Answers;
  number: string;
  reference: string;
  stage: string;
  candidate: { givenNames: string; familyName: string };
  notice: Pick<NoticeRecord, 'title' | 'competencies'>;
};

const NOT_DECIDED_AGAINST = sql<boolean>`coalesce((select position from application_stages p
  where p.application_id = applications.id order by p.number desc limit 1), 'received') <> 'not-retained'`;

/** Whom a link is for: only while they are asked, the stage is open and the application goes on. */
export async function findLink(db: Db, token: string): Promise<OpenedLink | undefined> {
  const row = await db
    .selectFrom('referees')
    .innerJoin('applications', 'applications.id', 'referees.applicationId')
    .innerJoin('selectionStages', 'selectionStages.id', 'referees.stageId')
    .innerJoin('vacancies', 'vacancies.reference', 'applications.vacancyReference')
    .selectAll('referees')
    .select(['applications.number', 'reference', 'selectionStages.code as stage', 'notice'])
    .select([
      sql<string>`answers #>> '{identity,givenNames}'`.as('givenNames'),
      sql<string>`answers #>> '{identity,familyName}'`.as('familyName'),
    ])
    .where('tokenHash', '=', hashSecret(token))
    .where('referees.status', '=', 'asked')
    .where('selectionStages.status', '=', 'open')
    .where('applications.status', '=', 'submitted')
    .where(NOT_DECIDED_AGAINST)
    .executeTakeFirst();
  if (!row) return undefined;
  const { number, reference, stage, givenNames, familyName } = row;
  const notice = row.notice as OpenedLink['notice'];
  const draft = answersSchema.parse(row.draft);
  const { applicationId } = row;
  return {
    applicationId,
    referee: refereeOf(row),
    draft,
    number,
    reference,
    stage,
    candidate: { givenNames, familyName },
    notice,
  };
}

/** Keeps what is typed under a link; typing is no event. False where it was typed elsewhere meanwhile. */
export async function recordDraft(db: Db, { id, version }: Pick<Referee, 'id' | 'version'>, draft: Answers) {
  const { numUpdatedRows } = await db
    .updateTable('referees')
    .set({ draft: JSON.stringify(draft), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'asked')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What ends a link. */
export type Answered = { given: Given } | { declineWord: string };

/** Writes what was given, or that it was declined: once, and the link is void from then on. */
export async function recordAnswered(
  db: Db,
  { id, name }: Pick<Referee, 'id' | 'name'>,
  answered: Answered & Omit<About, 'by'>,
): Promise<boolean> {
  const { at, number, stage } = answered;
  const isGiven = 'given' in answered;
  const given = isGiven ? answered.given : null;
  const declineWord = isGiven ? '' : answered.declineWord;
  const { nonce, sha256 } = heldWords('reference', { application: number, stage, name, given, declineWord });
  const written = await db
    .updateTable('referees')
    .set({ tokenHash: null, draft: '{}', answeredAt: at, nonce, version: sql<number>`version + 1` })
    .set({ status: isGiven ? 'given' : 'declined', given: given && JSON.stringify(given), declineWord })
    .where('id', '=', id)
    .where('status', '=', 'asked')
    .executeTakeFirst();
  if (written.numUpdatedRows === 0n) return false;
  const about = { number, stage, at, by: { kind: 'system' } as const };
  await record(db, isGiven ? 'reference-given' : 'reference-declined', { ...about, held: [sha256] });
  return true;
}

/** Where those of a stage stand, by application: without what was given. */
export async function refereesAt(db: Db, stageId: string): Promise<Map<string, Referee[]>> {
  const rows = await db.selectFrom('referees').selectAll().where('stageId', '=', stageId).orderBy('namedAt').execute();
  const found = new Map<string, Referee[]>();
  for (const row of rows) found.set(row.applicationId, [...(found.get(row.applicationId) ?? []), refereeOf(row)]);
  return found;
}

export type GivenReference = { referee: Referee; given: Given; applicationId: string };

/** What one referee gave at a stage. */
export async function findGiven(db: Db, stageId: string, id: string): Promise<GivenReference | undefined> {
  const row = await db
    .selectFrom('referees')
    .selectAll()
    .where('id', '=', id)
    .where('stageId', '=', stageId)
    .where('status', '=', 'given')
    .executeTakeFirst();
  return row && { referee: refereeOf(row), given: givenSchema.parse(row.given), applicationId: row.applicationId };
}

/** Who read a reference: it stands with the application. */
export const recordRead = (db: Db, { number, stage, actor, at }: Omit<About, 'by'> & { actor: Actor }) =>
  record(db, 'reference-read', { number, stage, at, by: doerOf(actor) });
