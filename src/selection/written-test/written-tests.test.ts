import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { insertInvited } from '../invitations/invitations-testing.ts';
import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import { testApp, type Client, type Form, type TestApp } from '../../testing.ts';
import { hidden, later, nameMember } from '../panel-testing.ts';
import { exampleItem } from '../selection-testing.ts';
import { handInEnded } from './written-test-tasks.ts';

const REFERENCE = '260731';
const NOW = new Date('2026-11-22T12:00:00Z');
const MINUTE_MS = 60_000;
const JSON_ASKED = { accept: 'application/json' };

let app: TestApp;
let manager: Client;
let chair: Client;
let member: Client;
let secretary: Client;
let ada: Client;
let bea: Client;
let number: string;
let beasNumber: string;
let stageId: string;
let adaId: string;

const base = (language = 'en') => `/${language}/staff/vacancies/${REFERENCE}/stages/${stageId}`;
const mine = (language = 'fr') => `/${language}/my/applications/${number}/written-test`;
const paper = (of = number, language = 'en') => `${base(language)}/tests/${of}`;
const minutesIn = (minutes: number, ms = 0) => {
  app.now = new Date(NOW.getTime() + minutes * MINUTE_MS + ms);
};
const SETTINGS: Form = {
  version: '0',
  minutes: '60',
  'max-characters': '100',
  'by-number': 'yes',
  'opens-day': '22',
  'opens-month': '11',
  'opens-year': '2026',
  'opens-time': '13:00',
  'closes-day': '23',
  'closes-month': '11',
  'closes-year': '2026',
  'closes-time': '18:00',
};
const STAGE = { stage: 'written-test' };
const unescaped = (text: string) => text.replaceAll('&quot;', '"');
/** What a form of the page starts from. */
const baseIn = async () => unescaped(hidden((await ada.get(mine())).text, 'base'));
const texts = async () => (await app.db.selectFrom('writtenPapers').select('texts').execute()).map((row) => row.texts);
const actions = async () =>
  (
    await app.db
      .selectFrom('events')
      .select(['action', 'details'])
      .where('action', 'like', 'written-test-%')
      .orderBy('id')
      .execute()
  ).map(({ action, details }) => `${action} ${Object.keys(details as object).join(' ')}`);

beforeAll(async () => {
  app = await testApp();
  app.now = NOW;
  await insertClosedVacancy(app.db, REFERENCE);
  ({ id: stageId } = await app.db
    .insertInto('selectionStages')
    .values({
      vacancyReference: REFERENCE,
      number: 1,
      code: 'written-test',
      assessedBy: 'panel',
      weight: 40,
      items: JSON.stringify([exampleItem('first'), exampleItem('second')]),
    })
    .returning('id')
    .executeTakeFirstOrThrow());
  manager = await app.signedInAs('recruitment-manager');
  chair = await app.signedInAs('staff-member');
  member = await app.signedInAs('staff-member');
  secretary = await app.signedInAs('staff-member');
  ada = await app.signedInAs('applicant', 'fr');
  bea = await app.signedInAs('applicant');
  const invited = { reference: REFERENCE, stage: 'written-test' };
  ({ number, applicationId: adaId } = await insertInvited(app.context, { ...invited, accountId: ada.accountId }));
  ({ number: beasNumber } = await insertInvited(app.context, { ...invited, accountId: bea.accountId }));
  const panel = { manager, reference: REFERENCE };
  await nameMember(app, { ...panel, person: chair, name: 'Cora Holm', role: 'panel-chair' });
  await nameMember(app, { ...panel, person: member, name: 'Max Lind', role: 'panel-member' });
  await nameMember(app, { ...panel, person: secretary, name: 'Siri Foss', role: 'panel-secretary' });
});
afterAll(() => app.close());
beforeEach(() => {
  app.now = NOW;
});

test('who plans switches it on; its questions are fixed as the stage opens', async () => {
  expect((await chair.get(`${base()}/written-test`)).status).toBe(404);
  const wrong = await manager.post(`${base('fr')}/written-test`, { ...SETTINGS, minutes: '3', 'opens-day': '31' });
  expect([wrong.status, wrong.text.includes('Donnez un jour qui existe')]).toEqual([422, true]);
  const reversed = await manager.post(`${base()}/written-test`, { ...SETTINGS, 'closes-day': '21' });
  expect(reversed.text).toContain('The last instant to begin comes after the first');
  expect((await ada.get(mine())).text).toContain('Aucune épreuve écrite ne vous attend');

  expect((await manager.post(`${base()}/written-test`, SETTINGS)).location).toBe(`${base()}/written-test?done=set`);
  expect((await manager.post(`${base()}/written-test`, SETTINGS)).text).toContain('Somebody changed this meanwhile');
  expect((await ada.get(mine())).text).toContain('Elle ne peut pas être commencée pour le moment');
  await manager.post(`${base()}/opening`);

  const { text } = await ada.get(mine());
  expect(text).toContain('2 questions');
  expect(text).not.toContain('Parlez-nous');
  expect((await ada.get(`/fr/my/applications/${number}/invitations`)).text).toContain('Vous écrivez cette épreuve ici');
});

