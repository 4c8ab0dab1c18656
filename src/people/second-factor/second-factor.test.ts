import { assert, boolean, integer, nat, property, record } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { eventsOf } from '../event-queries.ts';
import { insertAccount, lastMailTo, linkIn, TEST_PASSWORD } from '../people-testing.ts';
import { stepOfCode, newAuthenticatorSecret } from './authenticator.ts';
import { readRecoveryCode } from './recovery-code.ts';
import { codeAt, setUpApp } from './second-factor-testing.ts';
import { secondFactorDue } from './second-factor.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const later = (seconds: number) => {
  app.now = new Date(app.now.getTime() + seconds * 1000);
};
const isIn = async (client: Client) => (await client.get('/en/my/account')).status === 200;
const byPassword = (client: Client, email: string, more: Record<string, string> = {}) =>
  client.post('/en/sign-in', { email, password: TEST_PASSWORD, ...more });

/** Somebody with an app, and how it was set up. */
async function withApp() {
  const account = await insertAccount(app.db);
  const client = app.visitor();
  await byPassword(client, account.email);
  const made = await setUpApp(app, client);
  later(60);
  return { ...account, client, ...made };
}

test('with an app set up, the password alone opens nothing; the code after it does', async () => {
  const { id, email, secret } = await withApp();
  const client = app.visitor();
  const sessions = () => app.db.selectFrom('sessions').select('id').where('accountId', '=', id).execute();
  const there = (await sessions()).length;

  const asked = await byPassword(client, email, { back: '/en/my/account' });
  const before = await isIn(client);
  const opened = (await sessions()).length - there;
  const wrong = await client.post('/en/sign-in/second-step', { code: '000000' });
  const right = await client.post('/en/sign-in/second-step', { code: codeAt(secret, app.now), back: '/en/my/account' });

  expect(asked.location).toBe('/en/sign-in/second-step?back=%2Fen%2Fmy%2Faccount');
  expect([before, opened, wrong.status]).toEqual([false, 0, 422]);
  expect(right).toMatchObject({ status: 303, location: '/en/my/account' });
  expect(await isIn(client)).toBe(true);
});

test('no way in goes round the second factor: not a new password by mail, not a code without the password', async () => {
  const { email, secret } = await withApp();
  const thief = app.visitor();
  await thief.post('/en/password/forgotten', { email });
  const link = linkIn((await lastMailTo(app, email))?.text);

  const set = await thief.post(link, { password: 'eleven otters under ice' });
  const codeAlone = await app.visitor().post('/en/sign-in/second-step', { code: codeAt(secret, app.now) });

  expect(set.location).toBe('/en/sign-in/second-step');
  expect(await isIn(thief)).toBe(false);
  expect(codeAlone.location).toBe('/en/sign-in');
});

test('a code is taken once: neither the same nor an older one is taken again', async () => {
  const { email, secret } = await withApp();
  const code = codeAt(secret, app.now);
  const older = codeAt(secret, new Date(app.now.getTime() - 30_000));
  const [first, second] = [app.visitor(), app.visitor()];
  await byPassword(first, email);
  await byPassword(second, email);

  const taken = await first.post('/en/sign-in/second-step', { code });
  const again = await second.post('/en/sign-in/second-step', { code });
  const before = await second.post('/en/sign-in/second-step', { code: older });

  expect([taken.status, again.status, before.status]).toEqual([303, 422, 422]);
});

test('a recovery code opens the account once, and only its keyed hash is stored', async () => {
  const { id, email, codes } = await withApp();
  const [code = ''] = codes;
  const [first, second] = [app.visitor(), app.visitor()];
  await byPassword(first, email);
  await byPassword(second, email);

  const used = await first.post('/en/sign-in/second-step', { code: code.toUpperCase().replaceAll('-', ' ') });
  const again = await second.post('/en/sign-in/second-step', { code });

  expect(codes).toHaveLength(10);
  expect([used.status, again.status]).toEqual([303, 422]);
  const stored = await app.db.selectFrom('recoveryCodes').selectAll().where('accountId', '=', id).execute();
  expect(stored).toHaveLength(9);
  expect(JSON.stringify(stored)).not.toContain(codes[1]);
  expect((await eventsOf(app.db, 'account', id)).map(({ action }) => action)).toContain('recovery-code-used');
});

test('the secret of an app is sealed in the database', async () => {
  const { id, secret } = await withApp();

  const { secret: stored } = await app.db
    .selectFrom('authenticators')
    .select('secret')
    .where('accountId', '=', id)
    .executeTakeFirstOrThrow();

  expect(stored.toString('latin1')).not.toContain(secret);
});

test('codes cannot be guessed: after ten, the eleventh is refused, even a right one', async () => {
  const { email, secret } = await withApp();
  const client = app.visitor();
  await byPassword(client, email);

  const statuses = [];
  for (let times = 0; times < 10; times += 1)
    statuses.push((await client.post('/en/sign-in/second-step', { code: '123123' })).status);
  const right = await client.post('/en/sign-in/second-step', { code: codeAt(secret, app.now) });

  expect([...new Set(statuses), right.status]).toEqual([422, 429]);
  later(16 * 60);
});

test('setting up and removing need the password, so a browser left open gives nothing away for good', async () => {
  const { client, id } = await withApp();

  const without = await client.post('/en/my/account/security', { currentPassword: 'a guess', action: 'remove-app' });
  const passkey = await client.post('/en/my/account/security', { currentPassword: '', action: 'passkey' });
  const removed = await client.post('/en/my/account/security', {
    currentPassword: TEST_PASSWORD,
    action: 'remove-app',
  });

  expect([without.status, passkey.status]).toEqual([422, 422]);
  expect(removed.location).toBe('/en/my/account/security?done=removed');
  const left = await app.db.selectFrom('recoveryCodes').selectAll().where('accountId', '=', id).execute();
  expect(left).toEqual([]);
});

