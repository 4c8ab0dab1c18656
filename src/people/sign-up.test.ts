import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type Client, type TestApp } from '../testing.ts';
import { findAccountByAddress } from './account-queries.ts';
import { eventsOf } from './event-queries.ts';
import { insertAccount, lastMailTo, linkIn, TEST_PASSWORD } from './people-testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const PASSWORD = 'seven herons over the lock';
const someone = () => `${randomUUID()}@people.example`;
const signUp = (client: Client, email: string, more: Record<string, string> = {}) =>
  client.post('/en/accounts/new', { givenNames: 'Ana', familyName: 'Lindqvist', email, password: PASSWORD, ...more });
const linkTo = async (email: string) => linkIn((await lastMailTo(app, email))?.text);

test('somebody signs up, confirms by the button behind the link, and is signed in', async () => {
  const visitor = app.visitor('en');
  const email = someone();

  const sent = await signUp(visitor, `  ${email.toUpperCase()} `);
  const link = await linkTo(email);
  const asked = await visitor.get(link);
  const confirmed = await visitor.post(link);

  expect(sent).toMatchObject({ status: 303, location: '/en/accounts/new/sent' });
  expect((await visitor.get('/en/accounts/new/sent')).text).toContain('Look at your mail');
  expect(asked.text).toContain('Confirm the address and sign in');
  expect(confirmed).toMatchObject({ status: 303, location: '/en/my/applications' });
  expect((await visitor.get('/en/my/account')).text).toContain('Ana Lindqvist');
  const account = await findAccountByAddress(app.db, email);
  const events = await eventsOf(app.db, 'account', account?.id ?? '');
  expect(events.map(({ action }) => action)).toEqual(['account-created', 'address-verified', 'signed-in']);
});

