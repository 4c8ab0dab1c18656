import { afterAll, beforeAll, expect, test } from 'vitest';
import { requirementsOf } from '../../applications/answers.ts';
import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import { screeningResults } from '../../screening/screening-queries.ts';
import { insertApplicant, insertMember } from '../../screening/screening-testing.ts';
import { testApp, type Client, type Form, type TestApp } from '../../testing.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { hidden, invite, takeStep } from '../panel-testing.ts';
import { unsettledAgain } from './redo-queries.ts';
import { haveRedone } from './redo-testing.ts';

const REFERENCE = '260772';
const BASE = `/en/staff/vacancies/${REFERENCE}`;
const STAGE = 'panel-interview';
const RULES = ['nationality', 'languages', 'reception'];

let app: TestApp;
let manager: Client;
let screeners: Client[];
let stageId: string;
let keys: { essential: string[]; desirable: string[] };
/** The first was turned down by the screening, the second after the interview; the third was seen there too. */
const people: { client: Client; number: string }[] = [];
const one = (at: number) => people[at] ?? { client: app.visitor(), number: '' };
const levels = () => `${BASE}/stages/${stageId}/languages`;
const levelsOf = (at: number, level: string): Form => ({
  [`level-${one(at).number}-en`]: level,
  [`level-${one(at).number}-fr`]: level,
});
const mine = (at: number) => `/fr/my/applications/${one(at).number}/invitations`;
const emailsOf = async (clients: readonly Client[]) =>
  (
    await app.db
      .selectFrom('accounts')
      .select('email')
      .where(
        'id',
        'in',
        clients.map(({ accountId = '' }) => accountId),
      )
      .orderBy('email')
      .execute()
  ).map(({ email }) => email);
const slotIds = async () =>
  (await app.db.selectFrom('stageSlots').select('id').orderBy('startsAt').execute()).map(({ id }) => id);

/** The numbers of those who are examined again with no settled result. */
async function unsettled(): Promise<string[]> {
  const rows = await app.db.selectFrom('applications').select('id').execute();
  return unsettledAgain(
    app.db,
    rows.map(({ id }) => id),
  );
}

/** Both screeners find the same of one application, and sign. */
async function screen(at: number, finding: string): Promise<void> {
  const here = `${BASE}/screening/${one(at).number}`;
  const [key = ''] = keys.essential;
  const wished = finding === 'met' ? keys.desirable.map((wish) => [`finding-${wish}`, 'full']) : [];
  const met = [...RULES, ...keys.essential.slice(1)].map((other) => [`finding-${other}`, 'met']);
  const own = { [`finding-${key}`]: finding, [`reason-${key}`]: finding === 'met' ? '' : 'No degree is shown.' };
  for (const screener of screeners) {
    const version = hidden((await screener.get(here)).text, 'version');
    const form = { ...(Object.fromEntries([...met, ...wished]) as Form), ...own, version, do: 'sign' };
    expect((await screener.post(here, form)).location).toContain('done=signed');
  }
}

async function settle(): Promise<void> {
  const here = `${BASE}/screening/settlement`;
  const mark = hidden((await manager.get(here)).text, 'mark');
  expect((await manager.post(here, { mark })).location).toContain('done=settled');
}

const day = (name: string, [d, m, y]: [string, string, string]): Form => ({
  [`${name}-day`]: d,
  [`${name}-month`]: m,
  [`${name}-year`]: y,
  [`${name}-time`]: '10:00',
});

async function addTimes(y: string, kind = 'slots'): Promise<void> {
  const times = `${BASE}/invitations/${STAGE}`;
  const schedule = { kind, zone: 'Europe/Brussels', version: '0', ...day('choose', ['1', '6', '2027']) };
  if (y === '2026') await manager.post(`${times}/schedule`, { ...schedule, ...day('change', ['1', '6', '2027']) });
  const slots = { minutes: '45', count: '2', pause: '0', capacity: '2', 'place-en': 'Room 7', 'place-fr': 'Salle 7' };
  expect((await manager.post(`${times}/times`, { ...slots, ...day('first', ['20', '12', y]) })).location).toContain(
    'added',
  );
}

