import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type TestApp } from '../testing.ts';
import { findAccount } from './account-queries.ts';
import { eventsOf } from './event-queries.ts';
import { insertAccount, lastMailTo, linkIn, TEST_PASSWORD } from './people-testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const NEW_PASSWORD = 'eleven otters under ice';
const ask = (email: string) => app.visitor().post('/en/password/forgotten', { email });
const linkTo = async (email: string) => linkIn((await lastMailTo(app, email))?.text);
const signIn = (email: string, password: string) => app.visitor().post('/en/sign-in', { email, password });

test('a forgotten password is replaced by the link in the mail, which signs in', async () => {
  const { id, email } = await insertAccount(app.db);
  const visitor = app.visitor();

  const sent = await visitor.post('/en/password/forgotten', { email: ` ${email.toUpperCase()}` });
  const link = await linkTo(email);
  const form = await visitor.get(link);
  const set = await visitor.post(link, { password: NEW_PASSWORD });

  expect(sent).toMatchObject({ status: 303, location: '/en/password/forgotten/sent' });
  expect(form.text).toContain('At least 12 characters');
  expect(set).toMatchObject({ status: 303, location: '/en/my/applications' });
  expect((await visitor.get('/en/my/account')).status).toBe(200);
  expect((await signIn(email, NEW_PASSWORD)).status).toBe(303);
  expect((await signIn(email, TEST_PASSWORD)).status).toBe(422);
  expect((await lastMailTo(app, email))?.subject).toContain('Your password was changed');
  expect((await eventsOf(app.db, 'account', id)).map(({ action }) => action)).toContain('password-changed');
});

test('an unknown address gets the same page as a known one, and a mail that says so', async () => {
  const { email } = await insertAccount(app.db);

  const [known, unknown] = [await ask(email), await ask('nobody.here@people.example')];

  expect([unknown.status, unknown.location, unknown.text]).toEqual([known.status, known.location, known.text]);
  expect((await lastMailTo(app, 'nobody.here@people.example'))?.subject).toContain('There is no account');
});

test('a new password ends every session there was', async () => {
  const { email } = await insertAccount(app.db);
  const elsewhere = app.visitor();
  await elsewhere.post('/en/sign-in', { email, password: TEST_PASSWORD });
  await ask(email);

  await app.visitor().post(await linkTo(email), { password: NEW_PASSWORD });

  expect((await elsewhere.get('/en/my/account')).status).toBe(303);
});

test('the link works once, for an hour, and only the latest', async () => {
  const { email } = await insertAccount(app.db);
  const start = app.now;
  await ask(email);
  const older = await linkTo(email);
  await ask(email);
  const newer = await linkTo(email);

  const superseded = await app.visitor().post(older, { password: NEW_PASSWORD });
  app.now = new Date(start.getTime() + 3_600_000);
  const expired = await app.visitor().post(newer, { password: NEW_PASSWORD });
  app.now = new Date(start.getTime() + 3_599_000);
  const inTime = await app.visitor().post(newer, { password: NEW_PASSWORD });
  const replayed = await app.visitor().post(newer, { password: 'a password of an eavesdropper' });
  app.now = start;

  expect([superseded.status, expired.status, inTime.status, replayed.status]).toEqual([410, 410, 303, 410]);
  expect((await signIn(email, NEW_PASSWORD)).status).toBe(303);
});

test('a password that is refused leaves the link good', async () => {
  const { email } = await insertAccount(app.db);
  await ask(email);
  const link = await linkTo(email);

  const short = await app.visitor().post(link, { password: 'too short' });
  const own = await app.visitor().post(link, { password: email });

  expect([short.status, own.status]).toEqual([422, 422]);
  expect(short.text).toContain('at least 12 characters');
  expect((await app.visitor().post(link, { password: NEW_PASSWORD })).status).toBe(303);
});

test('a link for one purpose is no good for the other', async () => {
  const { email } = await insertAccount(app.db, { verified: false });
  await ask(email);
  const token = (await linkTo(email)).split('/').at(-1) ?? '';

  expect((await app.visitor().post(`/en/accounts/verification/${token}`)).status).toBe(410);
});

test('whoever never confirmed the address does so by setting a password from a mail', async () => {
  const { id, email } = await insertAccount(app.db, { verified: false });
  await ask(email);

  await app.visitor().post(await linkTo(email), { password: NEW_PASSWORD });

  expect((await findAccount(app.db, id))?.verifiedAt).toEqual(app.now);
});

test('the reader’s language is the account’s, whatever page asked', async () => {
  const { email } = await insertAccount(app.db, { language: 'fr' });

  await ask(email);

  const mail = await lastMailTo(app, email);
  expect(mail).toMatchObject({
    language: 'fr',
    subject: expect.stringContaining('Choisissez un nouveau mot de passe'),
  });
  expect(linkIn(mail?.text)).toMatch(/^\/fr\/password\/new\/[\w-]{43}$/);
});

test.each(['', 'ana', 'a@people.example,b@people.example', 'a@people.example\nBcc: b@people.example'])(
  'nothing is sent to %j',
  async (email) => {
    const before = (await app.mails()).length;

    const answer = await ask(email);

    expect(answer.status).toBe(422);
    expect((await app.mails()).length).toBe(before);
  },
);
