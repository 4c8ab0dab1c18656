import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hidden, later as at } from '../../../selection/panel-testing.ts';
import { testApp, type TestApp } from '../../../testing.ts';
import { insertVacancy } from '../../../vacancies/vacancy-testing.ts';
import { auditRows } from './database-queries.ts';
import { decidedCompetition, type SmallCompetition } from '../testing/competition-testing.ts';
import { archiveOf, filesOf, keyOf, writtenAnew, type Files } from '../testing/files-testing.ts';
import type { RecordProblem } from './problem.ts';
import { verifyRecord } from './audit.ts';

const EARLIER = '260493';
const LATER = '260494';
const REASON = 'Led the same kind of team.';

let app: TestApp;
let competition: SmallCompetition;
let number: string;
beforeAll(async () => {
  app = await testApp();
  competition = await decidedCompetition(app, EARLIER);
  await at(app, '2026-11-24T09:00:00Z');
  await insertVacancy(app.db, { reference: LATER, status: 'published' });
  // The second stands on the reserve list.
  [, number = ''] = competition.numbers;
  const [, candidate = app.visitor()] = competition.applicants;
  const page = `/en/my/applications/${number}/similar-posts`;
  await candidate.post(page, { agrees: 'yes' });
  const list = `/en/staff/vacancies/${LATER}/similar-posts`;
  await competition.manager.post(`${list}/${number}`, { [`reason-${number}`]: REASON });
  const { text } = await candidate.get(page);
  const offer = /similar-posts\/([\w-]{36})"/.exec(text)?.[1] ?? '';
  await candidate.post(`${page}/${offer}`, { answer: 'accept', version: hidden(text, 'version') });
});
afterAll(() => app.close());

const exported = async (reference: string): Promise<Files> =>
  filesOf((await competition.manager.post(`/en/staff/vacancies/${reference}/record`)).body);
async function problemsOf(files: Files): Promise<RecordProblem[]> {
  const audit = await verifyRecord(archiveOf(files), { keys: [await keyOf(app.context)] });
  if (!audit.ok) throw new Error('no record');
  return audit.value.problems;
}
/** With one file put otherwise, and everything that proves it made anew. */
async function problemsWith(files: Files, table: string, [from, to]: [string, string]): Promise<RecordProblem[]> {
  const text = files[table]?.toString() ?? '';
  if (!text.includes(from)) throw new Error(`${table} says nothing of it`);
  const anew = writtenAnew(
    { ...files, [table]: Buffer.from(text.replace(from, to)) },
    await keyOf(app.context),
    () => true,
  );
  return problemsOf(anew);
}

test('an offer of a similar post, with its reason and answer, is in the records of both competitions', async () => {
  const [earlier, later] = [await exported(EARLIER), await exported(LATER)];

  for (const [files, table] of [
    [earlier, 'similar-posts.csv'],
    [later, 'offered-to-others.csv'],
  ] as const) {
    const text = files[table]?.toString() ?? '';
    expect(text.split('\r\n')[1]).toContain(`${number},${LATER},accepted,${REASON},`);
    expect(await problemsOf(files)).toEqual([]);
  }
  expect((await auditRows(app.db, 'en')).problems).toEqual([]);
});

test('what of an offer was altered or left out is found though all is written anew', async () => {
  const [earlier, later] = [await exported(EARLIER), await exported(LATER)];
  const table = 'similar-posts.csv';

  expect(await problemsWith(earlier, table, [REASON, 'My friend.'])).toEqual([
    expect.objectContaining({ kind: 'row-differs', table, of: number, in: ['words'] }),
  ]);
  expect(await problemsWith(earlier, table, [',accepted,', ',declined,'])).toEqual([
    expect.objectContaining({ kind: 'row-without-event', table, action: 'similar-post-declined' }),
  ]);
  const row = earlier[table]?.toString().split('\r\n')[1] ?? '';
  expect(await problemsWith(earlier, table, [`${row}\r\n`, ''])).toEqual([
    expect.objectContaining({ kind: 'event-without-row', table, action: 'similar-post-offered' }),
  ]);
  expect(await problemsWith(later, 'offered-to-others.csv', [REASON, 'My friend.'])).toEqual([
    expect.objectContaining({ kind: 'row-differs', table: 'offered-to-others.csv', of: LATER, in: ['words'] }),
  ]);
});

test('an offer that was altered in the database is named of both competitions', async () => {
  await sql`update similar_post_offers set reason = 'My friend.'`.execute(app.db);

  const { problems } = await auditRows(app.db, 'en');

  expect(problems.map((one) => one.slice(0, one.indexOf(',')))).toEqual([
    `${EARLIER}: similar-posts.csv`,
    `${LATER}: offered-to-others.csv`,
  ]);
});
