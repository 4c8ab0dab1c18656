import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { eventsOf } from '../event-queries.ts';
import { insertAccount, lastMailTo, TEST_PASSWORD } from '../people-testing.ts';
import { setUpApp } from './second-factor-testing.ts';

let app: TestApp;
let administrator: Client;
beforeAll(async () => {
  app = await testApp();
  administrator = await app.signedInAs('administrator');
});
afterAll(() => app.close());

const ADDRESS = '/en/staff/second-factors';
const reset = (form: Record<string, string>, client = administrator) => client.post(ADDRESS, form);
const REASON = 'Lost the telephone; called back at the number of the directory';

async function withApp() {
  const account = await insertAccount(app.db);
  const client = app.visitor();
  await client.post('/en/sign-in', { email: account.email, password: TEST_PASSWORD });
  await setUpApp(app, client);
  return { ...account, client };
}

test('an administrator takes a lost second factor away: the password opens the account, its owner is told, and it is recorded', async () => {
  const { id, email, client } = await withApp();
  const again = app.visitor();

  const done = await reset({ email, reason: REASON });
  const mail = await lastMailTo(app, email);
  const event = (await eventsOf(app.db, 'account', id)).at(-1);
  const ended = await client.get('/en/my/account');
  await again.post('/en/sign-in', { email, password: TEST_PASSWORD });
  const codes = await app.db.selectFrom('recoveryCodes').select('accountId').where('accountId', '=', id).execute();

  expect(done.location).toBe(`${ADDRESS}?done=reset`);
  expect([ended.status, (await again.get('/en/my/account')).status, codes.length]).toEqual([303, 200, 0]);
  expect(mail?.subject).toContain('Your second factor was reset');
  expect(event).toMatchObject({
    action: 'second-factors-reset',
    details: { authenticators: 1, passkeys: 0, reason: REASON },
  });
});

test('it takes a reason, an account that has one, and somebody else', async () => {
  const { email } = await withApp();
  const without = await insertAccount(app.db);
  const own = await app.db
    .selectFrom('accounts')
    .select('email')
    .where('id', '=', administrator.accountId ?? '')
    .executeTakeFirstOrThrow();

  const answers = [
    await reset({ email, reason: ' ' }),
    await reset({ email: without.email, reason: REASON }),
    await reset({ email: own.email, reason: REASON }),
    await reset({ email: 'nobody@example.int', reason: REASON }),
  ];

  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
  expect(answers[0]?.text).toContain('href="#f-reason"');
  expect(answers[1]?.text).toContain('This account has no second factor');
  expect(answers[2]?.text).toContain('by another administrator');
});

test('nobody but an administrator finds it', async () => {
  const manager = await app.signedInAs('recruitment-manager');

  expect([(await manager.get(ADDRESS)).status, (await reset({ email: 'x', reason: 'y' }, manager)).status]).toEqual([
    404, 404,
  ]);
});
