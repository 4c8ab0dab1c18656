import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { lastMailTo } from '../../people/people-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertInvited, insertStage } from '../invitations/invitations-testing.ts';
import { ensureSchedule } from '../invitations/schedule-queries.ts';
import { later } from '../panel-testing.ts';
import { tellOfTests } from './written-test-tasks.ts';

const CODE = 'written-test';
const OPENS = new Date('2026-11-23T08:00:00Z');
const CLOSES = new Date('2026-11-27T08:00:00Z');
const hoursFrom = (from: Date, hours: number) => new Date(from.getTime() + hours * 3_600_000);

let app: TestApp;
let count = 0;
let reference: string;
let stageId: string;
let ada: Client;
let number: string;

const tellAt = (at: Date) => tellOfTests(app.context, at);
const emailOf = async ({ accountId = '' }: Client) =>
  (await app.db.selectFrom('accounts').select('email').where('id', '=', accountId).executeTakeFirstOrThrow()).email;
async function mailTo(client: Client, at: Date) {
  const now = app.now;
  app.now = at;
  const mail = await lastMailTo(app, await emailOf(client));
  app.now = now;
  return mail;
}

async function openTest(opensAt: Date, closesAt: Date): Promise<void> {
  const questions = JSON.stringify([{ key: 'first', question: { en: 'What did you do?' } }]);
  await app.db
    .insertInto('writtenTests')
    .values({ stageId, minutes: 60, maxCharacters: 500, opensAt, closesAt, questions })
    .execute();
  await ensureSchedule(app.db, { stageId, zone: 'Europe/Brussels', at: opensAt });
}

beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.now = new Date('2026-11-22T12:00:00Z');
  await app.db.deleteFrom('writtenTests').execute();
  count += 1;
  reference = `26074${count}`;
  stageId = await insertStage(app.db, { reference, code: CODE });
  ada = await app.signedInAs('applicant', 'fr');
  const accountId = ada.accountId;
  ({ number } = await insertInvited(app.context, { reference, stage: CODE, accountId, language: 'fr' }));
});

test('a test that opens is told once, in the candidate’s language, with nothing of the post or the person', async () => {
  await openTest(OPENS, CLOSES);
  expect(await tellAt(hoursFrom(OPENS, -0.1))).toBe(0);

  expect(await tellAt(OPENS)).toBe(1);

  const mail = await mailTo(ada, OPENS);
  expect(mail?.subject).toBe('Une épreuve peut être commencée');
  expect(mail?.text).toContain('/fr/my/applications\n');
  expect(mail?.text).not.toMatch(new RegExp(`${number}|${reference}|écrite`));
  expect(await tellAt(hoursFrom(OPENS, 1))).toBe(0);
});

test('before it closes, who has not begun is reminded once, and who has begun is not', async () => {
  const bo = await app.signedInAs('applicant');
  const { number: other } = await insertInvited(app.context, { reference, stage: CODE, accountId: bo.accountId });
  await openTest(OPENS, CLOSES);
  expect(await tellAt(OPENS)).toBe(2);
  await later(app, OPENS.toISOString());
  await bo.post(`/en/my/applications/${other}/written-test/begin`, { stage: CODE });
  expect(await tellAt(hoursFrom(CLOSES, -25))).toBe(0);

  expect(await tellAt(hoursFrom(CLOSES, -24))).toBe(1);

  expect((await mailTo(ada, hoursFrom(CLOSES, -24)))?.subject).toBe('Une épreuve vous attend');
  expect((await mailTo(bo, hoursFrom(CLOSES, -24)))?.subject).toBe('A test can be begun');
  expect(await tellAt(hoursFrom(CLOSES, -1))).toBe(0);
  expect(await tellAt(CLOSES)).toBe(0);
});

test('who is told only then that it is open is not reminded as well', async () => {
  await openTest(OPENS, CLOSES);

  expect([await tellAt(hoursFrom(CLOSES, -23)), await tellAt(hoursFrom(CLOSES, -1))]).toEqual([1, 0]);
});

test.each([
  ['of less than a day', 20, 10],
  ['hardly longer than a day', 30, 15],
  ['of an hour', 1, 0.5],
  ['of two days or more, a day before it closes', 72, 48],
])('in a window %s, who has not begun is reminded once half of it is over, and not before', async (_, hours, after) => {
  await openTest(OPENS, hoursFrom(OPENS, hours));
  expect(await tellAt(OPENS)).toBe(1);

  const told = [await tellAt(hoursFrom(OPENS, after - 0.1)), await tellAt(hoursFrom(OPENS, after))];

  expect(told).toEqual([0, 1]);
  expect((await mailTo(ada, hoursFrom(OPENS, after)))?.subject).toBe('Une épreuve vous attend');
  expect(await tellAt(hoursFrom(OPENS, hours))).toBe(0);
});

test('an opening that is put off is told again as it comes', async () => {
  await openTest(OPENS, CLOSES);
  expect(await tellAt(OPENS)).toBe(1);
  await app.db
    .updateTable('writtenTests')
    .set({ opensAt: hoursFrom(OPENS, 10) })
    .execute();

  expect([await tellAt(hoursFrom(OPENS, 9)), await tellAt(hoursFrom(OPENS, 10))]).toEqual([0, 1]);
});

test('nobody is told whose application no longer goes on, who is not invited to it, or whose stage is not open', async () => {
  await openTest(OPENS, CLOSES);
  await ada.post(`/fr/my/applications/${number}/withdrawal`, { confirm: 'yes' });
  await insertInvited(app.context, { reference, stage: 'panel-interview' });

  expect(await tellAt(OPENS)).toBe(0);

  await insertInvited(app.context, { reference, stage: CODE });
  await app.db
    .updateTable('selectionStages')
    .set({ status: 'closed', closedAt: OPENS })
    .where('id', '=', stageId)
    .execute();
  expect(await tellAt(OPENS)).toBe(0);
});
