import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfOfPages } from '../../platform/pdf/pdf-testing.ts';
import { QUESTION } from '../../regulations/questions/question-schema.ts';
import { testApp, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { findReceipt } from '../application-queries.ts';
import { completeDraft, insertDraft, submissionForm } from '../application-testing.ts';
import { readReceipt } from '../submission/receipt.ts';

const question = QUESTION.parse({
  code: 'q1',
  kind: 'document',
  text: { en: 'A list of your publications', fr: 'La liste de vos publications' },
  hint: { en: 'The ten that matter most.', fr: 'Les dix plus importantes.' },
  maxPages: 1,
});

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await insertVacancy(app.db, {
    reference: '280601',
    status: 'published',
    deadlineAt: new Date('2026-12-23T22:59:59Z'),
    questions: [question, { ...question, code: 'q2', optional: true }],
  });
});
afterAll(() => app.close());

async function applicantWithDraft() {
  const client = await app.signedInAs('applicant');
  const { accountId = '' } = client;
  const number = await insertDraft(app.db, { accountId, reference: '280601' });
  const own = { accountId, number, rules: app.context.organisation };
  await completeDraft(app.db, own);
  const here = `/en/my/applications/${number}`;
  const attach = async (pages: number) =>
    client.upload(
      `${here}/documents/question-q1`,
      {},
      {
        field: 'file-question-q1',
        name: 'publications.pdf',
        type: 'application/pdf',
        content: await pdfOfPages(pages),
      },
    );
  return { client, own, here, attach };
}

test('a document that answers a question is asked for, and its absence leads to where it is attached', async () => {
  const { client, own, here } = await applicantWithDraft();

  const step = await client.get(`${here}/questions`);
  const documents = await client.get(`${here}/documents`);
  const review = await client.get(`${here}/review`);
  const refused = await client.post(`${here}/submission`, await submissionForm(app.db, own));

  expect(step.text).toContain('A list of your publications');
  expect(step.text).toContain(`href="${here}/documents#f-file-question-q1"`);
  expect(documents.text).toContain('id="f-file-question-q1"');
  expect(documents.text).toContain('the application cannot be submitted without it');
  expect(review.text).toContain(`href="${here}/documents?check#f-file-question-q1"`);
  expect(review.text).toContain('attach the document that answers it');
  expect(review.text).not.toContain('#f-file-question-q2');
  expect(refused.status).toBe(422);
});

test('is checked as every document is, named in the receipt, and read by staff beside the question', async () => {
  const { client, own, here, attach } = await applicantWithDraft();
  const recruiter = await app.signedInAs('recruiter');

  const tooLong = await attach(2);
  const sent = await attach(1);
  const submitted = await client.post(`${here}/submission`, await submissionForm(app.db, own));
  const receipt = await findReceipt(app.db, own);
  const shown = await client.get(`${here}/receipt`);
  const staff = await recruiter.get(`/en/staff/applications/${own.number}`);
  const opened = await recruiter.get(`/en/staff/applications/${own.number}/documents/question-q1`);

  expect(tooLong.status).toBe(422);
  expect([sent.status, submitted.status]).toEqual([303, 303]);
  const content = receipt && readReceipt(receipt);
  expect(content?.questions?.at(-1)).toEqual({
    code: 'q1',
    kind: 'document',
    question: question.text,
    answer: ['publications.pdf'],
    document: 'question-q1',
  });
  expect(content?.documents).toMatchObject([{ kind: 'question-q1', pages: 1 }]);
  expect(shown.text).toContain('publications.pdf');
  expect(shown.text).not.toContain('question-q1');
  expect(staff.text).toContain('A list of your publications');
  expect(staff.text).toContain('is what the receipt says, byte for byte');
  expect(opened.headers['content-type']).toBe('application/pdf');
});
