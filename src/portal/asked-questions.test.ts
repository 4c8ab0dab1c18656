import { afterAll, beforeAll, expect, test } from 'vitest';
import { nationalitiesOf } from '../applications/eligibility/nationality-queries.ts';
import { insertDraft } from '../applications/application-testing.ts';
import { QUESTION } from '../regulations/questions/question-schema.ts';
import { testApp, type TestApp } from '../testing.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const source = { en: 'Staff Rules, article 5', fr: 'Statut du personnel, article 5' };
const years = QUESTION.parse({
  code: 'q1',
  kind: 'number',
  text: { en: 'For how many years did you manage a team?', fr: 'Combien d’années avez-vous dirigé une équipe ?' },
  knockOut: { rule: 'E6', source, below: 5 },
});
const list = QUESTION.parse({
  code: 'q2',
  kind: 'document',
  text: { en: 'A list of publications', fr: 'Une liste de publications' },
  maxPages: 2,
  optional: true,
});

test('the page of a vacancy tells what will be asked, and after which answer a rule speaks against it', async () => {
  await insertVacancy(app.db, { reference: '280701', status: 'published', questions: [years, list] });

  const { text } = await app.visitor().get('/en/vacancies/280701');
  const french = await app.visitor('fr').get('/fr/vacancies/280701');

  expect(text).toContain('What you will be asked');
  expect(text).toContain('Are you closely related to a member of the staff of the Commission?');
  expect(text).toContain('not in the notices; a setting of the organisation');
  expect(text).toMatch(/Probably not eligible after this answer: <b>less than 5<\/b>\. <a href="[^"]*#E6"/);
  expect(text).toContain('Staff Rules, article 5');
  expect(text).toContain('A document of 2 pages at most.');
  expect(french.text).toContain('Combien d’années avez-vous dirigé une équipe');
  expect(french.text).toContain('<b>moins de 5</b>');
});

test('a nationality said in the profile or in an application is never asked for again', async () => {
  await insertVacancy(app.db, { reference: '280702', status: 'published' });
  const client = await app.signedInAs('applicant');
  const { accountId = '' } = client;
  const never = await nationalitiesOf(app.db, accountId);
  await insertDraft(app.db, { accountId, reference: '280702', nationalities: ['FI'] });
  const begun = await nationalitiesOf(app.db, accountId);
  await app.db.deleteFrom('profiles').where('accountId', '=', accountId).execute();
  const inDraft = await nationalitiesOf(app.db, accountId);
  const asked = await client.get('/en/vacancies/280702/eligibility');
  await client.post('/en/my/profile/nationalities', { base: '0', 'nationalities-a-country': 'SE' });

  expect(never).toBeUndefined();
  expect(begun).toEqual({ countries: ['FI'], from: 'profile' });
  expect(inDraft).toEqual({ countries: ['FI'], from: 'application' });
  expect(asked.text).toMatch(/<option value="FI" selected/);
  expect(await nationalitiesOf(app.db, accountId)).toEqual({ countries: ['SE'], from: 'profile' });
});
