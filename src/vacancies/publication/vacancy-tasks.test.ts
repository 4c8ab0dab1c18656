import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Doubt } from '../../notices/notice.ts';
import { eventsOf } from '../../people/event-queries.ts';
import { insertAccount } from '../../people/people-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { openDoubt } from '../review/review.ts';
import { findVacancy } from '../vacancy-queries.ts';
import { closeDue, publishDue } from './vacancy-tasks.ts';
import { insertVacancy } from '../vacancy-testing.ts';

const NOON = new Date('2026-11-22T12:00:00Z');
const HOUR = 3_600_000;
const at = (hours: number) => new Date(NOON.getTime() + hours * HOUR);

let app: TestApp;
let manager: Client;
beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager', 'fr');
});
afterAll(() => app.close());
beforeEach(() => {
  app.now = NOON;
});

let next = 260_400;
const reference = () => String((next += 1));
const page = (ref: string, rest = '') => `/en/staff/vacancies/${ref}${rest}`;
const tomorrow = { 'publish-day': '23', 'publish-month': '11', 'publish-year': '2026', 'publish-time': '9:30' };
const actionsOf = async (ref: string) => (await eventsOf(app.db, 'vacancy', ref)).map(({ action }) => action);
const scheduled = (ref: string, publishAt: Date) =>
  insertVacancy(app.db, { reference: ref, status: 'scheduled', publishAt });
const published = (ref: string, deadlineAt: Date) =>
  insertVacancy(app.db, { reference: ref, status: 'published', deadlineAt });

test('a day and time set on the page of the publication are those of the organisation, and shown until then', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, status: 'in-review' });

  const answer = await manager.post(page(ref, '/publication'), { when: 'later', audience: 'both', ...tomorrow });

  expect(answer.status).toBe(303);
  expect(await findVacancy(app.db, ref)).toMatchObject({
    status: 'scheduled',
    publishAt: new Date('2026-11-23T08:30:00Z'),
  });
  const told = '23 November 2026 at 09:30, Brussels time';
  expect((await manager.get(page(ref))).text).toContain(told);
  expect((await manager.get('/en/staff/vacancies')).text).toContain(told);
  expect((await manager.get(page(ref, '/publication'))).text).toContain('value="09:30"');
  expect((await app.visitor().get(`/en/vacancies/${ref}`)).status).toBe(404);
});

test.each([
  ['a day that is not', { 'publish-day': '31' }, 'href="#f-publish"'],
  ['a time that is not', { 'publish-time': 'nine' }, 'href="#f-publish-time"'],
  ['a day that has passed', { 'publish-day': '21' }, 'This day and time have passed'],
  ['a day after the deadline', { 'publish-month': '12' }, 'Nobody could apply'],
])('%s is refused at its field, and what was typed is kept', async (_, typed, expected) => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, status: 'in-review', deadlineAt: at(400) });

  const form = { when: 'later', ...tomorrow, ...typed };
  const answer = await manager.post(page(ref, '/publication'), form);

  expect(answer.status).toBe(422);
  expect(answer.text).toContain(expected);
  expect(answer.text).toContain(`value="${form['publish-time']}"`);
  expect((await findVacancy(app.db, ref))?.status).toBe('in-review');
});

test('what is due is published by Concours, as of the instant set, and not a moment before', async () => {
  const ref = reference();
  await scheduled(ref, at(1));

  await publishDue(app.context, at(0.99));
  const early = await findVacancy(app.db, ref);
  await publishDue(app.context, at(26));

  expect(early?.status).toBe('scheduled');
  expect(await findVacancy(app.db, ref)).toMatchObject({ status: 'published', publishedAt: at(1), publishAt: null });
  expect(await eventsOf(app.db, 'vacancy', ref)).toMatchObject([
    { action: 'publish', actorKind: 'system', at: at(26) },
  ]);
  app.now = at(26);
  expect((await app.visitor().get(`/en/vacancies/${ref}`)).status).toBe(200);
});