test('a candidate sees their own time, never why, and begins once', async () => {
  const extra = { stageId, applicationId: adaId, reply: 'waiting', repliedAt: NOW, extraMinutes: 15 };
  await app.db.insertInto('stageAttendances').values(extra).execute();
  minutesIn(-1);
  expect((await ada.get(mine())).text).toContain('Elle ne peut pas encore être commencée');
  expect((await ada.post(`${mine()}/begin`, STAGE)).status).toBe(409);
  minutesIn(0);
  const { text } = await ada.get(mine());
  expect(text).toMatch(/Votre temps<\/dt><dd>75.minutes/);
  expect(text).not.toMatch(/convenu|aménagement|15.minutes/);
  expect((await bea.get(`/en/my/applications/${beasNumber}/written-test`)).text).toContain('60 minutes');
  expect((await bea.post(`${mine()}/begin`, STAGE)).status).toBe(404);

  expect((await ada.post(`${mine()}/begin`, STAGE)).location).toBe(`${mine()}?done=begun`);
  minutesIn(5);
  await ada.post(`${mine()}/begin`, STAGE);

  const page = (await ada.get(mine('en'))).text;
  expect(page).toContain('70 minutes</b>');
  expect(page).toContain('Tell us of a time when you did this.');
  expect(page).toContain('22 November 2026 at 14:15');
});

test('it is saved while it is typed, also from two devices, and goes on after a lost connection', async () => {
  minutesIn(10);
  const form = { ...STAGE, base: await baseIn() };
  const saved = await ada.post(mine(), { ...form, 'answer-1': 'Mesuré', 'answer-2': '' }, JSON_ASKED);
  expect(saved.status).toBe(200);
  expect(saved.text).toMatch(/Enregistré à 13.h.10/);

  const other = await ada.post(mine(), { ...form, 'answer-1': '', 'answer-2': 'Ailleurs' }, JSON_ASKED);
  expect(other.status).toBe(200);
  expect(await texts()).toEqual([{ first: 'Mesuré', second: 'Ailleurs' }]);

  const clash = { ...form, 'answer-1': 'Autre', 'answer-2': '' };
  expect((await ada.post(mine(), clash, JSON_ASKED)).status).toBe(409);
  const both = await ada.post(mine(), clash);
  expect([both.status, both.text.includes('Mesuré'), both.text.includes('Autre')]).toEqual([409, true, true]);
  const joined = {
    ...STAGE,
    base: unescaped(hidden(both.text, 'base')),
    'answer-1': 'Mesuré, autre',
    'answer-2': 'Ailleurs',
  };
  expect((await ada.post(mine(), joined)).location).toBe(`${mine()}?done=saved`);

  minutesIn(40);
  const again = (await ada.get(mine())).text;
  expect(again).toContain('35 minutes</b>');
  expect(again).toContain('Mesuré, autre</textarea>');
});

test('nobody reads it before it is handed in, and its beginner alone hands it in early', async () => {
  minutesIn(41);
  expect((await secretary.get(paper())).text).toContain('has not been handed in yet');
  expect((await secretary.get(paper())).text).not.toContain('Mesuré');
  const early = { ...STAGE, base: await baseIn(), 'answer-1': 'Mesuré, autre', 'answer-2': 'Ailleurs', do: 'hand-in' };
  const asked = await ada.post(mine(), early);
  expect([asked.status, asked.text.includes('dites que vous avez terminé')]).toEqual([422, true]);
  expect((await manager.post(`${base()}/written-test`, { ...SETTINGS, version: '1', minutes: '90' })).text).toContain(
    'Somebody has begun',
  );
});

