import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';
import type { Language } from '../platform/language.ts';
import { testApp, type TestApp } from '../testing.ts';
import { insertDraft } from './application-testing.ts';
import { COVER_LETTER } from './documents/document-testing.ts';

let app: TestApp;
let reference: string;
beforeAll(async () => {
  app = await testApp({ ORGANISATION: 'rivers-commission' });
  const notice = { attachments: [COVER_LETTER] };
  const deadlineAt = new Date(app.now.getTime() + 30 * 24 * 3_600_000);
  ({ reference } = await insertVacancy(app.db, { status: 'published', deadlineAt, notice }));
});
afterAll(() => app.close());

/** A page of a draft in an organisation whose rules are not those of the demonstration. */
async function draftPage(path: string, language: Language = 'en'): Promise<string> {
  const client = await app.signedInAs('applicant', language);
  const number = await insertDraft(app.db, { accountId: client.accountId ?? '', reference });
  const { status, text } = await client.get(`/${language}/my/applications/${number}/${path}`);
  expect(status).toBe(200);
  return text;
}

test('a level is asked for in each official language, on the scale that the organisation has', async () => {
  const text = await draftPage('languages');

  for (const language of ['English', 'French', 'Spanish']) expect(text).toContain(`Level in ${language}`);
  expect(text).toContain('The scale is the Common European Framework of Reference (CEFR).');
  expect(text).toContain('C1 · Effective operational proficiency');
});

test('a level that is missing is asked for by the name of its language', async () => {
  expect(await draftPage('languages?check')).toContain('Choose your level in Spanish.');
  expect(await draftPage('languages?check', 'fr')).toContain('Choisissez votre niveau d’espagnol.');
  expect(await draftPage('languages?check', 'fr')).toContain('Choisissez votre niveau de français.');
});

test.each(['documents', 'review'])('what follows from a missing document is told by its own rule: %s', async (path) => {
  const text = await draftPage(path);

  expect(text).toContain('the admissions office asks for it once, within five working days');
  expect(text).toContain('A3 · Staff Regulations, article 16(3)');
});