test('the reason to publish without a translation holds from the day it was scheduled to the day it is published', async () => {
  const ref = reference();
  const notice = { title: { en: 'Hydrologist' } };
  await insertVacancy(app.db, { reference: ref, status: 'in-review', notice });
  const form = { when: 'later', ...tomorrow };

  const without = await manager.post(page(ref, '/publication'), form);
  await manager.post(page(ref, '/publication'), { ...form, reason: 'The translation comes on Monday.' });
  await publishDue(app.context, at(30));

  expect(without.status).toBe(422);
  expect((await findVacancy(app.db, ref))?.status).toBe('published');
  expect(await eventsOf(app.db, 'vacancy', ref)).toMatchObject([
    { action: 'schedule', details: { reason: 'The translation comes on Monday.' } },
    { action: 'publish', details: { reason: 'The translation comes on Monday.' } },
  ]);
});

test('what the rules refuse on the day goes back into review, and those who could publish it are told why', async () => {
  const ref = reference();
  const doubt: Doubt = { kind: 'halves-differ', field: 'salary', lines: { from: 8, to: 8 }, values: ['1', '2'] };
  await insertVacancy(app.db, { reference: ref, status: 'scheduled', publishAt: at(1), doubts: [openDoubt(doubt)] });
  await insertAccount(app.db, { email: 'chief@people.example', roles: ['recruitment-manager', 'auditor'] });
  const before = (await app.mails()).length;
  app.now = at(1);

  await publishDue(app.context, at(1));

  expect(await findVacancy(app.db, ref)).toMatchObject({ status: 'in-review', publishAt: null, publishedAt: null });
  const mails = (await app.mails()).slice(before);
  expect(mails.map(({ language }) => language).toSorted()).toEqual(['en', 'fr']);
  expect(mails.find(({ language }) => language === 'en')?.text).toContain('1 error is open');
  expect(mails.find(({ language }) => language === 'fr')?.text).toContain('1 erreur reste ouverte');
  expect((await manager.get(page(ref))).text).toMatch(/did not publish it at the time set.*1 error is open/s);
});

test('a deadline that passed while the server was down is no day to publish on', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, status: 'scheduled', publishAt: at(1), deadlineAt: at(5) });

  await publishDue(app.context, at(5));

  expect((await findVacancy(app.db, ref))?.status).toBe('in-review');
});

test('of several servers at once, one publishes and one closes each', async () => {
  const first = Array.from({ length: 12 }, reference);
  const second = Array.from({ length: 12 }, reference);
  for (const ref of first) await scheduled(ref, at(1));
  for (const ref of second) await published(ref, at(2));

  const counts = await Promise.all([
    ...[1, 2, 3].map(() => publishDue(app.context, at(1))),
    ...[1, 2, 3].map(() => closeDue(app.context, at(3))),
  ]);

  expect(counts.slice(0, 3).reduce((sum, count) => sum + count)).toBe(12);
  expect(counts.slice(3).reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(12);
  for (const ref of first) expect(await actionsOf(ref)).toEqual(['publish']);
  for (const ref of second) expect(await actionsOf(ref)).toEqual(['close']);
});

test('a vacancy that cannot be written keeps no other waiting, and is done once it can', async () => {
  const [broken, sound] = [reference(), reference()];
  await scheduled(broken, at(1));
  await scheduled(sound, at(2));
  await sql`create function refuse_one() returns trigger language plpgsql as
    $$ begin if new.subject_id = ${sql.lit(broken)} then raise 'not now'; end if; return new; end $$`.execute(app.db);
  await sql`create trigger refuse_one before insert on events for each row execute function refuse_one()`.execute(
    app.db,
  );

  await expect(publishDue(app.context, at(3))).rejects.toThrow('not now');
  const meanwhile = await findVacancy(app.db, broken);
  await sql`drop trigger refuse_one on events`.execute(app.db);
  await publishDue(app.context, at(4));

  expect(meanwhile?.status).toBe('scheduled');
  expect([await actionsOf(broken), await actionsOf(sound)]).toEqual([['publish'], ['publish']]);
});

test('closes at the deadline by itself, as of that deadline, and not at its last instant', async () => {
  const ref = reference();
  await published(ref, at(5));

  await closeDue(app.context, at(5));
  const atTheLast = await findVacancy(app.db, ref);
  await closeDue(app.context, at(6));

  expect(atTheLast?.status).toBe('published');
  expect(await findVacancy(app.db, ref)).toMatchObject({ status: 'closed', closedAt: at(5) });
  expect(await eventsOf(app.db, 'vacancy', ref)).toMatchObject([{ action: 'close', actorKind: 'system' }]);
});