test('a form that was being sent is kept through both steps of the sign-in', async () => {
  const { email, secret } = await withApp();
  const client = app.visitor();
  const kept = { back: '/en/my/account', continue: 'post', 'kept.name': 'Ana Roy' };

  const step = await byPassword(client, email, kept);
  const done = await client.post('/en/sign-in/second-step', { code: codeAt(secret, app.now), ...kept });

  expect([step.status, done.status]).toEqual([200, 200]);
  expect(step.text).toContain('name="kept.name" value="Ana Roy"');
  expect(done.text).toContain('action="/en/my/account"');
});

test('what was tried on an account is listed to its owner, by method, browser and outcome', async () => {
  const { email, secret, client } = await withApp();
  const other = app.visitor();
  const headers = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0' };
  await other.post('/en/sign-in', { email, password: 'a guess' }, headers);
  await byPassword(other, email);
  await other.post('/en/sign-in/second-step', { code: codeAt(secret, app.now) });

  const page = (await client.get('/en/my/account/security')).text;
  const rows = [...page.matchAll(/<tr role="row">.*?<\/tr>/gs)].map(([row]) => row.replaceAll(/<[^>]+>/g, ' '));

  expect(rows[1]).toMatch(/Password and code.*Signed in/s);
  expect(rows[2]).toMatch(/Password .*Firefox · Windows.*Refused/s);
});

test('staff wait for the second factor that the organisation asks for, once the days to set it up are over', async () => {
  const { signIn } = app.context.organisation;
  const source = { en: 'Rule 1', fr: 'Règle 1' };
  app.context.organisation.signIn = { ...signIn, secondFactor: { graceDays: 14, source } };
  const account = await insertAccount(app.db, { roles: ['recruiter'] });
  const client = app.visitor();
  await byPassword(client, account.email);

  const waits = await client.get('/en/staff/vacancies');
  const { secret } = await setUpApp(app, client);
  const open = await client.get('/en/staff/vacancies');
  const remove = await client.post('/en/my/account/security', { currentPassword: TEST_PASSWORD, action: 'remove-app' });
  later(60);
  const elsewhere = app.visitor();
  await byPassword(elsewhere, account.email);
  await elsewhere.post('/en/sign-in/second-step', { code: codeAt(secret, app.now) });

  expect([waits.status, waits.location]).toEqual([303, '/en/my/account/security?due=1']);
  expect((await client.get('/en/my/account/security')).text).not.toContain('Set one up below');
  expect(open.status).toBe(200);
  expect(remove.status).toBe(422);
  expect((await elsewhere.get('/en/staff/vacancies')).status).toBe(200);
  app.context.organisation.signIn = signIn;
});

test('the session that has shown a second factor is a new one: a planted one never gains by it', async () => {
  const { signIn } = app.context.organisation;
  const { email, id } = await insertAccount(app.db, { roles: ['recruiter'] });
  const client = app.visitor();
  const first = await byPassword(client, email);
  const planted = /session=[\w-]+/.exec(String(first.headers['set-cookie']))?.[0] ?? '';
  app.context.organisation.signIn = { ...signIn, secondFactor: { graceDays: 0, source: { en: 'x', fr: 'x' } } };

  const { secret } = await setUpApp(app, client);
  const withPlanted = await app.visitor().get('/en/my/account', { cookie: planted });
  later(60);
  const proved = app.visitor();
  await byPassword(proved, email);
  await proved.post('/en/sign-in/second-step', { code: codeAt(secret, app.now) });

  expect(withPlanted.status).toBe(303);
  expect((await client.get('/en/staff/vacancies')).status).toBe(200);
  const sessions = await app.db
    .selectFrom('sessions')
    .select(['method', 'twoFactors'])
    .where('accountId', '=', id)
    .execute();
  expect(sessions.filter(({ method, twoFactors }) => (method === 'password') === twoFactors)).toEqual([]);
  app.context.organisation.signIn = signIn;
});

test('whatever the rule and the days, staff without proof never get further than the days to set it up', () => {
  const cases = record({ graceDays: nat(400), daysGone: nat(400), twoFactors: boolean(), enrolled: boolean() });
  assert(
    property(cases, ({ graceDays, daysGone, twoFactors, enrolled }) => {
      const entrustedAt = new Date('2026-01-01T00:00:00Z');
      const now = new Date(entrustedAt.getTime() + daysGone * 24 * 3_600_000);

      const due = secondFactorDue({ graceDays }, { twoFactors, enrolled, entrustedAt }, now).kind;

      const open = due === 'nothing' || due === 'soon';
      expect(open).toBe(twoFactors || (!enrolled && daysGone < graceDays));
    }),
  );
});

test('a code is right in its half minute and the two beside it, and in no other', () => {
  const secret = newAuthenticatorSecret();
  assert(
    property(integer({ min: -5, max: 5 }), (halves) => {
      const now = new Date('2026-11-22T12:00:00Z');
      const shown = codeAt(secret, new Date(now.getTime() + halves * 30_000));
      expect(stepOfCode(secret, shown, now) !== undefined).toBe(Math.abs(halves) <= 1);
    }),
    { numRuns: 30 },
  );
  expect(['', '12345', '1234567', 'abcdef'].map((code) => stepOfCode(secret, code, new Date(0)))).toEqual(
    Array(4).fill(undefined),
  );
  expect(readRecoveryCode('abcd efgh-2345')).toBe('abcd-efgh-2345');
  expect(readRecoveryCode('123456')).toBeUndefined();
});
