import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertInvited, insertStage } from '../invitations/invitations-testing.ts';
import { ensureSchedule } from '../invitations/schedule-queries.ts';
import { hidden } from '../panel-testing.ts';
import { handInEnded } from './written-test-tasks.ts';

const REFERENCE = '260733';
const CODE = 'written-test';
const NOW = new Date('2026-11-22T12:00:00Z');
const JSON_ASKED = { accept: 'application/json' };
const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

let app: TestApp;
let recruiter: Client;
let ada: Client;
let number: string;
let paper: { stageId: string; applicationId: string };
const STAGE_PAGE = `/en/staff/vacancies/${REFERENCE}/invitations/${CODE}`;
const mine = () => `/en/my/applications/${number}/written-test`;
const give = (minutes: number) =>
  recruiter.post(`/en/staff/vacancies/${REFERENCE}/invitations/${CODE}/people`, {
    numbers: number,
    do: 'minutes',
    'minutes-more': String(minutes),
  });
const endsAt = async () =>
  (
    await app.db.selectFrom('writtenPapers').select('endsAt').where('applicationId', '=', paper.applicationId).execute()
  )[0]?.endsAt;
const saves = async (text: string) => {
  const base = hidden((await ada.get(mine())).text, 'base').replaceAll('&quot;', '"');
  return ada.post(mine(), { stage: CODE, base, 'answer-1': text }, JSON_ASKED);
};

beforeAll(async () => {
  app = await testApp();
  app.now = NOW;
  const stageId = await insertStage(app.db, { reference: REFERENCE, code: CODE });
  recruiter = await app.signedInAs('recruiter');
  ada = await app.signedInAs('applicant');
  const invited = await insertInvited(app.context, { reference: REFERENCE, stage: CODE, accountId: ada.accountId });
  const { applicationId } = invited;
  ({ number } = invited);
  paper = { stageId, applicationId };
  const questions = JSON.stringify([{ key: 'first', question: { en: 'What did you do?' } }]);
  await app.db
    .insertInto('writtenTests')
    .values({ stageId, minutes: 60, maxCharacters: 500, opensAt: NOW, closesAt: minutesLater(60), questions })
    .execute();
  await ensureSchedule(app.db, { stageId, zone: 'Europe/Brussels', at: NOW });
  const request = { applicationId, request: Buffer.from('sealed'), requestedAt: NOW, decidedAt: NOW };
  await app.db
    .insertInto('accommodationRequests')
    .values({ ...request, status: 'granted', answer: Buffer.from('x'), arrangement: 'A third more time' })
    .execute();
  await ada.post(`${mine()}/begin`, { stage: CODE });
});
afterAll(() => app.close());

test('minutes arranged while somebody writes lengthen their paper, told by the next save and by the page, never why', async () => {
  expect(await endsAt()).toEqual(minutesLater(60));
  app.now = minutesLater(30);

  await give(20);

  const told = JSON.parse((await saves('Half')).text) as object;
  expect(told).toMatchObject({
    timeLeftMs: 50 * 60_000,
    endsAt: minutesLater(80).toISOString(),
    endsAtTold: '22 November 2026 at 14:20:00, Brussels time',
  });
  const { text } = await ada.get(mine());
  expect(text).toContain('50 minutes</b>');
  expect(text).not.toMatch(/arrang|third|20 minutes|more time/i);
});

test('its event stands with the request, and says no minutes', async () => {
  const events = app.db.selectFrom('events').select(['subject', 'actorId', 'details']);
  expect(await events.where('action', '=', 'written-test-lengthened').execute()).toEqual([
    { subject: 'accommodation', actorId: recruiter.accountId, details: { stage: CODE } },
  ]);
});

test('fewer minutes shorten nothing, and the database lets nobody have less, nor more than is arranged', async () => {
  await give(5);
  expect(await endsAt()).toEqual(minutesLater(80));
  await give(20);

  const set = (minutes: number) =>
    app.db
      .updateTable('writtenPapers')
      .set({ endsAt: minutesLater(minutes) })
      .execute();

  await expect(set(79)).rejects.toThrow('never moved or shortened');
  await expect(set(81)).rejects.toThrow('no later than what is arranged');
});

test('what is saved after the first end and before the later one counts; once it is over, more minutes are refused', async () => {
  app.now = minutesLater(79);
  expect(await handInEnded(app.db, app.now)).toBe(0);
  expect((await saves('Whole')).status).toBe(200);
  app.now = minutesLater(81);

  const refused = await give(60);
  await give(60);
  const fewer = await give(5);

  expect(refused.status).toBe(422);
  expect(refused.text).toMatch(/The written test of [^<]+ is over: minutes given now would change nothing/);
  expect(fewer.location).toContain('done=applied');
  const [staff, theirs] = [await recruiter.get(STAGE_PAGE), await ada.get(`/en/my/applications/${number}/invitations`)];
  for (const { text } of [refused, staff]) {
    expect(text).toContain('What came too late');
    expect(text).toContain('60 more minutes, arranged on 22 November 2026. The written test was over by then.');
    expect(text).toContain('Only a review of the decision opens the test again');
  }
  expect(theirs.text).toContain('This came too late, and changed nothing');
  expect(theirs.text).toContain('60 more minutes, arranged on');
  const kept = app.db.selectFrom('stageAttendances').select('extraMinutes');
  expect((await kept.execute()).map(({ extraMinutes }) => extraMinutes)).toEqual([5]);
  expect(await endsAt()).toEqual(minutesLater(80));
  app.now = minutesLater(83);
  expect(await handInEnded(app.db, app.now)).toBe(1);
  expect(await app.db.selectFrom('writtenPapers').select(['texts', 'handedInAt']).execute()).toEqual([
    { texts: { first: 'Whole' }, handedInAt: minutesLater(80) },
  ]);
});

test('minutes that came too late are kept once, with an event beside the request that says no minutes', async () => {
  const wishes = await app.db.selectFrom('lateWishes').select(['kind', 'minutes', 'lateBy', 'madeBy']).execute();
  const events = app.db.selectFrom('events').select(['subject', 'details']);

  expect(wishes).toEqual([{ kind: 'minutes', minutes: 60, lateBy: 'paper-over', madeBy: recruiter.accountId }]);
  expect(await events.where('action', '=', 'time-arranged-late').execute()).toEqual([
    { subject: 'accommodation', details: { stage: CODE, lateBy: 'paper-over' } },
  ]);
});

test('of two at the same moment, who begins has the minutes that are arranged meanwhile', async () => {
  await app.db.deleteFrom('writtenPapers').execute();
  await app.db.deleteFrom('stageAttendances').execute();
  app.now = minutesLater(10);

  await Promise.all([give(20), ada.post(`${mine()}/begin`, { stage: CODE }), give(20)]);

  expect(await endsAt()).toEqual(minutesLater(90));
});
