import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertApplicant, insertMember } from '../screening-testing.ts';
import { transcribe } from './transcription.ts';

const REFERENCE = '260716';
const HERE = `/en/staff/vacancies/${REFERENCE}/screening`;

let app: TestApp;
let manager: Client;
let [screener, second]: Client[] = [];
let number: string;
let letter: string;
beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager');
  await insertClosedVacancy(app.db, REFERENCE);
  const scanned = { text: '', fileName: 'Ylva Sund.pdf' };
  ({ number } = await insertApplicant(app.context, REFERENCE, {
    givenNames: 'Ylva',
    familyName: 'Sund',
    letter: scanned,
  }));
  [screener, second] = [await app.signedInAs('staff-member'), await app.signedInAs('recruiter')];
  for (const { accountId = '' } of [screener, second]) await insertMember(app.db, { reference: REFERENCE, accountId });
  await manager.post(`${HERE}/arrangement`, { do: 'begin' });
  const among = [screener.accountId ?? '', second.accountId ?? ''];
  await manager.post(`${HERE}/arrangement`, { do: 'assign', among });
  letter = `${HERE}/${number}/texts/cover-letter`;
});
afterAll(() => app.close());

const person = (client: Client | undefined): Client => {
  if (!client) throw new Error('Nobody is signed in');
  return client;
};
const key = () => `${number}-cover-letter-1`;
const write = (fields: Record<string, string>) =>
  manager.post(`${HERE}/transcriptions`, {
    page: key(),
    ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${name}-${key()}`, value])),
  });

test('the sheet says which pages carry no text, and asking for one needs a reason', async () => {
  const sheet = await person(screener).get(`${HERE}/${number}`);
  const without = await person(screener).post(letter, { page: '1', 'reason-1': ' ' });
  const elsewhere = await person(screener).post(letter, { page: '2', 'reason-2': 'To read it.' });

  expect(sheet.text).toMatch(/page without text: 1/);
  expect(without.status).toBe(422);
  expect(without.text).toMatch(/href="#[^"]*reason-1"/);
  expect(elsewhere.status).toBe(404);
});

test('a page that was asked for waits for who may see whose it is, and for nobody who screens', async () => {
  const asked = await person(screener).post(letter, { page: '1', 'reason-1': 'The years of work are here.' });
  const waiting = await person(screener).get(letter);
  const list = await manager.get(HERE);
  const shown = await manager.get(`${HERE}/transcriptions`);
  const byScreener = await person(second).get(`${HERE}/transcriptions`);
  const written = await person(second).post(`${HERE}/transcriptions`, { page: key(), [`text-${key()}`]: 'x' });

  expect(asked.location).toBe(`${letter}?done=asked`);
  expect(waiting.text).toContain('nobody has written it down yet');
  expect(list.text).toContain('Pages to write down (1)');
  expect(shown.text).toContain('The years of work are here.');
  expect([byScreener.status, written.status]).toEqual([404, 404]);
});

test('what is written down is read by both screeners, covered as every text, and is written down once', async () => {
  const neither = await write({});
  const both = await write({ text: 'x', nothing: 'yes' });
  const kept = await write({ text: 'I, Ylva Sund, measured the Torne for nine years.' });
  const again = await write({ text: 'Something else.' });
  const texts = await Promise.all([screener, second].map((client) => person(client).get(letter)));
  const events = await app.db
    .selectFrom('events')
    .select(['action', 'details', 'actorId'])
    .where('action', 'in', ['page-asked-for', 'page-transcribed'])
    .orderBy('at')
    .execute();

  expect([neither.status, both.status]).toEqual([422, 422]);
  expect(both.text).toContain('>x</textarea>');
  expect(kept.location).toBe(`${HERE}/transcriptions?done=transcribed`);
  expect(again.text).toContain('does not wait any more');
  for (const { text } of texts) {
    expect(text).toContain('measured the Torne for nine years');
    expect(text).not.toMatch(/Sund|Ylva/);
  }
  expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['page-asked-for', screener?.accountId],
    ['page-transcribed', manager.accountId],
  ]);
  expect(JSON.stringify(events)).not.toMatch(/Torne|years of work/);
});

test('a passage of it is uncovered like any other, for one person', async () => {
  const { text } = await person(screener).get(letter);
  const [, address = ''] = /href="([^"]*\/passages\/[^"]*)"/.exec(text) ?? [];
  const done = await person(screener).post(address, { in: 'cover-letter', reason: 'Is it the author?' });

  expect(done.status).toBe(303);
  expect((await person(screener).get(letter)).text).toContain('Ylva Sund');
  expect((await person(second).get(letter)).text).not.toContain('Ylva Sund');
});

test('its author finds it in the copy of their data, and not who asked', async () => {
  const { applicantId } = await app.db
    .selectFrom('applications')
    .select('applicantId')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const part = app.context.personalData.find(({ name }) => name === 'screening');
  const data = JSON.stringify(await part?.export(app.db, applicantId));

  expect(data).toContain('measured the Torne for nine years');
  expect(data).not.toContain(screener?.accountId ?? '?');
});

test('there is something to read or there is not', () => {
  expect(transcribe({ text: ' ', nothing: true })).toEqual({ ok: true, value: '' });
  expect(transcribe({ text: 'x'.repeat(10_001), nothing: false })).toMatchObject({ refusal: { kind: 'too-long' } });
});