test('the page and the mail speak French to a French reader', async () => {
  const email = someone();
  const visitor = app.visitor('fr');

  await visitor.post('/fr/accounts/new', { givenNames: 'Anaïs', familyName: 'Roy', email, password: PASSWORD });

  const mail = await lastMailTo(app, email);
  expect(mail).toMatchObject({ language: 'fr', subject: expect.stringContaining('Confirmez votre adresse') });
  expect(linkIn(mail?.text)).toMatch(/^\/fr\/accounts\/verification\//);
});

test('a mail scanner that opens the link uses nothing up', async () => {
  const visitor = app.visitor();
  const email = someone();
  await signUp(visitor, email);
  const link = await linkTo(email);

  await app.visitor().get(link);
  await app.visitor().get(link);

  expect((await findAccountByAddress(app.db, email))?.verifiedAt).toBeNull();
  expect((await visitor.post(link)).status).toBe(303);
});

test('an address that is known gets the same answer as one that is not; only its mail differs', async () => {
  const known = await insertAccount(app.db, { name: 'Owner' });
  const unknown = someone();

  const [one, other] = [await signUp(app.visitor(), known.email), await signUp(app.visitor(), unknown)];

  expect({ ...one, headers: shape(one.headers) }).toEqual({ ...other, headers: shape(other.headers) });
  expect((await lastMailTo(app, known.email))?.subject).toContain('You already have an account');
  expect((await lastMailTo(app, unknown))?.subject).toContain('Confirm your address');
  expect(await findAccountByAddress(app.db, known.email)).toMatchObject({
    name: 'Owner',
    verifiedAt: expect.any(Date),
  });
});

/** Headers with what is random in them blotted out. */
const shape = (headers: Record<string, unknown>) =>
  JSON.stringify({ ...headers, date: undefined })
    .replaceAll(/sign-up=[\w-]{43}/g, 'sign-up=…')
    .replaceAll(/"req-\w+"/g, '…');

test('a link works once', async () => {
  const visitor = app.visitor();
  const email = someone();
  await signUp(visitor, email);
  const link = await linkTo(email);

  const [first, second] = await Promise.all([visitor.post(link), visitor.post(link)]);

  expect(new Set([first.status, second.status])).toEqual(new Set([303, 410]));
  expect((await visitor.post(link)).status).toBe(410);
  expect((await visitor.get(link)).status).toBe(410);
});

test('a link is void when a newer one was sent, and after 24 hours', async () => {
  const visitor = app.visitor();
  const email = someone();
  await signUp(visitor, email);
  const older = await linkTo(email);
  await signUp(visitor, email);
  const newer = await linkTo(email);

  const superseded = await visitor.post(older);
  app.now = new Date(app.now.getTime() + 24 * 3_600_000);
  const expired = await visitor.post(newer);

  expect(newer).not.toBe(older);
  expect([superseded.status, expired.status]).toEqual([410, 410]);
  expect(superseded.text).toContain('no longer good');
  expect((await findAccountByAddress(app.db, email))?.verifiedAt).toBeNull();
});

test('an invented link is void, whatever it looks like', async () => {
  const statuses = await Promise.all(
    ['x', 'A'.repeat(43), '%00', "'--", '..%2F..'].map(
      async (token) => (await app.visitor().post(`/en/accounts/verification/${token}`)).status,
    ),
  );

  for (const status of statuses) expect([400, 404, 410]).toContain(status);
});

test('who signs up with somebody else’s address gains nothing from its owner’s press on the button', async () => {
  const email = someone();
  const owner = app.visitor();
  const intruder = app.visitor();
  await signUp(owner, email);
  await signUp(intruder, email, { password: 'the intruder’s own choice' });
  const link = await linkTo(email);

  const page = await owner.get(link);
  const pressed = await owner.post(link);
  const withOwn = await owner.post(link, { password: PASSWORD });

  expect(page.text).toContain('type="password"');
  expect([pressed.status, withOwn.status]).toEqual([422, 422]);
  expect((await findAccountByAddress(app.db, email))?.verifiedAt).toBeNull();
});

test('on another device the password of the sign-up confirms the address', async () => {
  const email = someone();
  await signUp(app.visitor(), email);
  const telephone = app.visitor();

  const confirmed = await telephone.post(await linkTo(email), { password: PASSWORD });

  expect(confirmed.status).toBe(303);
  expect((await telephone.get('/en/my/account')).status).toBe(200);
});

test('the way back leads through the mail, and only on this site', async () => {
  const [visitor, email] = [app.visitor(), someone()];
  await signUp(visitor, email, { back: '/en/vacancies/260114' });
  const [stranger, other] = [app.visitor(), someone()];
  await signUp(stranger, other, { back: '//evil.example/en' });

  const home = await visitor.post(await linkTo(email));
  const away = await stranger.post(`${await linkTo(other)}?back=${encodeURIComponent('https://evil.example/en')}`);

  expect(home.location).toBe('/en/vacancies/260114');
  expect(away.location).toBe('/en/my/applications');
});

test('what a visitor was sending goes along through the sign-up, and stands one press from where it was going', async () => {
  const visitor = app.visitor();
  const email = someone();
  const begun = { back: '/en/my/applications', continue: 'post', 'kept.vacancy': '260114', 'kept.nationality-1': 'SE' };

  const asked = await visitor.post('/en/accounts/new/form', begun);
  await signUp(visitor, email, begun);
  const link = await linkTo(email);
  const confirmed = await visitor.post(link);

  expect(asked.text).toContain('name="kept.nationality-1" value="SE"');
  expect(link).not.toContain('back');
  expect(confirmed.text).toContain('action="/en/my/applications"');
  expect(confirmed.text).toContain('name="nationality-1" value="SE"');
});

test('what was being sent with a sign-up that another replaces is gone', async () => {
  const [stranger, owner] = [app.visitor(), app.visitor()];
  const email = someone();
  await signUp(stranger, email, { back: '/en/my/applications', continue: 'post', 'kept.vacancy': '260114' });
  await signUp(owner, email, { givenNames: 'Olga', familyName: '' });

  const confirmed = await owner.post(await linkTo(email));

  expect(confirmed).toMatchObject({ status: 303, location: '/en/my/applications' });
  const profile = await owner.get('/en/my/profile/person');
  expect(profile.text).toContain('value="Olga"');
  expect(profile.text).not.toContain('Lindqvist');
});

test('the profile begins with the names and with the nationality that was said in the browser', async () => {
  const visitor = app.visitor();
  const email = someone();
  await visitor.post('/en/vacancies/nationality', { nationality: 'SE' });

  const form = await visitor.get('/en/accounts/new');
  await signUp(visitor, email);
  await visitor.post(await linkTo(email));

  expect(form.text).toContain('(Sweden)');
  expect((await visitor.get('/en/my/profile/person')).text).toContain('value="Lindqvist"');
  expect((await visitor.get('/en/my/profile/nationalities')).text).toContain('<option value="SE" selected');
});

test('a form that is not right comes back with what was typed, except the password', async () => {
  const answer = await signUp(app.visitor(), 'ana@people.example\r\nBcc: all@people.example', { password: 'short' });

  expect(answer.status).toBe(422);
  expect(answer.text).toContain('href="#f-email"');
  expect(answer.text).toContain('href="#f-password"');
  expect(answer.text).toContain('value="Ana"');
  expect(answer.text).toContain('value="Lindqvist"');
  expect(answer.text).not.toContain('value="short"');
});

test('an address with a line break, or a list of them, reaches no mail', async () => {
  const before = (await app.mails()).length;

  for (const email of ['a@people.example\r\nBcc: b@people.example', 'a@people.example,b@people.example', 'a@b@c.de'])
    expect((await signUp(app.visitor(), email)).status).toBe(422);
  const several = await app.visitor().post('/en/accounts/new', {
    givenNames: 'Ana',
    email: ['a@people.example', 'b@people.example'],
    password: PASSWORD,
  });

  expect(several.status).toBe(422);
  expect((await app.mails()).length).toBe(before);
});

test('a name with script in it is shown as the text it is, and no mail repeats it', async () => {
  const visitor = app.visitor();
  const email = someone();
  const familyName = '<script>alert(1)</script>"onmouseover="x';
  await signUp(visitor, email, { familyName });
  const mail = await lastMailTo(app, email);

  await visitor.post(linkIn(mail?.text));
  const { text } = await visitor.get('/en/my/account');

  expect(text).toContain('&lt;script>alert(1)');
  expect(text).not.toContain('<script>alert(1)');
  expect(text).not.toMatch(/"onmouseover=/);
  expect(JSON.stringify(mail)).not.toContain('script');
});

test('no account stores a password or a token as it is', async () => {
  const visitor = app.visitor();
  const email = someone();
  await signUp(visitor, email);
  const token = (await linkTo(email)).split('/').at(-1) ?? '';

  const account = await findAccountByAddress(app.db, email);
  const links = await app.db.selectFrom('oneTimeLinks').selectAll().execute();

  expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(links.length).toBeGreaterThan(0);
  expect(links.some(({ tokenHash }) => tokenHash.includes(Buffer.from(token, 'base64url')))).toBe(false);
});

test('the password of the tests is the one that is stored for them', async () => {
  const { email } = await insertAccount(app.db);

  expect((await app.visitor().post('/en/sign-in', { email, password: TEST_PASSWORD })).status).toBe(303);
});
