import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertAccount, TEST_PASSWORD } from '../people-testing.ts';
import { challengeIn, create, get, newDevice, url64, type Page } from './passkey-testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

async function beginAdding(client: Client): Promise<string> {
  await client.post('/en/my/account/security', { currentPassword: TEST_PASSWORD, action: 'passkey' });
  return challengeIn((await client.get('/en/my/account/passkeys')).text);
}

async function withPasskey() {
  const account = await insertAccount(app.db);
  const client = app.visitor();
  await client.post('/en/sign-in', { email: account.email, password: TEST_PASSWORD });
  const device = newDevice();
  const credential = create(device, { challenge: await beginAdding(client) });
  const added = await client.post('/en/my/account/passkeys', { name: 'Blue key', credential });
  return { ...account, client, device, added };
}

const ask = async (client: Client) => challengeIn((await client.get('/en/sign-in/passkey')).text);
const answerWith = (client: Client, credential: string) => client.post('/en/sign-in/passkey/answer', { credential });
const isIn = async (client: Client) => (await client.get('/en/my/account')).status === 200;

test('a passkey is added with its name, recovery codes come with the first, and it opens the account alone', async () => {
  const { client, device, added } = await withPasskey();
  const elsewhere = app.visitor();

  const opened = await answerWith(elsewhere, get(device, { challenge: await ask(elsewhere) }));

  expect(added.text).toContain('Keep these recovery codes');
  expect((await client.get('/en/my/account/security')).text).toContain('Blue key');
  expect([opened.status, await isIn(elsewhere)]).toEqual([303, true]);
});

test('a passkey of another origin or host, one that was not unlocked, and an answer to another challenge open nothing', async () => {
  const { device } = await withPasskey();
  const client = app.visitor();
  const cases: ((challenge: string) => Page)[] = [
    (challenge) => ({ challenge, origin: 'http://evil.test' }),
    (challenge) => ({ challenge, host: 'evil.test' }),
    (challenge) => ({ challenge, flags: 0x01 }),
    () => ({ challenge: url64(randomBytes(32)) }),
  ];

  const statuses = [];
  for (const made of cases) statuses.push((await answerWith(client, get(device, made(await ask(client))))).status);

  expect(statuses).toEqual([422, 422, 422, 422]);
  expect(await isIn(client)).toBe(false);
});

test('an answer is good once, in the browser that asked', async () => {
  const { device } = await withPasskey();
  const [mine, theirs] = [app.visitor(), app.visitor()];
  const credential = get(device, { challenge: await ask(mine) });
  await ask(theirs);

  const stolen = await answerWith(theirs, credential);
  const right = await answerWith(mine, credential);
  const again = await answerWith(mine, credential);

  expect([stolen.status, right.status, again.status]).toEqual([422, 303, 422]);
});

test('with a passkey the password alone opens nothing, and a recovery code stands in for it', async () => {
  const { email, device, added } = await withPasskey();
  const client = app.visitor();

  const asked = await client.post('/en/sign-in', { email, password: TEST_PASSWORD });
  const page = await client.get(asked.location ?? '');
  const before = await isIn(client);
  await answerWith(client, get(device, { challenge: await ask(client) }));
  const code = /<code>([a-z0-9-]{14})<\/code>/.exec(added.text)?.[1] ?? '';
  const lost = app.visitor();
  await lost.post('/en/sign-in', { email, password: TEST_PASSWORD });
  await lost.post('/en/sign-in/second-step', { code });

  expect([before, await isIn(client), await isIn(lost)]).toEqual([false, true, true]);
  expect(page.text).toContain('formaction="/en/sign-in/passkey"');
});

test('a passkey made for another site, or for another person’s page, is not added', async () => {
  const account = await insertAccount(app.db);
  const client = app.visitor();
  await client.post('/en/sign-in', { email: account.email, password: TEST_PASSWORD });
  const challenge = await beginAdding(client);
  const device = newDevice();

  const evil = await client.post('/en/my/account/passkeys', {
    name: 'x',
    credential: create(device, { challenge, host: 'evil.test' }),
  });
  const nameless = await client.post('/en/my/account/passkeys', {
    name: ' ',
    credential: create(device, { challenge }),
  });
  const stranger = await app.signedInAs('applicant');
  const theirs = await stranger.post('/en/my/account/passkeys', {
    name: 'x',
    credential: create(device, { challenge }),
  });

  expect([evil.status, nameless.status, theirs.status]).toEqual([422, 422, 303]);
  expect(await app.db.selectFrom('passkeys').select('id').where('accountId', '=', account.id).execute()).toEqual([]);
});
