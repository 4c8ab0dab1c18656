import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertAccount } from '../../../people/people-testing.ts';
import { insertInvited, insertStage } from '../../../selection/invitations/invitations-testing.ts';
import { testApp, type Client, type TestApp } from '../../../testing.ts';
import { filesOf } from '../testing/files-testing.ts';

const REFERENCE = '260461';
const AT = new Date('2026-11-21T09:00:00Z');

let app: TestApp;
let manager: Client;
let stageId: string;
let applicationId: string;
let judges: [string, string];
beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager');
  stageId = await insertStage(app.db, { reference: REFERENCE, code: 'panel-interview' });
  ({ applicationId } = await insertInvited(app.context, { reference: REFERENCE, stage: 'panel-interview' }));
  judges = [(await insertAccount(app.db)).id, (await insertAccount(app.db)).id];
});
afterAll(() => app.close());

const record = async () => {
  const { body } = await manager.post(`/en/staff/vacancies/${REFERENCE}/record`);
  return Object.values(filesOf(body)).join('\n');
};

test('the page of the record says what is not in it yet, in each language', async () => {
  const saidAt = async (language: string) =>
    (await manager.get(`/${language}/staff/vacancies/${REFERENCE}/record`)).text;

  expect(await saidAt('en')).toContain('before all who screen it have signed');
  expect(await saidAt('fr')).toContain('avant que l’étape soit close');
});

test('what one of two screeners found is not in it before the other has signed', async () => {
  const [screenerId, other] = judges;
  await app.db
    .insertInto('screenings')
    .values({
      vacancyReference: REFERENCE,
      screeners: 2,
      anonymousUntil: null,
      requirements: '[]',
      begunAt: AT,
      begunBy: other,
    })
    .execute();
  await app.db
    .insertInto('screenedApplications')
    .values({
      applicationId,
      vacancyReference: REFERENCE,
      rules: '[]',
      settledAt: null,
      settledBy: null,
      outcome: null,
    })
    .execute();
  const sheet = { applicationId, assignedAt: AT, assignedBy: other, savedAt: AT };
  const found = JSON.stringify({ e1: { finding: 'not-met', reason: 'Too short a campaign.' } });
  await app.db
    .insertInto('screeningSheets')
    .values([
      { ...sheet, screenerId, findings: found, outcome: 'not-met', signedAt: AT },
      { ...sheet, screenerId: other, findings: found, outcome: 'not-met', signedAt: null },
    ])
    .execute();

  const before = await record();
  await app.db.updateTable('screeningSheets').set({ signedAt: AT }).where('screenerId', '=', other).execute();

  expect(before).toContain(screenerId);
  expect(before).not.toMatch(/Too short a campaign|not-met/);
  expect((await record()).match(/Too short a campaign/g)).toHaveLength(2);
});

test('scores, papers and references are not in it before all have scored, or the stage is closed', async () => {
  const [accountId] = judges;
  const scores = JSON.stringify({ c1: { points: 4, note: 'Told of a flood.' } });
  const key = { stageId, applicationId };
  await app.db
    .insertInto('scoreSheets')
    .values({ ...key, accountId, scores, updatedAt: AT, signedAt: AT })
    .execute();
  await app.db
    .insertInto('writtenTests')
    .values({ stageId, minutes: 60, opensAt: AT, closesAt: app.now, maxCharacters: 100, questions: '[]' })
    .execute();
  await app.db
    .insertInto('writtenPapers')
    .values({ ...key, begunAt: AT, endsAt: app.now, texts: '{"c1":"We gauged it."}', savedAt: AT, handedInAt: AT })
    .execute();
  const given = JSON.stringify({ know: 'She led my unit.' });
  const asked = { consentedAt: AT, askedAt: AT, namedAt: AT, answeredAt: AT, status: 'given', given };
  const referee = { name: 'Per Dahl', email: 'per@river.example', relation: 'Head', language: 'en' };
  await app.db
    .insertInto('referees')
    .values({ ...key, ...referee, ...asked })
    .execute();
  const told = ['Told of a flood', 'We gauged it', 'She led my unit', 'Per Dahl'];

  const before = await record();
  await app.db.updateTable('selectionStages').set({ status: 'closed', closedAt: app.now }).execute();
  const after = await record();

  expect(told.filter((words) => before.includes(words))).toEqual([]);
  expect(told.filter((words) => after.includes(words))).toEqual(told);
});
