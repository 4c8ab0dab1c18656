import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordMessages, recordReply } from '../../../applications/messages/message-queries.ts';
import type { Actor } from '../../../people/actor.ts';
import { endRetention } from '../../../portal/my-data/retention-tasks.ts';
import { planOf } from '../../../selection/plan/plan-queries.ts';
import { recordAnswered, recordAsked, recordNamed } from '../../../selection/references/reference-queries.ts';
import { recordBegun, recordPaper, type Author } from '../../../selection/written-test/written-test-queries.ts';
import { testApp, type TestApp } from '../../../testing.ts';
import { auditRows } from './database-queries.ts';
import { decidedCompetition, type SmallCompetition } from '../testing/competition-testing.ts';
import { screenedCompetition, type ScreenedCompetition } from '../testing/screened-testing.ts';
import { archiveOf, filesOf, keyOf, type Files } from '../testing/files-testing.ts';
import { verifyRecord } from './audit.ts';

const DECIDED = '260491';
const SCREENED = '260492';

let app: TestApp;
let decided: SmallCompetition;
let screened: ScreenedCompetition;

beforeAll(async () => {
  app = await testApp();
  decided = await decidedCompetition(app, DECIDED);
  await write();
  screened = await screenedCompetition(app, SCREENED);
  await correspond();
});
afterAll(() => app.close());

/** Staff write to the one who was turned down, who answers. */
async function correspond(): Promise<void> {
  const [number = ''] = screened.numbers;
  const [candidate] = screened.applicants;
  const { id } = await app.db
    .selectFrom('applications')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const actor = { accountId: screened.manager.accountId ?? '', roles: ['recruitment-manager'] } as unknown as Actor;
  const text = { subject: { en: 'Documents' }, body: { en: 'Please send your degree.' }, replies: true };
  const answer = { subject: { en: 'Re: Documents' }, body: { en: 'Here it is.' }, now: app.now };
  await app.db.transaction().execute(async (transaction) => {
    await recordMessages(transaction, { candidates: [{ id, number }], text, actor }, app.now);
    const of = { applicationId: id, number, accountId: candidate?.accountId ?? '' };
    await recordReply(transaction, of, answer);
  });
}

/** The first candidate writes a test, and a referee answers of them. */
async function write(): Promise<void> {
  const [stage] = await planOf(app.db, DECIDED);
  const [number = ''] = decided.numbers;
  const { id: applicationId } = await app.db
    .selectFrom('applications')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const [stageId, code, at] = [stage?.id ?? '', stage?.code ?? '', app.now];
  const ends = new Date(at.getTime() + 3_600_000);
  const settings = { minutes: 60, opensAt: at, closesAt: ends, maxCharacters: 500, questions: '[]' };
  await app.db
    .insertInto('writtenTests')
    .values({ stageId, ...settings })
    .execute();
  const by = { kind: 'account', id: decided.applicants[0]?.accountId ?? '' } as const;
  const author: Author = { key: { stageId, applicationId }, number, stage: code, by, at };
  const paper = { begunAt: at, endsAt: ends, savedAt: null, handedInAt: null, version: 1, texts: {} };
  await recordBegun(app.db, paper, author);
  const handedIn = { savedAt: at, handedInAt: at, version: 2, texts: { c1: 'We gauged it twice.' } };
  await recordPaper(app.db, { ...paper, ...handedIn }, author);
  const about = { number, stage: code, at, by };
  for (const name of ['Per Dahl', 'Ida Moe'])
    await recordNamed(
      app.db,
      { name, email: `${name.slice(0, 3)}@river.example`, relation: 'Head', language: 'en', stageId, applicationId },
      about,
    );
  const rows = await app.db.selectFrom('referees').selectAll().orderBy('name', 'desc').execute();
  for (const [place, row] of rows.entries()) {
    const referee = { ...row, draft: undefined, version: row.version + 1 } as unknown as Parameters<
      typeof recordAsked
    >[1];
    await recordAsked(app.db, referee, { ...about, secret: 'a secret of the installation' });
    const given = { know: '=She led my unit.', from: '', to: '', other: '', items: [] };
    const answer = place === 0 ? { given } : { declineWord: '=I hardly know her.' };
    await recordAnswered(app.db, row, { number, stage: code, at, ...answer });
  }
}

