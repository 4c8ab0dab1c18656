import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type TestApp } from './testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

test('the root leads to the vacancies in the language the browser prefers', async () => {
  const french = await app.visitor('fr').get('/');
  const english = await app.visitor().get('/', { 'accept-language': 'de, fr;q=0.2, en;q=0.8' });

  expect(french.location).toBe('/fr/vacancies');
  expect(english.location).toBe('/en/vacancies');
});

test('an address without a page says so in the language of the address', async () => {
  const answer = await app.visitor('en').get('/fr/rien');

  expect(answer.status).toBe(404);
  expect(answer.text).toContain('lang="fr"');
  expect(answer.text).toContain('Il n’y a rien à cette adresse');
});

test('a body that is far too large is refused in the reader’s language, whatever it is', async () => {
  const answer = await app.visitor('fr').post('/fr/sign-in', { email: 'x'.repeat(50_000_000) });

  expect(answer.status).toBe(413);
  expect(answer.text).toContain('trop volumineux');
});

test('a form that another site sent is refused', async () => {
  const answer = await app.visitor().post('/en/sign-in', {}, { 'sec-fetch-site': 'cross-site' });

  expect(answer.status).toBe(403);
  expect(answer.text).toContain('came from another site');
});

test('text that is not UTF-8 is refused, since it cannot be kept as it was written', async () => {
  const answer = await app.visitor('fr').post('/fr/sign-in', {}, {});
  const broken = await app.web.inject({
    method: 'POST',
    url: '/fr/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'email=%E9t%E9&password=x',
  });

  expect(answer.status).toBe(422);
  expect(broken.statusCode).toBe(400);
  expect(broken.body).toContain('UTF-8');
});

test('pages run nothing that is not ours, and nothing inline', async () => {
  const { headers, text } = await app.visitor().get('/en/sign-in');

  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(text).not.toMatch(/ style="| on[a-z]+="|<script>/);
});

test('the health page answers only when the database does', async () => {
  expect((await app.visitor().get('/healthz')).text).toBe('ok\n');
});
