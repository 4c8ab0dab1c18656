import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventsOf } from '../../people/event-queries.ts';
import { EICAR, testClamd, type TestClamd } from '../../platform/malware/clamd-testing.ts';
import { scannerOf } from '../../platform/malware/scanner.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertClosedVacancy, insertSubmitted } from '../stages/selection-testing.ts';
import { findOwnRequest } from './accommodation-queries.ts';
import { scanWaitingEvidence } from './accommodation-tasks.ts';

let clamd: TestClamd;
let app: TestApp;
let ada: Client;
let officer: Client;
let number: string;
beforeAll(async () => {
  clamd = await testClamd();
  app = await testApp({ CLAMD: clamd.address });
  ada = await app.signedInAs('applicant');
  officer = await app.signedInAs('accommodation-officer');
  await insertClosedVacancy(app.db, '260511');
  ({ number } = await insertSubmitted(app.context, { accountId: ada.accountId, reference: '260511' }));
  await ada.post(here(), { words: 'More time, please' });
});
afterAll(async () => {
  await app.close();
  await clamd.close();
});

const here = () => `/en/my/applications/${number}/accommodation`;
const photo = (holding: string) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(holding), Buffer.from([0xff, 0xd9])]);
const handIn = (name: string, holding: string) =>
  ada.upload(`${here()}/evidence`, {}, { field: 'file', name, type: 'image/jpeg', content: photo(holding) });
const request = async () => {
  const own = { accountId: ada.accountId ?? '', number };
  const found = await findOwnRequest(app.db, app.context.accommodationKeys, own);
  if (!found) throw new Error('no request');
  return found;
};
const scanAll = () => scanWaitingEvidence(app.context, scannerOf(app.context.config), app.now);
const statesOf = async () => (await request()).evidence.map(({ fileName, scan }) => [fileName, scan]);

test('evidence with malware is not taken, and what was found clean is opened by an officer', async () => {
  const infected = await handIn('letter.jpg', EICAR);
  const clean = await handIn('scan.jpg', 'nothing');
  const { id, evidence } = await request();

  expect([infected.status, clean.status]).toEqual([422, 303]);
  expect(infected.text).toContain('virus');
  expect(evidence).toMatchObject([{ scan: 'clean' }]);
  expect((await officer.get(`/en/staff/accommodation/${id}/evidence/${evidence[0]?.id}`)).status).toBe(200);
});

test('what could not be scanned is kept in quarantine: said on both pages, and no officer opens it', async () => {
  clamd.behaviour = 'hangs-up';
  await handIn('later.jpg', 'nothing');
  await handIn('worse.jpg', EICAR);
  const { id, evidence } = await request();
  const waiting = evidence.filter(({ scan }) => scan === 'quarantined');
  const officers = await officer.get(`/en/staff/accommodation/${id}`);
  const opened = await Promise.all(
    waiting.map((one) => officer.get(`/en/staff/accommodation/${id}/evidence/${one.id}`)),
  );
  const looks = (await eventsOf(app.db, 'accommodation', id)).filter(({ action }) => action === 'evidence-opened');

  expect(waiting.map(({ fileName }) => fileName)).toEqual(['later.jpg', 'worse.jpg']);
  expect(opened.map(({ status }) => status)).toEqual([404, 404]);
  expect(officers.text).toContain('not scanned for viruses yet');
  expect(officers.text).not.toContain(`/evidence/${waiting[0]?.id}`);
  expect((await ada.get(here())).text).toContain('not scanned for viruses yet');
  expect(looks).toHaveLength(1);
});

test('once it is scanned it is opened, or deleted, and its sender told in a mail that does not say what it was', async () => {
  const unanswered = await scanAll();
  clamd.behaviour = 'works';
  const scanned = await scanAll();
  const mail = (await app.mails()).at(-1);
  const actions = (await eventsOf(app.db, 'accommodation', (await request()).id)).map(({ action }) => action);

  expect([unanswered, scanned, await scanAll()]).toEqual([0, 2, 0]);
  expect(await statesOf()).toEqual([
    ['scan.jpg', 'clean'],
    ['later.jpg', 'clean'],
  ]);
  expect(actions.slice(-2)).toEqual(['evidence-scanned', 'evidence-infected']);
  expect(mail?.subject).toBe('A virus in a file that you handed in');
  expect(mail?.text).not.toMatch(/worse|arrangement|accommodation|A-260511/);
});
