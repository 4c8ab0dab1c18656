import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type Client, type TestApp } from '../testing.ts';
import { eventsOf } from './event-queries.ts';
import { insertAccount, lastMailTo, TEST_PASSWORD } from './people-testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const NEW_PASSWORD = 'eleven otters under ice';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0';

async function signedIn(email: string, headers: Record<string, string> = {}): Promise<Client> {
  const client = app.visitor();
  await client.post('/en/sign-in', { email, password: TEST_PASSWORD }, headers);
  return client;
}
const isIn = async (client: Client) => (await client.get('/en/my/account')).status === 200;
const sessionToEnd = async (client: Client) =>
  /action="(\/en\/my\/account\/sessions\/[\w-]+\/revocation)"/.exec((await client.get('/en/my/account')).text)?.[1] ??
  '';

test('name and language are saved, and the site follows the language', async () => {
  const client = await signedIn((await insertAccount(app.db)).email);

  const saved = await client.post('/en/my/account', { name: ' Ana  Roy ', language: 'fr', version: '1' });
  const page = await client.get(saved.location ?? '');

  expect(saved).toMatchObject({ status: 303, location: '/fr/my/account?done=profile' });
  expect((await client.get('/')).location).toBe('/fr/vacancies');
  expect(page.text).toContain('Le nom et la langue sont enregistrés.');
  expect(page.text).toContain('value="Ana Roy"');
});

test('a change made in another tab is not overwritten unseen, and nothing typed is lost', async () => {
  const client = await signedIn((await insertAccount(app.db)).email);
  await client.post('/en/my/account', { name: 'First tab', language: 'en', version: '1' });

  const second = await client.post('/en/my/account', { name: 'Second tab', language: 'en', version: '1' });

  expect(second.status).toBe(409);
  expect(second.text).toContain('value="Second tab"');
  expect(second.text).toContain('another tab');
  expect((await client.get('/en/my/account')).text).toContain('value="First tab"');
});

test('a name or language that cannot be is asked for again', async () => {
  const client = await signedIn((await insertAccount(app.db)).email);

  const answer = await client.post('/en/my/account', { name: ' ', language: 'xx', version: 'one' });

  expect(answer.status).toBe(422);
  expect(answer.text).toContain('href="#f-name"');
  expect(answer.text).toContain('href="#f-language"');
});

test('a new password needs the current one, ends the other sessions and renews this one', async () => {
  const { id, email } = await insertAccount(app.db);
  const here = await signedIn(email);
  const elsewhere = await signedIn(email);

  const wrong = await here.post('/en/my/account/password', { currentPassword: 'a guess', newPassword: NEW_PASSWORD });
  const changed = await here.post('/en/my/account/password', {
    currentPassword: TEST_PASSWORD,
    newPassword: NEW_PASSWORD,
  });

  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('not your current password');
  expect(changed.location).toBe('/en/my/account?done=password');
  expect(String(changed.headers['set-cookie'])).toMatch(/^session=[\w-]{43};/);
  expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false]);
  expect((await lastMailTo(app, email))?.subject).toContain('Your password was changed');
  expect((await eventsOf(app.db, 'account', id)).map(({ action }) => action)).toContain('password-changed');
});

test('the current password cannot be guessed from a browser left open', async () => {
  const client = await signedIn((await insertAccount(app.db)).email);
  const guess = () => client.post('/en/my/account/password', { currentPassword: 'a guess', newPassword: NEW_PASSWORD });

  const statuses: number[] = [];
  for (let times = 0; times < 11; times += 1) statuses.push((await guess()).status);

  expect(statuses).toEqual([...Array<number>(10).fill(422), 429]);
});

test('sessions are listed by browser, and one that is ended is dead at once', async () => {
  const { id, email } = await insertAccount(app.db);
  const here = await signedIn(email);
  const lost = await signedIn(email, { 'user-agent': FIREFOX });
  const page = await here.get('/en/my/account');

  const ended = await here.post(await sessionToEnd(here));

  expect(page.text).toContain('Firefox · Windows');
  expect(ended.location).toBe('/en/my/account?done=session');
  expect([await isIn(here), await isIn(lost)]).toEqual([true, false]);
  expect((await eventsOf(app.db, 'account', id)).at(-1)).toMatchObject({ action: 'session-revoked' });
});

test('all other sessions end with one press', async () => {
  const { email } = await insertAccount(app.db);
  const clients = await Promise.all([signedIn(email), signedIn(email), signedIn(email)]);
  const [here] = clients;

  await here.post('/en/my/account/other-sessions/revocation');

  expect(await Promise.all(clients.map(isIn))).toEqual([true, false, false]);
});

test('nobody ends a session of somebody else', async () => {
  const mine = await insertAccount(app.db);
  const [one, other] = [await signedIn(mine.email), await signedIn(mine.email)];
  const stranger = await app.signedInAs('administrator');

  await stranger.post(await sessionToEnd(one));
  const nonsense = await stranger.post('/en/my/account/sessions/not-a-session/revocation');

  expect([await isIn(one), await isIn(other)]).toEqual([true, true]);
  expect(nonsense.status).toBe(404);
});
