import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLOSED_AT } from '../applications/stages/selection-testing.ts';
import { QUESTION } from '../regulations/questions/question-schema.ts';
import { insertApplicant, insertMember } from '../screening/screening-testing.ts';
import { testApp, type Client, type TestApp } from '../testing.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';
import { readClosed } from './integrity-tasks.ts';

const REFERENCE = '260591';
const question = QUESTION.parse({
  code: 'plan',
  kind: 'document',
  text: { en: 'Your plan for the first year', fr: 'Votre plan pour la première année' },
});
const PLAN = `In the first month I would walk the whole dike with those who mow it and write down what they know.
Then I would count the gauges again and ask which of them anybody has looked at since the flood of 2014.
[Your Name]`;

let app: TestApp;
let recruiter: Client;
let [one, other, scanned]: string[] = [];
beforeAll(async () => {
  app = await testApp();
  recruiter = await app.signedInAs('recruitment-manager');
  const closed = { status: 'closed', deadlineAt: CLOSED_AT, closedAt: CLOSED_AT, questions: [question] } as const;
  await insertVacancy(app.db, { reference: REFERENCE, ...closed });
  const send = async (text: string) =>
    (await insertApplicant(app.context, REFERENCE, { letter: { text, fileName: 'plan.pdf', kind: 'question-plan' } }))
      .number;
  [one, other, scanned] = [await send(PLAN), await send(PLAN), await send('')];
  await readClosed(app.context);
});
afterAll(() => app.close());

const pageOf = (number = '') => `/en/staff/applications/${number}/integrity`;
const opens = async (number = '') => {
  await recruiter.get(`/en/staff/applications/${number}`);
  await recruiter.get(`/en/staff/applications/${number}/documents/question-plan`);
};

test('a document that answers a question has to be opened before anybody sees what was found in it', async () => {
  await recruiter.get(`/en/staff/applications/${one}`);
  const unopened = await recruiter.post(`${pageOf(one)}/reading`);

  expect(unopened.status).toBe(422);
  expect(unopened.text).toContain('Open and read first: Your plan for the first year.');
});

test('it is read like a letter, and a paper that others may have written is said to be one', async () => {
  await opens(one);
  await recruiter.post(`${pageOf(one)}/reading`);
  const { text } = await recruiter.get(pageOf(one));

  expect(text).toContain('[Your Name]');
  expect(text).toMatch(new RegExp(`${other}[^<]*, Your plan for the first year`));
  expect(text).toContain('A diploma or a certificate says the same for many');
});

test('pages without text are named, by document', async () => {
  await opens(scanned);
  await recruiter.post(`${pageOf(scanned)}/reading`);
  const { text } = await recruiter.get(pageOf(scanned));

  expect(text).toContain('Pages without text');
  expect(text).toMatch(/Your plan for the first year · page 1/);
});

test('a screener reads it as text, covered, by the name of its question', async () => {
  const screener = await app.signedInAs('staff-member');
  const { accountId = '' } = screener;
  await insertMember(app.db, { reference: REFERENCE, accountId });
  const here = `/en/staff/vacancies/${REFERENCE}/screening`;
  await recruiter.post(`${here}/arrangement`, { do: 'begin' });
  await recruiter.post(`${here}/arrangement`, { do: 'assign', among: accountId });
  const sheet = await screener.get(`${here}/${one}`);
  const text = await screener.get(`${here}/${one}/texts/question-plan`);

  expect(sheet.text).toContain('Your plan for the first year');
  expect(text.text).toContain('Text of Your plan for the first year');
  expect(text.text).toContain('walk the whole dike');
});