const exported = async (reference: string): Promise<Files> =>
  filesOf((await decided.manager.post(`/en/staff/vacancies/${reference}/record`)).body);
async function verified(files: Files) {
  const audit = await verifyRecord(archiveOf(files), { keys: [await keyOf(app.context)] });
  if (!audit.ok) throw new Error('no record');
  return audit.value;
}
const audited = () => auditRows(app.db, 'en');

type Told = { table: string; of?: string };
/** Kinds of words, with what whoever may do everything in the database changes, and the table that is then named. */
const ALTERED: Record<string, { statement: string; reference: string; tells: Told }> = {
  'a finding of a screener': {
    statement: `update screening_sheets set findings = replace(findings::text, 'No degree', 'No good')::jsonb
      where screener_id = (select min(screener_id::text)::uuid from screening_sheets)`,
    reference: SCREENED,
    tells: { table: 'screening-sheets.csv' },
  },
  'a settled reason': {
    statement: `update screened_applications set findings = replace(findings::text, 'No degree', 'No good')::jsonb`,
    reference: SCREENED,
    tells: { table: 'screening-results.csv' },
  },
  'a level of language': {
    statement: `update language_results set level = 'V' where language = 'fr'`,
    reference: SCREENED,
    tells: { table: 'language-levels.csv' },
  },
  'a message to a candidate': {
    statement: `update messages set body = jsonb_set(body, '{en}', '"Please send nothing."')
      where body ->> 'en' like 'Please send%'`,
    reference: SCREENED,
    tells: { table: 'messages.csv' },
  },
  'an answer of a candidate': {
    statement: `update messages set body = '{"en": "I have none."}' where sender = 'applicant'`,
    reference: SCREENED,
    tells: { table: 'messages.csv' },
  },
  'a note beside agreed scores': {
    statement: `update consensus_sheets set scores = replace(scores::text, '"note": "', '"note": "Not ')::jsonb
      where application_id = (select min(application_id::text)::uuid from consensus_sheets)`,
    reference: DECIDED,
    tells: { table: 'agreed-scores.csv' },
  },
  'words of dissent': {
    statement: `update report_signatures set dissent = 'I have nothing to say.' where dissent <> ''`,
    reference: DECIDED,
    tells: { table: 'signatures.csv' },
  },
  'a letter that told of the decision': {
    statement: `update messages set body = jsonb_set(body, '{en}', '"You were the best."')
      where id = (select min(id::text)::uuid from messages
        where sender = 'staff' and body ->> 'en' not like 'Please%')`,
    reference: DECIDED,
    tells: { table: 'messages.csv' },
  },
  'a reference': {
    statement: `update referees set given = jsonb_set(given, '{know}', '"I do not know her."') where status = 'given'`,
    reference: DECIDED,
    tells: { table: 'references.csv' },
  },
  'whose reference it is': {
    statement: `update referees set name = 'Somebody Else' where status = 'given'`,
    reference: DECIDED,
    tells: { table: 'references.csv' },
  },
  'why somebody gave none': {
    statement: `update referees set decline_word = 'She is a fraud.' where status = 'declined'`,
    reference: DECIDED,
    tells: { table: 'references.csv' },
  },
  'an answer of a written test': {
    statement: `update written_papers set texts = '{"c1": "We never gauged it."}'`,
    reference: DECIDED,
    tells: { table: 'written-papers.csv' },
  },
};

