import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIMITS } from '../../people/attempt-limits.ts';
import { lastMailTo, linkIn } from '../../people/people-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { tellFollowers } from './alert-tasks.ts';
import { forgetUnconfirmed } from './follower-queries.ts';

let app: TestApp;
let applicant: Client;
beforeAll(async () => {
  app = await testApp();
  applicant = await app.signedInAs('applicant', 'fr');
});
afterAll(() => app.close());

const MINUTE = 60_000;
const later = (minutes: number) => new Date(app.now.getTime() + minutes * MINUTE);

/** Published now, as a save of this instant would. */
const publish = (reference: string, title: string, audience: 'both' | 'internal' = 'both') =>
  insertVacancy(app.db, {
    reference,
    audience,
    status: 'published',
    createdAt: app.now,
    notice: { title: { en: title, fr: title } },
  });

const mailsTo = async (address: string) => (await app.mails()).filter(({ to }) => to.address === address);

test('a visitor is told of each new vacancy once, after confirming, until one press ends it', async () => {
  const visitor = app.visitor('fr');
  const email = 'lea@people.example';
  await publish('280001', 'Hydrologist before');

  const form = await visitor.get('/fr/searches/new?q=hydrologist');
  const sent = await visitor.post('/fr/searches/new', { query: '?q=hydrologist', frequency: 'at-once', email });
  const confirmation = linkIn((await lastMailTo(app, email))?.text);
  app.now = later(2);
  await publish('280002', 'Hydrologist unconfirmed');
  await tellFollowers(app.context, app.now);
  app.now = later(1);
  const looked = await visitor.get(confirmation);
  const unconfirmed = await mailsTo(email);
  const confirmed = await visitor.post(confirmation);
  app.now = later(2);
  await publish('280003', 'Hydrologist after');
  await publish('280004', 'Driver');
  await publish('280005', 'Hydrologist inside', 'internal');
  app.now = later(2);
  const told = await Promise.all([tellFollowers(app.context, app.now), tellFollowers(app.context, app.now)]);
  app.now = later(2);
  await tellFollowers(app.context, app.now);
  const mails = await mailsTo(email);
  const alert = mails.at(-1);
  const path = new URL(alert?.unsubscribeUrl ?? 'http://none.invalid').pathname;
  const page = await app.visitor('fr').get(path);
  const ended = await app.visitor().post(path, { 'List-Unsubscribe': 'One-Click' });
  await publish('280006', 'Hydrologist too late');
  app.now = later(2);
  await tellFollowers(app.context, app.now);

  expect(form.text).toContain('hydrologist');
  expect(sent.location).toBe('/fr/searches/sent');
  expect([looked.status, confirmed.status]).toEqual([200, 200]);
  expect(unconfirmed).toHaveLength(1);
  expect(told.toSorted()).toEqual([0, 1]);
  expect(mails).toHaveLength(2);
  expect(alert?.language).toBe('fr');
  expect(alert?.text).toContain('280003');
  expect(['280001', '280002', '280004', '280005'].filter((each) => alert?.text.includes(each))).toEqual([]);
  expect(page.text).toContain('hydrologist');
  expect(ended.status).toBe(200);
  expect(await mailsTo(email)).toHaveLength(2);
  expect(await app.db.selectFrom('followers').selectAll().where('email', '=', email).execute()).toEqual([]);
});

test('an address that nobody confirmed is gone after seven days, and asking for it again and again is refused', async () => {
  const email = 'nobody@people.example';
  const ask = () => app.visitor().post('/en/searches/new', { query: '?q=x', frequency: 'daily', email });

  const statuses = [];
  for (let turn = 0; turn < 5; turn += 1) statuses.push((await ask()).status);
  const mails = await mailsTo(email);
  const early = await forgetUnconfirmed(app.db, later(6 * 24 * 60));
  const gone = await forgetUnconfirmed(app.db, later(7 * 24 * 60 + 1));

  expect(statuses).toEqual([303, 303, 303, 303, 422]);
  expect(mails).toHaveLength(1);
  expect([early, gone]).toEqual([0, 1]);
  expect(await app.db.selectFrom('followers').selectAll().where('email', '=', email).execute()).toEqual([]);
});

test('a link that is not from a mail of ours does nothing, and a form that lacks something comes back', async () => {
  const id = '11111111-1111-4111-8111-111111111111';
  const wrong = await app.visitor().post('/en/searches/new', { query: '?q=river', frequency: '', email: 'no' });

  for (const path of [`confirmation/${id}/x`, `unsubscribe/${id}/x`, 'unsubscribe/1/x'])
    expect((await app.visitor().post(`/en/searches/${path}`)).status).toBe(404);
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('value="no"');
  expect(wrong.text).toContain('Choose when to be told.');
});

