import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type TestApp } from '../testing.ts';
import { eventsOf } from './event-queries.ts';
import { hashesIn } from './hashing-testing.ts';
import { insertAccount, TEST_PASSWORD } from './people-testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const WRONG = { password: 'certainly another one' };

test('an applicant begins at their applications, staff at the vacancies or at their competitions', async () => {
  const applicant = await insertAccount(app.db);
  const recruiter = await insertAccount(app.db, { roles: ['recruiter'] });
  const colleague = await insertAccount(app.db, { roles: ['staff-member'] });

  const answers = await Promise.all(
    [applicant, recruiter, colleague].map(({ email }) =>
      app.visitor().post('/en/sign-in', { email, password: TEST_PASSWORD }),
    ),
  );

  expect(answers.map(({ location }) => location)).toEqual([
    '/en/my/applications',
    '/en/staff/vacancies',
    '/en/staff/competitions',
  ]);
});

test('a wrong password, an unknown address and an unconfirmed one get the same answer', async () => {
  const known = await insertAccount(app.db);
  const unconfirmed = await insertAccount(app.db, { verified: false });
  const blank = (text: string, email: string) => text.replaceAll(email, 'the address');

  const wrong = await app.visitor().post('/en/sign-in', { email: known.email, ...WRONG });
  const unknown = await app.visitor().post('/en/sign-in', { email: 'nobody@people.example', ...WRONG });
  const early = await app.visitor().post('/en/sign-in', { email: unconfirmed.email, password: TEST_PASSWORD });

  expect([wrong.status, unknown.status, early.status]).toEqual([422, 422, 422]);
  expect(blank(unknown.text, 'nobody@people.example')).toBe(blank(wrong.text, known.email));
  expect(blank(early.text, unconfirmed.email)).toBe(blank(wrong.text, known.email));
  expect([wrong, unknown, early].map(({ headers }) => headers['set-cookie'])).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('an unknown address costs as much to refuse as a wrong password: one hash', async () => {
  const { email } = await insertAccount(app.db);
  const costOf = (address: string) => hashesIn(() => app.visitor().post('/en/sign-in', { email: address, ...WRONG }));

  const [known, unknown] = [await costOf(email), await costOf('no-such-person@people.example')];

  expect([known, unknown]).toEqual([1, 1]);
});

test('refusals are recorded without saying whose address was tried', async () => {
  const { id, email } = await insertAccount(app.db);

  await app.visitor().post('/en/sign-in', { email, ...WRONG });
  await app.visitor().post('/en/sign-in', { email: 'stranger@people.example', ...WRONG });

  expect(await eventsOf(app.db, 'account', id)).toMatchObject([{ action: 'sign-in-refused', details: {} }]);
  const events = await app.db.selectFrom('events').selectAll().execute();
  expect(JSON.stringify(events)).not.toContain('@');
});

test.each([
  'https://evil.example/en',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '%2F%2Fevil.example',
  '/en/..//evil.example',
])('signing in never leads to %s', async (back) => {
  const { email } = await insertAccount(app.db);
  const visitor = app.visitor();

  const page = await visitor.get(`/en/sign-in?back=${encodeURIComponent(back)}`);
  const answer = await visitor.post('/en/sign-in', { email, password: TEST_PASSWORD, back });
  const again = await visitor.get(`/en/sign-in?back=${encodeURIComponent(back)}`);

  expect(page.text).not.toContain('name="back"');
  expect([answer.location, again.location]).toEqual(['/en/my/applications', '/en/my/applications']);
});

test('who was sent to sign in comes back to where they were going', async () => {
  const { email } = await insertAccount(app.db);
  const visitor = app.visitor();

  const sent = await visitor.get('/fr/my/account?x=1');
  const page = await visitor.get(sent.location ?? '');
  const answer = await visitor.post('/fr/sign-in', { email, password: TEST_PASSWORD, back: '/fr/my/account?x=1' });

  expect(sent).toMatchObject({ status: 303, location: '/fr/sign-in?back=%2Ffr%2Fmy%2Faccount%3Fx%3D1' });
  expect(page.text).toContain('value="/fr/my/account?x=1"');
  expect(answer.location).toBe('/fr/my/account?x=1');
});

test('a form sent after the session ended is kept through the sign-in, wrong password and all', async () => {
  const { email } = await insertAccount(app.db);
  const visitor = app.visitor();
  const text = 'Ten years in rivers,\r\n“weirs” & <locks> — œuvre';

  const ended = await visitor.post('/en/my/account', { name: text, language: ['en', 'fr'] });
  const refused = await visitor.post('/en/sign-in', { ...hiddenFields(ended.text), email, ...WRONG });
  const again = await visitor.post('/en/sign-in', { ...hiddenFields(refused.text), email, password: TEST_PASSWORD });

  expect(ended.status).toBe(401);
  expect(ended.text).toContain('What you wrote is kept in this page');
  expect(ended.text).not.toContain('You have been signed out'); // said only to those who were signed in
  expect(refused.status).toBe(422);
  expect(again.status).toBe(200);
  expect(again.text).toContain('what you wrote is here');
  expect(again.text).toContain('action="/en/my/account"');
  expect(hiddenFields(again.text)).toEqual({ name: text, language: ['en', 'fr'] });
});

test('the kept form goes where it was going with one press', async () => {
  const { email } = await insertAccount(app.db, { name: 'Before' });
  const visitor = app.visitor();
  const ended = await visitor.post('/en/my/account', { name: 'After', language: 'en', version: '1' });
  const again = await visitor.post('/en/sign-in', { ...hiddenFields(ended.text), email, password: TEST_PASSWORD });

  const saved = await visitor.post('/en/my/account', hiddenFields(again.text));

  expect(saved).toMatchObject({ status: 303, location: '/en/my/account?done=profile' });
  expect((await visitor.get('/en/my/account')).text).toContain('value="After"');
});

test('a kept form cannot be sent elsewhere', async () => {
  const { email } = await insertAccount(app.db);
  const carried = { back: 'https://evil.example/en', continue: 'post', 'kept.secret': 'text' };

  const answer = await app.visitor().post('/en/sign-in', { ...carried, email, password: TEST_PASSWORD });

  expect(answer).toMatchObject({ status: 303, location: '/en/my/applications' });
});

test('passwords of a form that came too late are not shown to whoever signs in next', async () => {
  const answer = await app.visitor().post('/en/my/account/password', {
    currentPassword: TEST_PASSWORD,
    newPassword: 'a wide river in december',
  });

  expect(answer.status).toBe(401);
  expect(answer.text).not.toContain('river');
});

test('a file cannot be kept, and the page says so', async () => {
  const file = { field: 'document', name: 'cv.pdf', type: 'application/pdf', content: Buffer.alloc(300_000, 'x') };

  const answer = await app.visitor().upload('/en/my/account', { kind: 'cv' }, file);

  expect(answer.status).toBe(401);
  expect(answer.text).toContain('choose it again');
});

test('a script that asks without a session is told so, not shown a page', async () => {
  const answer = await app.visitor().get('/en/my/account', { accept: 'application/json' });

  expect(answer.status).toBe(401);
  expect(JSON.parse(answer.text)).toEqual({ kind: 'signed-out' });
});

test('another site cannot sign anybody in or out', async () => {
  const { email } = await insertAccount(app.db);
  const signedIn = await app.signedInAs('applicant');
  const form = { email, password: TEST_PASSWORD };

  const statuses = await Promise.all([
    app.visitor().post('/en/sign-in', form, { 'sec-fetch-site': 'cross-site' }),
    app.visitor().post('/en/sign-in', form, { 'sec-fetch-site': 'same-site' }),
    app.visitor().post('/en/sign-in', form, { origin: 'https://evil.example' }),
    app.visitor().post('/en/sign-in', form, { origin: 'null' }),
    signedIn.post('/en/sign-out', {}, { 'sec-fetch-site': 'cross-site' }),
    signedIn.post('/en/my/account', { name: 'X', language: 'en' }, { origin: 'https://evil.example' }),
  ]);

  expect(statuses.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
  expect((await signedIn.get('/en/my/account')).status).toBe(200);
});

test('our own pages tell us, and nobody else, where a form comes from', async () => {
  const page = await app.visitor().get('/en/sign-in');

  expect(page.headers['referrer-policy']).toBe('same-origin');
  expect(page.headers['content-security-policy']).toContain("form-action 'self'");
});

test('a link that opens a session is kept out of the log', () => {
  const withToken = app.routes.filter(({ url }) => url.includes(':token'));

  expect(withToken.length).toBeGreaterThanOrEqual(8);
  expect(new Set(withToken.map(({ logLevel }) => logLevel))).toEqual(new Set(['warn']));
});

test.each(['"text"', '[]', 'null', '7', '{"email":{"a":1},"password":["b"]}', '{', ''])(
  'a body that is no form, as %s, is answered and breaks nothing',
  async (payload) => {
    for (const url of ['/en/sign-in', '/en/accounts/new', '/en/password/forgotten', '/fr/my/account']) {
      const headers = { 'content-type': 'application/json' };
      const { statusCode } = await app.web.inject({ method: 'POST', url, headers, payload });

      expect([url, Math.floor(statusCode / 100)]).toEqual([url, 4]);
    }
  },
);

test('what is missing is asked for, and no attempt is counted', async () => {
  const answer = await app.visitor('fr').post('/fr/sign-in', { email: '', password: '' });

  expect(answer.status).toBe(422);
  expect(answer.text).toContain('Saisissez votre adresse électronique');
  expect(answer.text).toContain('Saisissez votre mot de passe');
});

/** The hidden fields of a page, as a browser would send them. */
function hiddenFields(html: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const [, name = '', value = ''] of html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)) {
    const before = fields[name];
    fields[name] = before === undefined ? plain(value) : [before, plain(value)].flat();
  }
  return fields;
}

const plain = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
