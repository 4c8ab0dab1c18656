import { afterAll, beforeAll, expect, test } from 'vitest';
import { RULES } from '../notices/lint/finding.ts';
import { RULE_NAMES } from '../notices/lint/finding-texts.ts';
import { testApp, type Client, type TestApp } from '../testing.ts';
import { insertVacancy } from './vacancy-testing.ts';

let app: TestApp;
let recruiter: Client;
beforeAll(async () => {
  app = await testApp();
  recruiter = await app.signedInAs('recruiter');
});
afterAll(() => app.close());

test.each(RULES)('the page of %s says what it looks for, in English and French', async (rule) => {
  const pages = {
    en: await recruiter.get(`/en/staff/check-rules/${rule}`),
    fr: await recruiter.get(`/fr/staff/check-rules/${rule}`),
  };

  for (const language of ['en', 'fr'] as const) {
    expect(pages[language].status).toBe(200);
    expect(pages[language].text).toContain(`<h1>${RULE_NAMES[rule][language]}</h1>`);
    expect(pages[language].text).toContain('<h2>');
  }
});

test('a finding leads to the page of its rule', async () => {
  const essential = { en: ['have 3 years of experience'], fr: ['avoir cinq ans d’expérience'] };
  await insertVacancy(app.db, { reference: '260911', status: 'in-review', notice: { essential } });

  const { text } = await recruiter.get('/fr/staff/vacancies/260911');

  expect(text).toContain('href="/fr/staff/check-rules/parity/numbers"');
});

test('there is no page of a rule that is not known, and none for the public', async () => {
  const unknown = await recruiter.get('/en/staff/check-rules/parity/%2e%2e%2freadme');
  const visitor = await app.visitor().get('/en/staff/check-rules/parity/numbers');

  expect(unknown.status).toBe(404);
  expect(visitor.status).not.toBe(200);
});
