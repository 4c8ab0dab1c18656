import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { challengeIn, create, get, newDevice } from '../passkeys/passkey-testing.ts';
import { insertAccount, TEST_PASSWORD } from '../people-testing.ts';
import { isAskedAnew, statementOf } from './step-up.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const ADDRESS = '/en/my/account/address';
const STEP = '/en/my/account/step-up';
const asking = (email: string) => ({ email, 'step-up': 'passkey' });
const fieldsIn = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

async function withPasskey() {
  const account = await insertAccount(app.db);
  const client = app.visitor();
  await client.post('/en/sign-in', { email: account.email, password: TEST_PASSWORD });
  await client.post('/en/my/account/security', { currentPassword: TEST_PASSWORD, action: 'passkey' });
  const device = newDevice();
  const challenge = challengeIn((await client.get('/en/my/account/passkeys')).text);
  await client.post('/en/my/account/passkeys', { name: 'Blue key', credential: create(device, { challenge }) });
  return { ...account, client, device };
}

const answer = async (client: Client, device: ReturnType<typeof newDevice>) =>
  client.post(STEP, { credential: get(device, { challenge: challengeIn((await client.get(STEP)).text) }) });

describe('somebody who is signed in shows once more who they are', () => {
  test('by the password, where there is nothing else, and by no other means', async () => {
    const account = await insertAccount(app.db);
    const client = app.visitor();
    await client.post('/en/sign-in', { email: account.email, password: TEST_PASSWORD });

    expect((await client.get(ADDRESS)).text).not.toContain('name="step-up"');
    expect((await client.post(ADDRESS, asking('new@example.org'))).status).toBe(422);
    expect((await client.post(ADDRESS, { email: 'new@example.org', 'step-up': 'proved' })).status).toBe(422);
    expect((await client.get(STEP)).location).toBe('/en/my/account');
  });

  test('by a passkey, for the form that waits, once; what the form holds cannot be changed on the way', async () => {
    const { client, device } = await withPasskey();
    expect((await client.get(ADDRESS)).text).toContain('By a passkey');

    const sent = await client.post(ADDRESS, asking('first@example.org'));
    expect(sent.location).toBe(STEP);
    expect((await client.post(ADDRESS, { email: 'first@example.org', 'step-up': 'proved' })).status).toBe(422);
    await client.post(ADDRESS, asking('first@example.org'));
    expect((await answer(client, device)).location).toBe(STEP);
    const waiting = (await client.get(STEP)).text;
    expect(waiting).toContain('Nothing is done yet');
    const fields = fieldsIn(waiting);
    expect(fields).toMatchObject({ email: 'first@example.org', 'step-up': 'proved' });
    expect((await client.post(ADDRESS, { ...fields, email: 'thief@example.org' })).status).toBe(422);

    await client.post(ADDRESS, asking('first@example.org'));
    await answer(client, device);
    expect((await client.post(ADDRESS, fields)).location).toBe('/en/my/account/address/sent');
    expect((await client.post(ADDRESS, fields)).status).toBe(422);
  });

  test('not for a form with a field named like a password, of which the answer would hold nothing', async () => {
    const { client, device } = await withPasskey();
    const sent = await client.post(ADDRESS, { ...asking('fourth@example.org'), 'no-password': 'x' });
    expect(sent.status).toBe(422);

    await client.post(ADDRESS, asking('fourth@example.org'));
    await answer(client, device);
    const changed = { email: 'thief@example.org', 'no-password': 'x', 'step-up': 'proved' };
    expect((await client.post(ADDRESS, changed)).status).toBe(422);
  });

  test('not by the passkey of somebody else, an answer to another challenge, or one that was not unlocked', async () => {
    const { client } = await withPasskey();
    const other = await withPasskey();
    await client.post(ADDRESS, asking('second@example.org'));
    const challenge = challengeIn((await client.get(STEP)).text);

    const statuses = [];
    for (const credential of [get(other.device, { challenge }), get(other.device, { challenge: 'AAAA' }), 'nothing'])
      statuses.push((await client.post(STEP, { credential })).status);
    await other.client.post(ADDRESS, asking('third@example.org'));
    const own = challengeIn((await other.client.get(STEP)).text);
    statuses.push(
      (await other.client.post(STEP, { credential: get(other.device, { challenge: own, flags: 0x01 }) })).status,
    );

    expect(statuses).toEqual([422, 422, 422, 422]);
    expect((await client.get(STEP)).text).not.toContain('Nothing is done yet');
  });
});

test('what is confirmed holds the address, the form, the content and a nonce: each changes what is signed', () => {
  const act = { address: '/en/a', fields: [['a', '1']] as [string, string][], bound: 'ff', nonce: 'n' };
  const others = [
    { ...act, address: '/en/b' },
    { ...act, fields: [['a', '2']] as [string, string][] },
    { ...act, bound: 'fe' },
    { ...act, nonce: 'm' },
  ];

  expect(new Set([act, ...others].map(statementOf)).size).toBe(5);
});

test('a provider asked anew where it asked after we had sent the person there, by its own clock', () => {
  const askedAt = new Date('2026-11-22T12:00:00Z');
  const now = new Date('2026-11-22T12:01:00Z');
  const asked = (authTime: unknown, issuedAt: unknown) => isAskedAnew({ authTime, issuedAt, askedAt, now });

  expect(asked(1000, 1005)).toBe(true);
  expect(asked(1000, 1090)).toBe(true);
  expect(asked(1000, 1091)).toBe(false);
  expect(asked(1000, 9000)).toBe(false);
  expect(asked(undefined, 1000)).toBe(false);
});
