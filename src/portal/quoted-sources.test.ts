import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeDraft, insertDraft } from '../applications/application-testing.ts';
import { COVER_LETTER } from '../applications/documents/document-testing.ts';
import { LANGUAGES, type Language } from '../platform/language.ts';
import { foreignSources, ORGANISATIONS, sourcesIn, wordsOf } from '../regulations/regulations-testing.ts';
import { testApp, type TestApp } from '../testing.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';

describe.each(ORGANISATIONS)('the pages of $id', (organisation) => {
  const clause = organisation.contractClauses[0]?.code ?? '';
  const [, lower = '', higher = ''] = organisation.grades.order;
  let app: TestApp;
  let reference: string;
  beforeAll(async () => {
    app = await testApp({ ORGANISATION: organisation.id });
    const deadline = { date: '2027-01-18', time: null };
    const salary = { amountMinor: 500_000, currency: 'EUR', period: 'monthly' } as const;
    const facts = { grades: [lower, higher], deadline, salary, attachments: [COVER_LETTER] };
    const contract = { clause, twinGradeNote: true };
    const deadlineAt = new Date(app.now.getTime() + 30 * 24 * 3_600_000);
    const notice = { ...facts, contract };
    ({ reference } = await insertVacancy(app.db, { status: 'published', deadlineAt, notice }));
  });
  afterAll(() => app.close());

  const country = organisation.salaries.rows[0]?.country ?? '';
  const planner = { clause, 'start-day': '1', 'start-month': '3', 'start-year': '2025', grade: lower, country };
  const born = { 'born-day': '10', 'born-month': '2', 'born-year': '1968' };

  /** Every page that quotes a source, as somebody reads it who may see it. */
  async function pagesIn(language: Language): Promise<Record<string, string>> {
    const recruiter = await app.signedInAs('recruiter', language);
    const ada = await app.signedInAs('applicant', language);
    const accountId = ada.accountId ?? '';
    const number = await insertDraft(app.db, { accountId, reference });
    await completeDraft(app.db, { accountId, number, rules: organisation });
    const at = (path: string) => `/${language}${path}`;
    const answers = {
      regulations: ada.get(at('/regulations')),
      'regulations of before': ada.get(at('/regulations?on=1990-01-01')),
      accessibility: ada.get(at('/accessibility')),
      vacancy: ada.get(at(`/vacancies/${reference}`)),
      eligibility: ada.post(at(`/vacancies/${reference}/eligibility`), { 'nationality-1': 'FR' }),
      refused: ada.post(at(`/vacancies/${reference}/eligibility`), { 'nationality-1': 'BR' }),
      review: recruiter.get(at(`/staff/vacancies/${reference}`)),
      planner: recruiter.post(at('/staff/contract-planner'), { ...planner, ...born }),
      identity: ada.get(at(`/my/applications/${number}/identity`)),
      languages: ada.get(at(`/my/applications/${number}/languages`)),
      documents: ada.get(at(`/my/applications/${number}/documents`)),
      declarations: ada.get(at(`/my/applications/${number}/declarations`)),
    };
    const read = Object.entries(answers).map(async ([name, answer]) => {
      const { status, text } = await answer;
      expect([name, status]).toEqual([name, 200]);
      return [name, wordsOf(text)] as const;
    });
    return Object.fromEntries(await Promise.all(read));
  }

  test.each(LANGUAGES)('quote each source in the language of the page alone: %s', async (language) => {
    const own = sourcesIn(organisation).map((source) => source[language]);
    const pages = await pagesIn(language);

    const quoting = Object.keys(pages).filter((name) => own.some((source) => pages[name]?.includes(source)));
    const exempt = organisation.documents.consequence.missing === null ? ['documents'] : [];
    expect(Object.keys(pages).filter((name) => !quoting.includes(name))).toEqual(exempt);
    const foreign = Object.entries(pages).flatMap(([name, words]) =>
      foreignSources(words, organisation, language).map((source) => `${name}: ${source}`),
    );
    expect(foreign).toEqual([]);
  });
});