test('what arrives at the end counts; what arrives later does not, and is shown back', async () => {
  minutesIn(75);
  const last = `${'é'.repeat(100)}trop`;
  const form = { ...STAGE, base: await baseIn(), 'answer-1': last, 'answer-2': 'Ailleurs' };
  expect((await ada.post(mine(), form, JSON_ASKED)).status).toBe(200);
  minutesIn(75, 1);
  const late = { ...form, 'answer-1': 'Trop tard' };

  const told = await ada.post(mine(), late, JSON_ASKED);
  expect([told.status, told.text.includes('ne compte pas')]).toEqual([409, true]);
  const back = await ada.post(mine(), late);
  expect([back.status, back.text.includes('Trop tard')]).toEqual([409, true]);
  expect(back.text).toContain(last);
  expect(await texts()).toEqual([{ first: last, second: 'Ailleurs' }]);

  expect(await handInEnded(app.db, app.now)).toBe(0);
  minutesIn(78);
  expect(await handInEnded(app.db, app.now)).toBe(1);
  expect(await handInEnded(app.db, app.now)).toBe(0);
  await expect(app.db.updateTable('writtenPapers').set({ savedAt: NOW }).execute()).rejects.toThrow('never changed');
});

test('the panel reads it by number once it has declared, each look an event; who is recused, or is beside, never', async () => {
  minutesIn(80);
  const undeclared = await chair.get(paper());
  expect([undeclared.status, undeclared.text.includes('Ailleurs')]).toEqual([403, false]);
  const declaration = { vacancyReference: REFERENCE, candidates: [number, beasNumber], textSha256: Buffer.alloc(32) };
  for (const { accountId = '' } of [chair, member])
    await app.db
      .insertInto('competitionDeclarations')
      .values({ ...declaration, accountId, signedAt: NOW })
      .execute();
  const conflict = { vacancyReference: REFERENCE, applicationId: adaId, kind: 'worked-together', foundBy: 'declared' };
  await app.db
    .insertInto('conflictsOfInterest')
    .values({ ...conflict, accountId: member.accountId ?? '', reason: '', foundAt: NOW })
    .execute();

  const { text } = await chair.get(paper(number, 'fr'));
  const sheet = (await chair.get(`${base()}/scores/${number}`)).text;
  const list = (await chair.get(`${base()}/scores`)).text;

  expect(text).toContain('é'.repeat(100));
  expect(text).not.toContain('étrop');
  expect(text).toContain('4 caractères au-delà');
  const { answers } = await app.db
    .selectFrom('applications')
    .select('answers')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const { familyName } = (answers as { identity: { familyName: string } }).identity;
  expect(familyName).not.toBe('');
  expect([text, sheet, list].filter((page) => page.includes(familyName))).toEqual([]);
  expect(sheet).toContain(paper());
  expect((await secretary.get(paper())).text).toContain('Ailleurs');
  expect([(await member.get(paper())).status, (await manager.get(paper())).status]).toEqual([404, 404]);
  expect((await chair.get(paper(beasNumber))).text).toContain('has not been begun');
  const early = await chair.post(`${base()}/scores/${beasNumber}`, { do: 'sign', version: '0' });
  expect([early.status, early.text.includes('it is scored afterwards')]).toEqual([422, true]);
  expect(sheet).not.toContain('it is scored afterwards');
  expect(await actions()).toEqual([
    'written-test-set stage minutes opensAt byNumber closesAt maxCharacters',
    'written-test-begun stage',
    'written-test-handed-in held stage',
    'written-test-read stage',
    'written-test-read stage',
  ]);
});

test('its author hands in before the end, sees what is read, and takes it with their data', async () => {
  await later(app, '2026-11-23T09:00:00Z');
  const address = `/en/my/applications/${beasNumber}/written-test`;
  await bea.post(`${address}/begin`, STAGE);
  const form = { ...STAGE, base: '{}', 'answer-1': 'Done', 'answer-2': '', do: 'hand-in', finished: 'yes' };

  expect((await bea.post(address, form)).location).toBe(`${address}?done=handed-in`);
  const after = await bea.post(address, { ...form, 'answer-1': 'More' });

  expect([after.status, after.text.includes('after you had handed in'), after.text.includes('More')]).toEqual([
    409,
    true,
    true,
  ]);
  expect((await bea.get(address)).text).toContain('Nothing was written here.');
  expect((await bea.post(`${address}/begin`, STAGE)).location).toBe(address);
  expect(await texts()).toHaveLength(2);
});

test('after the last instant nobody begins', async () => {
  await app.db.deleteFrom('writtenPapers').execute();
  await later(app, '2026-11-23T17:00:00.001Z');

  expect((await ada.post(`${mine()}/begin`, STAGE)).status).toBe(409);
  expect((await ada.get(mine())).text).toContain('Elle ne peut plus être commencée');
});
