import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventsOf } from '../../people/event-queries.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { lastVersion, versionsOf } from './notice-version-queries.ts';
import { comparedNumbers } from './notice-version.ts';
import { findVacancy, recordVacancy } from '../vacancy-queries.ts';
import { insertVacancy } from '../vacancy-testing.ts';
import { wordChanges } from './word-difference.tsx';

let app: TestApp;
let recruiter: Client;
let manager: Client;
let auditor: Client;
beforeAll(async () => {
  app = await testApp();
  recruiter = await app.signedInAs('recruiter');
  manager = await app.signedInAs('recruitment-manager', 'fr');
  auditor = await app.signedInAs('auditor');
});
afterAll(() => app.close());

let next = 260_600;
const reference = () => String((next += 1));
const staff = (ref: string, path = '') => `/en/staff/vacancies/${ref}${path}`;
const write = (ref: string, text: string) =>
  recruiter.post(staff(ref, '/edit/interrelationships'), { 'interrelationships.en': text });

test('every saved notice is a version: who, what, and which fields', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref });
  await write(ref, 'The incumbent reports to nobody.');
  await recruiter.post(staff(ref, '/submission'));

  const { text } = await auditor.get(staff(ref, '/versions'));

  expect(text).toContain('2 versions, the last first');
  expect(text).toContain('Interrelationships (English)');
  expect(text).toContain('Ada Marin');
  expect(text).toContain('Concours');
  expect(text).not.toContain('#restore');
  expect((await auditor.get(staff(ref))).text).toContain(`${staff(ref, '/versions')}"`);
});

test('two versions are compared word by word, whichever they are; only what differs is shown', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref });
  await write(ref, 'The incumbent reports to the Director.');
  await write(ref, 'The incumbent reports to nobody.');

  const last = await auditor.get(staff(ref, '/versions/comparison'));
  const whole = await auditor.get(staff(ref, '/versions/comparison?from=3&to=1'));
  const same = await auditor.get(staff(ref, '/versions/comparison?from=2&to=2'));

  expect(last.text).toMatch(/<del>.*the Director.*<\/del>/);
  expect(last.text).toMatch(/<ins>.*nobody.*<\/ins>/);
  expect(last.text).not.toContain('Flood Forecasting');
  expect(whole.text).toMatch(/<ins>.*Head of .*<\/ins>/);
  expect(same.text).toContain('These two versions say the same.');
  for (const query of ['?from=9', '?to=99&from=1'])
    expect((await auditor.get(staff(ref, `/versions/comparison${query}`))).status).toBe(404);
  expect((await auditor.get(staff(ref, '/versions/comparison?from=x&to=%27'))).status).toBe(200);
});

test('restoring makes a new version of an earlier one, with its event, and deletes nothing', async () => {
  const ref = reference();
  const { notice } = await insertVacancy(app.db, { reference: ref });
  await write(ref, 'First.');
  await write(ref, 'Second.');

  const shown = await recruiter.get(staff(ref, '/versions/comparison?from=3&to=1'));
  const answer = await recruiter.post(staff(ref, '/versions/1/restoration'), { version: '3' });

  expect(shown.text).toContain('Yes, restore version 1');
  expect(answer.location).toBe(staff(ref, '?done=saved#history'));
  expect((await findVacancy(app.db, ref))?.notice).toEqual(notice);
  expect((await versionsOf(app.db, ref, 1)).versions.map(({ action }) => action)).toEqual([
    'restore-version',
    'edit',
    'edit',
    'import',
  ]);
  expect((await eventsOf(app.db, 'vacancy', ref)).at(-1)).toMatchObject({
    action: 'restore-version',
    details: { version: 1, fields: ['interrelationships'] },
  });
  expect((await manager.get(`/fr/staff/vacancies/${ref}`)).text).toContain('a rétabli la version 1');
});

test('a restored version brings back its deadline', async () => {
  const ref = reference();
  const before = await insertVacancy(app.db, { reference: ref });
  await recruiter.post(staff(ref, '/edit/header'), {
    'deadline-day': '1',
    'deadline-month': '7',
    'deadline-year': '2027',
  });

  await recruiter.post(staff(ref, '/versions/1/restoration'));

  expect((await findVacancy(app.db, ref))?.deadlineAt).toEqual(before.deadlineAt);
});

test('what the public has seen is edited, not restored; nor is what is final, or changed meanwhile', async () => {
  const [published, filled, stale] = [reference(), reference(), reference()];
  for (const [ref, status] of [
    [published, 'published'],
    [filled, 'filled'],
  ] as const) {
    const vacancy = await insertVacancy(app.db, { reference: ref, status });
    const notice = { ...vacancy.notice, grades: ['G20'] };
    const change = { action: 'edit', by: { kind: 'system' }, at: app.now } as const;
    await recordVacancy(app.db, { ...vacancy, notice }, change);
  }
  await insertVacancy(app.db, { reference: stale });
  await write(stale, 'First.');

  const refused = await manager.post(`/fr/staff/vacancies/${published}/versions/1/restoration`);
  const final = await manager.post(`/fr/staff/vacancies/${filled}/versions/1/restoration`);
  const late = await recruiter.post(staff(stale, '/versions/1/restoration'), { version: '1' });
  const byAuditor = await auditor.post(staff(stale, '/versions/1/restoration'));
  const missing = await recruiter.post(staff(stale, '/versions/7/restoration'));

  expect([refused.status, final.status, late.status]).toEqual([409, 409, 409]);
  expect(refused.text).toContain('Modifiez plutôt ce qui est inexact.');
  expect([byAuditor.status, missing.status]).toEqual([404, 404]);
  for (const ref of [published, filled, stale]) expect(await lastVersion(app.db, ref)).toBe(2);
});

test('hostile text in a version is shown as the text it is', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref });
  await write(ref, '"><script>alert(1)</script>');

  const { text } = await auditor.get(staff(ref, '/versions/comparison'));

  expect(text).toContain('&lt;script>');
  expect(text).not.toContain('<script>alert');
});

const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem(), fc.string({ unit: 'binary' }));

test('the words that stay and those put in are the new text; with those taken out, the old one', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const changes = wordChanges(before, after);
      const without = (kind: string) =>
        changes
          .filter((change) => change.kind !== kind)
          .map(({ text }) => text)
          .join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
  );
});

test('two long texts that share nothing are told apart at once', () => {
  const long = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
  const started = process.cpuUsage();

  const changes = wordChanges(long('a'), long('b'));

  expect(changes.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  const { user, system } = process.cpuUsage(started);

  expect((user + system) / 1000).toBeLessThan(5_000);
});

test('the last version is compared with the one before it, unless others are asked for', () => {
  expect(comparedNumbers({}, 5)).toEqual({ from: 4, to: 5 });
  expect(comparedNumbers({ to: 3 }, 5)).toEqual({ from: 2, to: 3 });
  expect(comparedNumbers({ from: 5, to: 1 }, 5)).toEqual({ from: 5, to: 1 });
  expect(comparedNumbers({}, 1)).toEqual({ from: 1, to: 1 });
});
