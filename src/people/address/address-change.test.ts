import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertAccount, lastMailTo, linkIn, TEST_PASSWORD } from '../people-testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

let next = 0;
async function asking(more: Record<string, string> = {}) {
  next += 1;
  const account = await insertAccount(app.db);
  const client = app.visitor();
  await client.post('/en/sign-in', { email: account.email, password: TEST_PASSWORD });
  const email = more['email'] ?? `new-${next}@people.example`;
  const asked = await client.post('/en/my/account/address', { email, currentPassword: TEST_PASSWORD, ...more });
  return { ...account, client, newAddress: email, asked };
}
const mailLink = async (address: string) => linkIn((await lastMailTo(app, address))?.text);
const addressOf = async (id: string) =>
  (await app.db.selectFrom('accounts').select('email').where('id', '=', id).executeTakeFirst())?.email;
const isIn = async (client: Client) => (await client.get('/en/my/account')).status === 200;

test('an address changes once the new one is confirmed by its link and a press, and not before', async () => {
  const { id, email, newAddress, asked } = await asking();
  const link = await mailLink(newAddress);

  const opened = await app.visitor().get(link);
  const before = await addressOf(id);
  await app.visitor().post(link);

  expect([asked.location, opened.status, before]).toEqual(['/en/my/account/address/sent', 200, email]);
  expect(await addressOf(id)).toBe(newAddress);
  expect((await lastMailTo(app, email))?.subject).toContain('Your address was changed');
});

test('the old address takes it back for a week, also after the change, and every session ends', async () => {
  const { id, email, newAddress, client } = await asking();
  const keep = await mailLink(email);
  const confirm = await mailLink(newAddress);
  await app.visitor().post(confirm);

  const kept = await app.visitor().post(keep);
  const twice = await app.visitor().post(keep);
  const confirmedAgain = await app.visitor().post(confirm);

  expect([kept.status, twice.status, confirmedAgain.status]).toEqual([200, 410, 410]);
  expect(await addressOf(id)).toBe(email);
  expect(await isIn(client)).toBe(false);
});

test('a browser left open cannot change the address, and the page tells nobody which addresses are known', async () => {
  const other = await insertAccount(app.db);

  const guessed = await asking({ currentPassword: 'a guess' });
  const known = await asking({ email: other.email });
  const unknown = await asking();

  expect(guessed.asked.status).toBe(422);
  expect([known.asked.status, known.asked.location]).toEqual([unknown.asked.status, unknown.asked.location]);
  expect((await lastMailTo(app, other.email))?.subject).toContain('You already have an account');
  expect(await mailLink(other.email)).toBe('/en/sign-in');
});