beforeAll(async () => {
  app = await testApp();
  await insertClosedVacancy(app.db, REFERENCE);
  for (let count = 0; count < 3; count += 1) {
    const client = await app.signedInAs('applicant', 'fr');
    const { number } = await insertApplicant(app.context, REFERENCE, { accountId: client.accountId });
    people.push({ client, number });
  }
  manager = await app.signedInAs('recruitment-manager');
  screeners = [await app.signedInAs('staff-member'), await app.signedInAs('staff-member')];
  for (const { accountId = '' } of screeners) await insertMember(app.db, { reference: REFERENCE, accountId });
  const notice = (await findVacancy(app.db, REFERENCE))?.notice;
  const all = notice ? requirementsOf(notice) : [];
  const keysOf = (kind: string) => all.filter((requirement) => requirement.kind === kind).map(({ key }) => key);
  keys = { essential: keysOf('essential'), desirable: keysOf('desirable') };
  await manager.post(`${BASE}/screening/arrangement`, { do: 'begin' });
  await manager.post(`${BASE}/screening/arrangement`, {
    do: 'assign',
    among: screeners.map(({ accountId = '' }) => accountId),
  });
  for (const [at, finding] of ['not-met', 'met', 'met'].entries()) await screen(at, finding);
  await settle();
  ({ id: stageId } = await app.db
    .insertInto('selectionStages')
    .values({ vacancyReference: REFERENCE, number: 1, code: STAGE, assessedBy: 'nobody', weight: 0 })
    .returning('id')
    .executeTakeFirstOrThrow());
  await manager.post(`${BASE}/stages/${stageId}/opening`);
  const numbers = [one(1).number, one(2).number];
  await invite(manager, REFERENCE, { numbers, stage: STAGE });
  const turnDown = { numbers: [one(0).number], action: 'not-retain', reason: 'comparison' };
  await takeStep(manager, REFERENCE, { position: 'received', numbers: [one(0).number], action: 'review' });
  await takeStep(manager, REFERENCE, { position: 'under-review', ...turnDown });
  await addTimes('2026');
  await manager.post(`${BASE}/invitations/${STAGE}/offer`);
  const [first = ''] = await slotIds();
  for (const at of [1, 2]) await one(at).client.post(`${mine(at)}/${STAGE}/time`, { [`slot-${STAGE}`]: first });
  await manager.post(levels(), { ...levelsOf(1, 'II'), ...levelsOf(2, 'V') });
  await manager.post(`${BASE}/stages/${stageId}/closing`);
  await takeStep(manager, REFERENCE, { position: 'invited', ...turnDown, numbers: [one(1).number] });
});
afterAll(() => app.close());

test('the examination of one application is done anew, each alone, and settled; what was settled before is laid aside', async () => {
  const before = await screeningResults(app.db, REFERENCE);
  const { client: candidate, number } = one(0);
  const reviewer = await app.signedInAs('staff-member');
  const redo = { from: 'screening', reach: 'step' } as const;
  const mailsBefore = (await app.mails()).length;

  await haveRedone(app, { reference: REFERENCE, number, candidate, manager, reviewer, ...redo });

  expect(await unsettled()).toEqual([number]);
  const told = (await app.mails()).slice(mailsBefore).filter(({ text }) => text.includes('examined again'));
  expect(told.map(({ to }) => to.address).toSorted()).toEqual(await emailsOf(screeners));
  expect(JSON.stringify(told)).not.toContain(number);
  expect(told[0]?.text).toContain(`${BASE}/screening\n`);
  const others = before.filter((result) => result.number !== number);
  expect(before.find((result) => result.number === number)).toMatchObject({ outcome: 'not-met' });
  expect(await screeningResults(app.db, REFERENCE)).toEqual(others);
  const [screener = app.visitor()] = screeners;
  const sheet = (await screener.get(`${BASE}/screening/${number}`)).text;
  expect(sheet).not.toContain('No degree is shown.');
  expect((await screener.get(`${BASE}/screening/${one(1).number}`)).text).not.toContain('value="sign"');

  await screen(0, 'met');
  await settle();

  expect(await unsettled()).toEqual([]);
  const after = await screeningResults(app.db, REFERENCE);
  expect(after.filter((result) => result.number !== number)).toEqual(others);
  expect(after.find((result) => result.number === number)).toMatchObject({ outcome: 'met' });
  const aside = await app.db.selectFrom('voidedResults').select(['kind', 'content']).orderBy('kind').execute();
  expect(aside.map(({ kind }) => kind)).toEqual(['screening', 'screening-sheet', 'screening-sheet']);
  expect(JSON.stringify(aside)).toContain('No degree is shown.');
  await expect(app.db.updateTable('screenedApplications').set({ outcome: 'met' }).execute()).rejects.toThrow(
    'never changed',
  );
});