test('somebody signed in keeps searches, changes when they are told, and removes them', async () => {
  const { accountId = '' } = applicant;
  const saved = await applicant.post('/fr/searches/new', { query: '?q=gauge&page=3', frequency: 'daily' });
  const list = await applicant.get('/fr/my/searches');
  const { id } = await app.db
    .selectFrom('savedSearches')
    .innerJoin('followers', 'followers.id', 'followerId')
    .select('savedSearches.id')
    .where('accountId', '=', accountId)
    .executeTakeFirstOrThrow();
  await applicant.post(`/fr/my/searches/${id}`, { [`frequency-${id}`]: 'at-once' });
  app.now = later(2);
  await publish('280011', 'Gauge Keeper');
  app.now = later(2);
  const told = await tellFollowers(app.context, app.now);
  const other = await app.signedInAs('applicant');
  const stolen = await other.post(`/en/my/searches/${id}/removal`);
  const removed = await applicant.post(`/fr/my/searches/${id}/removal`);

  expect(saved.location).toBe('/fr/my/searches?done=saved');
  expect(list.text).toContain('gauge');
  expect(told).toBe(1);
  expect([stolen.status, removed.status]).toEqual([404, 303]);
  expect((await applicant.get('/fr/my/searches')).text).toContain('encore enregistré aucune');
});

test('bookmarks are kept in the account, and only of what its owner is shown', async () => {
  await publish('280021', 'Lock Keeper');
  await publish('280022', 'Secret Keeper', 'internal');

  const added = await applicant.post('/fr/my/bookmarks', { reference: '280021' });
  const hidden = await applicant.post('/fr/my/bookmarks', { reference: '280022' });
  const list = await applicant.get('/fr/my/bookmarks');
  const calendar = await applicant.get('/fr/my/bookmarks.ics');
  const visitor = await app.visitor().post('/en/my/bookmarks', { reference: '280021' });
  await applicant.post('/fr/my/bookmarks/280021/removal');
  const after = await applicant.get('/fr/my/bookmarks');

  expect([added.status, hidden.status]).toEqual([303, 404]);
  expect(list.text).toContain('Lock Keeper');
  expect(calendar.text).toContain('UID:deadline-280021@concours.test');
  expect(visitor.status).toBe(401);
  expect(visitor.text).toContain('280021');
  expect(after.text).not.toContain('Lock Keeper');
});

test('a deadline is an entry of a calendar in UTC; a correction changes the entry that is there', async () => {
  const correction = {
    number: 1,
    at: '2026-11-20T10:00:00Z',
    fields: ['deadline'],
    note: { en: 'Later.', fr: 'Report.' },
  };
  await insertVacancy(app.db, { reference: '280031', status: 'published', corrections: [correction], version: 4 });
  await publish('280032', 'Hidden', 'internal');

  const { text, headers } = await app.visitor().get('/en/vacancies/280031/deadline.ics');

  expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect(text).toContain('DTSTART:20261218T225959Z\r\n');
  // By when it was last changed for the public, not by how often: 2 November 2026, 09:00, in seconds of 2020 on.
  expect(text).toContain('SEQUENCE:215773200\r\n');
  expect(text).toContain('BEGIN:VALARM\r\n');
  expect((await app.visitor().get('/en/vacancies/280032/deadline.ics')).status).toBe(404);
});

test('five hundred behind one address of the network may ask, and nobody fills the mailbox of another', async () => {
  const ask = (email: string, query: string) =>
    app.visitor().post('/en/searches/new', { query, frequency: 'daily', email });
  const statuses = [];
  for (let index = 0; index < 45; index += 1)
    statuses.push((await ask(`crowd-${index}@people.example`, '?q=dyke')).status);
  const victim = 'victim@people.example';
  for (let hour = 0; hour < 6; hour += 1) {
    for (const query of ['?q=a1', '?q=b2', `?q=c${hour}`]) statuses.push((await ask(victim, query)).status);
    app.now = later(61);
  }
  const unanswered = await mailsTo(victim);
  app.now = later(24 * 60);
  await ask(victim, '?q=a1');
  const nextDay = await mailsTo(victim);

  expect(LIMITS['subscribe-by-network'].most).toBeGreaterThanOrEqual(2 * 500);
  expect(new Set(statuses)).toEqual(new Set([303]));
  expect(unanswered).toHaveLength(3);
  expect(nextDay).toHaveLength(4);
});
