import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type Answer, type Client, type TestApp } from '../testing.ts';
import { createStaffAccount } from './account-queries.ts';
import { insertAccount, TEST_PASSWORD } from './people-testing.ts';
import { openSession } from './session-queries.ts';
import { hashSecret } from './session.ts';

let app: TestApp;
let overHttps: TestApp;
beforeAll(async () => {
  app = await testApp();
  overHttps = await testApp({ PUBLIC_URL: 'https://concours.test' });
});
afterAll(() => Promise.all([app.close(), overHttps.close()]));

const NAME = 'session';
const cookieOf = ({ headers }: Answer, name = NAME): string =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map(String)
    .find((cookie) => cookie.startsWith(`${name}=`)) ?? '';
const secretOf = (answer: Answer): string => /^[^=]+=([^;]*)/.exec(cookieOf(answer))?.[1] ?? '';
const signIn = (client: Client, email: string) => client.post('/en/sign-in', { email, password: TEST_PASSWORD });
const withCookie = (cookie: string) => app.visitor().get('/en/my/account', { cookie });

test('the cookie is out of reach of scripts and other sites, and ends with the session', async () => {
  const { email } = await insertAccount(app.db);

  const cookie = cookieOf(await signIn(app.visitor(), email));

  expect(cookie.split('; ').slice(1).toSorted()).toEqual([
    'Expires=Sun, 06 Dec 2026 12:00:00 GMT',
    'HttpOnly',
    'Path=/',
    'SameSite=Lax',
  ]);
});

test('over https the cookie is bound to this host and never sent in the clear', async () => {
  const { email } = await insertAccount(overHttps.db);

  const cookie = cookieOf(await signIn(overHttps.visitor(), email), '__Host-session');

  expect(cookie.split('; ')).toEqual(expect.arrayContaining(['Secure', 'HttpOnly', 'Path=/', 'SameSite=Lax']));
  expect(cookie).not.toContain('Domain');
});

test('over https a cookie without the prefix opens nothing', async () => {
  const { id } = await insertAccount(overHttps.db);
  const secret = await openSession(overHttps.db, { accountId: id, device: '' }, overHttps.now);

  const answer = await overHttps.visitor().get('/en/my/account', { cookie: `session=${secret}` });

  expect(answer.status).toBe(303);
});

test('only the hash of a session is stored', async () => {
  const { id } = await insertAccount(app.db);
  const secret = await openSession(app.db, { accountId: id, device: '' }, app.now);

  const row = await app.db.selectFrom('sessions').selectAll().where('accountId', '=', id).executeTakeFirstOrThrow();

  expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  expect(row.secretHash).toEqual(hashSecret(secret));
  expect(JSON.stringify(row)).not.toContain(secret);
});

test('a session that was there before signing in is not the one that is signed in', async () => {
  const { email } = await insertAccount(app.db);
  const planted = 'A'.repeat(43);

  const answer = await app
    .visitor()
    .post('/en/sign-in', { email, password: TEST_PASSWORD }, { cookie: `session=${planted}` });

  expect(secretOf(answer)).toMatch(/^[\w-]{43}$/);
  expect(secretOf(answer)).not.toBe(planted);
  expect((await withCookie(`session=${planted}`)).status).toBe(303);
});

test('signing in again gives a new session and ends the one before', async () => {
  const { email } = await insertAccount(app.db);
  const client = app.visitor();
  const first = secretOf(await signIn(client, email));

  const second = secretOf(await signIn(client, email));

  expect(second).not.toBe(first);
  expect((await withCookie(`session=${first}`)).status).toBe(303);
  expect((await withCookie(`session=${second}`)).status).toBe(200);
});

test('signing out ends the session itself, whoever still has the cookie', async () => {
  const { email } = await insertAccount(app.db);
  const client = app.visitor();
  const secret = secretOf(await signIn(client, email));

  const out = await client.post('/en/sign-out');

  expect(out).toMatchObject({ status: 303, location: '/en/sign-in?ended=1' });
  expect((await client.get('/en/sign-in?ended=1')).text).toContain('You are signed out.');
  expect((await withCookie(`session=${secret}`)).status).toBe(303);
});

test('a session ends twelve hours after it was last used, and after fourteen days whatever happens', async () => {
  const { email } = await insertAccount(app.db);
  const start = app.now;
  const hoursOn = (hours: number) => (app.now = new Date(start.getTime() + hours * 3_600_000));
  const idle = app.visitor();
  const busy = app.visitor();
  await signIn(idle, email);
  await signIn(busy, email);

  hoursOn(12.01);
  const afterHalfADay = await idle.get('/en/my/account');
  hoursOn(0);
  const statuses: number[] = [];
  for (let hours = 0; hours < 14 * 24; hours += 8) {
    hoursOn(hours);
    statuses.push((await busy.get('/en/my/account')).status);
  }
  hoursOn(14 * 24);
  const afterFortnight = await busy.get('/en/my/account');
  hoursOn(0);

  expect(afterHalfADay.status).toBe(303);
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(afterFortnight.status).toBe(303);
});

test('a session whose account is not confirmed opens nothing', async () => {
  const { id } = await insertAccount(app.db, { verified: false });
  const secret = await openSession(app.db, { accountId: id, device: '' }, app.now);

  expect((await withCookie(`session=${secret}`)).status).toBe(303);
});

test('what a signed-in person is shown stays out of caches; public pages need not', async () => {
  const client = await app.signedInAs('applicant');

  expect((await client.get('/en/my/account')).headers['cache-control']).toBe('no-store');
  expect((await client.get('/en/nothing-here')).headers['cache-control']).toBe('no-store');
  expect((await app.visitor().get('/en/accounts/new')).headers['cache-control']).toBeUndefined();
});

test('new roles end the sessions that had the old ones', async () => {
  const client = await app.signedInAs('recruiter');
  const { email } = await app.db
    .selectFrom('accounts')
    .select('email')
    .where('id', '=', client.accountId ?? '')
    .executeTakeFirstOrThrow();

  const same = { email, name: 'Any', language: 'en', roles: ['recruiter'], password: TEST_PASSWORD } as const;
  const unchanged = await createStaffAccount(app.db, same, app.now);
  const before = await client.get('/en/my/account');
  await createStaffAccount(app.db, { ...same, roles: ['recruiter', 'auditor'] }, app.now);
  const after = await client.get('/en/my/account');

  expect(unchanged).toBe(client.accountId);
  expect([before.status, after.status]).toEqual([200, 303]);
});
