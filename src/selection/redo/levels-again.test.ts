import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import { insertMember } from '../../screening/screening-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { insertInvited } from '../invitations/invitations-testing.ts';
import { missingLevels } from '../language-tests/missing-level-queries.ts';
import { hidden } from '../panel-testing.ts';
import { insertReleasedReport } from '../review/review-testing.ts';
import { insertRedoneCase } from './redo-testing.ts';

const REFERENCE = '260795';
const BASE = `/en/staff/vacancies/${REFERENCE}`;

let app: TestApp;
let chair: Client;
let manager: Client;
let reviewId: string;
let stageId: string;
let invited: Awaited<ReturnType<typeof insertInvited>>;
const report = () => `${BASE}/report/cases/${reviewId}`;
const freeze = async (language = 'en') => {
  const here = report().replace('/en/', `/${language}/`);
  const version = hidden((await chair.get(here)).text, 'version');
  const outcome = { [`outcome-${invited.number}`]: 'reserve-listed', [`level-${invited.number}`]: 'Learns fast.' };
  return chair.post(`${here}/draft`, { ...outcome, version, do: 'freeze' });
};
const missing = async () => {
  const vacancy = await findVacancy(app.db, REFERENCE);
  return vacancy ? missingLevels(app.db, vacancy) : [];
};

beforeAll(async () => {
  app = await testApp();
  await insertClosedVacancy(app.db, REFERENCE);
  manager = await app.signedInAs('recruitment-manager');
  chair = await app.signedInAs('staff-member');
  const member = await app.signedInAs('staff-member');
  for (const [{ accountId = '' }, role] of [
    [chair, 'panel-chair'],
    [member, 'panel-member'],
  ] as const)
    await insertMember(app.db, { reference: REFERENCE, accountId, role });
  invited = await insertInvited(app.context, { reference: REFERENCE, stage: 'panel-interview' });
  for (const person of [chair, member]) await person.post(`${BASE}/declaration`, { declares: 'yes' });
  const { applicationId, number } = invited;
  const at = new Date('2026-11-21T12:00:00Z');
  const by = chair.accountId ?? '';
  const candidates = [{ id: applicationId, number, points: 4, outcome: 'not-retained' as const }];
  await insertReleasedReport(app.db, { reference: REFERENCE, at, by, candidates });
  ({ id: stageId } = await app.db.selectFrom('selectionStages').select('id').executeTakeFirstOrThrow());
  reviewId = await insertRedoneCase(app.db, { applicationId, by, decidedAt: app.now });
  await app.db
    .insertInto('redoneStages')
    .values({ reviewId, stageId, opensAt: null, closesAt: null, windowSetBy: null })
    .execute();
  await app.db
    .insertInto('voidedResults')
    .values({
      reviewId,
      applicationId,
      stageId,
      kind: 'language-level',
      accountId: by,
      content: JSON.stringify({ language: 'fr', level: 'II' }),
      voidedAt: app.now,
    })
    .execute();
  await chair.post(report());
});
afterAll(() => app.close());

test('a level that a review made void is recorded again before a report is closed for signature; the page says whose', async () => {
  const page = (await chair.get(report())).text;
  const [refused, inFrench] = [await freeze(), await freeze('fr')];

  expect(page).toMatch(new RegExp(`to be recorded again[^]*${invited.number}: French`));
  expect([refused.status, inFrench.status]).toEqual([422, 422]);
  expect(refused.text).toContain(`nobody has recorded them again: ${invited.number}.`);
  expect(inFrench.text).toContain('personne ne les a consignés à nouveau');
});

test('nothing is asked where the notice asks no level, nor once something was decided of them since', async () => {
  const vacancy = { reference: REFERENCE, notice: { languages: null } };
  const decided = { applicationId: invited.applicationId, actorId: invited.accountId, enteredAt: app.now };
  const step = { number: 3, position: 'not-retained', stage: null, dueOn: null, reason: 'comparison', told: '{}' };

  const before = (await missing()).map(({ number, language }) => [number, language]);
  const unasked = await missingLevels(app.db, vacancy);
  await app.db
    .insertInto('applicationStages')
    .values({ ...decided, ...step })
    .execute();
  const after = await missing();
  await app.db.deleteFrom('applicationStages').where('number', '=', 3).execute();

  expect(before).toEqual([[invited.number, 'fr']]);
  expect([unasked, after]).toEqual([[], []]);
});

test('recorded again, it is asked for no more, and the report can be closed', async () => {
  const here = `${BASE}/stages/${stageId}/languages`;
  const recorded = await manager.post(here, { [`level-${invited.number}-fr`]: 'I' });

  expect(recorded.location).toBe(`${here}?done=1`);
  expect(await missing()).toEqual([]);
  expect((await freeze()).location).toBe(`${report()}?done=frozen`);
});