/** Changes the database past its triggers, looks, and takes the change back. */
async function changed<Found>(statement: string, look: () => Promise<Found>): Promise<Found> {
  const tables = ['screening_sheets', 'screened_applications', 'language_results', 'messages', 'consensus_sheets'];
  const all = [...tables, 'report_signatures', 'referees', 'written_papers'];
  const past = (statements: string[]) =>
    app.db.transaction().execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction);
      for (const one of statements) await sql.raw(one).execute(transaction);
    });
  await past(all.map((name) => `create table kept_${name} as table ${name}`));
  try {
    await past([statement]);
    return await look();
  } finally {
    await past(all.flatMap((name) => [`delete from ${name}`, `insert into ${name} table kept_${name}`]));
    await past(all.map((name) => `drop table kept_${name}`));
  }
}

test('words that nobody changed agree with the hashes of their events, in the database and in the record', async () => {
  const { problems, held, unheld } = await audited();

  expect(problems).toEqual([]);
  expect(held).toBeGreaterThan(15);
  expect(unheld).toBe(0);
  for (const reference of [DECIDED, SCREENED]) {
    const { words, problems: found } = await verified(await exported(reference));
    expect(found).toEqual([]);
    expect(words.held).toBeGreaterThan(5);
    expect(words.unheld).toBe(0);
  }
});

describe.each(Object.entries(ALTERED))('%s, altered in the database', (_, { statement, reference, tells }) => {
  test('is named, in the database and in a record that is made afterwards', async () => {
    const { rows, problems } = await changed(statement, async () => ({
      rows: await audited(),
      problems: (await verified(await exported(reference))).problems,
    }));

    expect(rows.problems.length).toBeGreaterThan(0);
    expect(rows.problems.every((one) => one.startsWith(`${reference}: ${tells.table}, row `))).toBe(true);
    expect(rows.problems.join()).toContain('says otherwise (words)');
    expect(problems).toContainEqual(expect.objectContaining({ kind: 'row-differs', in: ['words'], ...tells }));
  });

  test('is named though its hash was taken from the row', async () => {
    const table = /^update (\w+)/.exec(statement)?.[1] ?? '';
    const { problems } = await changed(`${statement}; update ${table} set nonce = null`, audited);

    expect(problems.join()).toContain(`${reference}: ${tells.table}, row `);
  });
});

test.each([
  ['messages', `delete from messages where body ->> 'en' like 'Please send%'`, 'message-sent'],
  ['references', `delete from referees where status = 'given'`, 'reference-given'],
  ['papers', `delete from written_papers`, 'written-test-handed-in'],
  ['one of two levels of an event', `delete from language_results where language = 'fr'`, 'language-level-recorded'],
  ['sheets', `delete from screened_applications`, 'screening-settled'],
])('%s that were removed from the database are named by their event', async (_, statement, action) => {
  const { problems } = await changed(statement, audited);

  expect(problems.join()).toContain(`“${action}”`);
});

test('an application that was removed with all that belongs to it is named', async () => {
  const before = (await audited()).problems;
  await app.db.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    await sql`update applications set number = 'A-260492-99999' where number = ${screened.numbers[1]}`.execute(
      transaction,
    );
  });
  const gone = (await audited()).problems;
  await sql`update applications set number = ${screened.numbers[1]} where number = 'A-260492-99999'`.execute(app.db);

  expect(before).toEqual([]);
  expect(gone).toContain(
    `Application ${screened.numbers[1]} was received and is gone, though no retention period ended.`,
  );
});

test('rows of before there were hashes stay acceptable, and are counted', async () => {
  const older = `update messages set nonce = null;
    update events set details = details - 'held' where action like 'message-%'`;
  await app.db.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    for (const one of older.split(';')) await sql.raw(one).execute(transaction);
  });

  const { problems, unheld } = await audited();

  expect(problems).toEqual([]);
  expect(unheld).toBe(5);
});

test('what was deleted when its time was over is not called altered or removed', async () => {
  const before = await app.db.selectFrom('applications').select('number').execute();

  await endRetention(app.context, new Date('2036-11-28T09:00:00Z'));

  const left = await app.db.selectFrom('applications').select('number').execute();
  expect(left.length).toBeLessThan(before.length);
  expect((await audited()).problems).toEqual([]);
});
