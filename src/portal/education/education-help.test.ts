import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertDraft } from '../../applications/application-testing.ts';
import { testApp, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

test('explains each kind, and the names of every country, to anybody in both languages', async () => {
  const english = await app.visitor().get('/en/help/education');
  const french = await app.visitor('fr').get('/fr/help/education');

  expect([english.status, french.status]).toEqual([200, 200]);
  expect(english.text).toContain('Second cycle: master’s level');
  expect(english.text).toContain('<i lang="it">laurea (vecchio ordinamento)</i>');
  expect(french.text).toContain('Deuxième cycle\u00a0: niveau master');
  expect(french.text).toContain('<i lang="tr">lisans</i>');
});

test('shows one country by its address, without JavaScript', async () => {
  const { text } = await app.visitor().get('/en/help/education?country=PT');

  expect(text).toContain('licenciatura');
  expect(text).not.toContain('laurea');
  expect(text).toMatch(/<option value="PT" selected/);
});

test('says beside a name that no public page has confirmed it, in its own language', async () => {
  const english = await app.visitor().get('/en/help/education?country=DE');
  const french = await app.visitor('fr').get('/fr/help/education?country=HU');
  const confirmed = await app.visitor().get('/en/help/education?country=NL');

  expect(english.text).toContain('Not yet checked against a public page: <i lang="de">Lehre</i>');
  expect(french.text).toContain(
    'Pas encore vérifié sur une page publique\u00a0: <i lang="hu">doktori fokozat (PhD)</i>',
  );
  expect(confirmed.text).not.toContain('Not yet checked');
  expect(confirmed.text).toContain('Nuffic, Level of Dutch diplomas');
});

test('says that it knows nothing of a country of which nothing is written, and takes what is no country as none', async () => {
  const unwritten = await app.visitor().get('/en/help/education?country=JP');
  const wrong = await app.visitor().get('/en/help/education?country=%3Cscript%3E');

  expect(unwritten.text).toContain('Nothing is written here about degrees of this country');
  expect(unwritten.text).toContain('Japan');
  expect(wrong.status).toBe(200);
  expect(wrong.text).toContain('laurea');
});

test('is answered to everybody from memory, and named in the map of the site', async () => {
  const first = await app.visitor().get('/en/help/education');
  const again = await app.visitor().get('/en/help/education', { 'if-none-match': String(first.headers['etag']) });
  const map = await app.visitor().get('/sitemap-pages.xml');

  expect(again.status).toBe(304);
  expect(map.text).toContain('/fr/help/education');
});

test('stands beside the question in an application, with the words of the notice and the names of the country', async () => {
  await insertVacancy(app.db, {
    reference: '280501',
    status: 'published',
    notice: {
      essential: { en: ['possess a university degree in law'], fr: ['avoir un diplôme universitaire en droit'] },
    },
  });
  const applicant = await app.signedInAs('applicant');
  const { accountId = '' } = applicant;
  const degree = { 'education-a-degree': 'Laurea in giurisprudenza', 'education-a-country': 'IT' };
  await applicant.post('/en/my/profile/education', { base: '0', ...degree });
  const profile = await applicant.get('/en/my/profile/education');
  const number = await insertDraft(app.db, { accountId, reference: '280501' });

  const { text } = await applicant.get(`/en/my/applications/${number}/education`);

  expect(profile.text).toContain('href="/en/help/education?country=IT"');
  expect(text).toContain('What this notice says of degrees');
  expect(text).toContain('possess a university degree in law');
  expect(text).toContain('Which is mine?');
  expect(text).toContain('<i lang="it">laurea (vecchio ordinamento)</i>');
  expect(text).toContain('href="/en/help/education?country=IT" target="_blank" rel="noopener"');
});
