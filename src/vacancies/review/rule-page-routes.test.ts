import { afterAll, beforeAll, expect, test } from 'vitest';
import { RULES } from '../../notices/lint/finding.ts';
import { RULE_NAMES } from '../../notices/lint/finding-texts.ts';
import { LANGUAGES, type Localized } from '../../platform/language.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../vacancy-testing.ts';

let app: TestApp;
let recruiter: Client;
beforeAll(async () => {
  app = await testApp();
  recruiter = await app.signedInAs('recruiter');
});
afterAll(() => app.close());

const LOOKS_FOR: Localized = { en: 'What it looks for', fr: 'Ce que la règle cherche' };

test.each(RULES)('the page of %s says what it looks for, in the reader’s language alone', async (rule) => {
  for (const language of LANGUAGES) {
    const { status, text } = await recruiter.get(`/${language}/staff/check-rules/${rule}`);

    expect(status).toBe(200);
    expect(text).toContain(`<html lang="${language}"`);
    expect(text).toContain(`<h1>${RULE_NAMES[rule][language]}</h1>`);
    expect(text).toContain(`<h2>${LOOKS_FOR[language]}</h2>`);
    expect(text).toContain('<section class="prose">');
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