test('a language level and a time are found anew for that candidate alone, at a stage that is closed', async () => {
  const { client: candidate, number } = one(1);
  const reviewer = await app.signedInAs('staff-member');
  // The first may still be invited to it; for nobody else it is open.
  expect((await manager.post(levels(), levelsOf(1, 'V'))).location).toBe(`${levels()}?done=0`);
  const redo = { from: STAGE, reach: 'step' } as const;

  await haveRedone(app, { reference: REFERENCE, number, candidate, manager, reviewer, ...redo });

  const page = (await manager.get(levels())).text;
  for (const action of ['select', 'reserve', 'not-retain']) {
    const step = { position: 'invited', whom: 'ticked', numbers: [number], action, reason: 'comparison' };
    const refused = await manager.post(`${BASE}/selection`, { ...step, do: 'preview' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(`nobody has recorded them again: ${number}.`);
    const other = { ...step, numbers: [one(2).number], do: 'preview' };
    expect((await manager.post(`${BASE}/selection`, other)).status).toBe(200);
  }
  expect(page).toContain('To be recorded again: void after a review');
  expect((await manager.get(`${BASE}/merit`)).text).toMatch(
    new RegExp(`recorded again[^]*${number}: English and French`),
  );
  expect(page).toContain(`name="level-${number}-en"`);
  expect(page).not.toContain(`name="level-${one(2).number}-en"`);
  expect((await manager.post(levels(), { ...levelsOf(1, 'V'), ...levelsOf(2, 'II') })).location).toBe(
    `${levels()}?done=2`,
  );
  const select = { position: 'invited', whom: 'ticked', numbers: [number], action: 'select', do: 'preview' };
  expect((await manager.post(`${BASE}/selection`, select)).status).toBe(200);
  expect((await manager.get(levels())).text).not.toContain('To be recorded again');
  const recorded = await app.db
    .selectFrom('languageResults')
    .innerJoin('applications', 'applications.id', 'applicationId')
    .select(['number', 'level'])
    .distinct()
    .orderBy('number')
    .execute();
  expect(recorded).toEqual([
    { number, level: 'V' },
    { number: one(2).number, level: 'V' },
  ]);

  await addTimes('2027');
  const [first = '', , third = ''] = await slotIds();
  const shown = (await candidate.get(mine(1))).text;
  expect(shown).toContain(third);
  const choice = { [`slot-${STAGE}`]: third };
  expect((await one(2).client.post(`${mine(2)}/${STAGE}/time`, choice)).status).toBe(422);
  expect((await candidate.post(`${mine(1)}/${STAGE}/time`, choice)).location).toBe(`${mine(1)}?done=chosen`);
  const held = await app.db.selectFrom('stageAttendances').select('slotId').orderBy('repliedAt').execute();
  expect(held.map(({ slotId }) => slotId)).toEqual(expect.arrayContaining([first, third]));
});
