import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsOf } from '../../people/event-queries.ts';
import { canRenderWord } from '../../platform/documents/word-rendition.ts';
import { EICAR, testClamd, type TestClamd } from '../../platform/malware/clamd-testing.ts';
import { scannerOf } from '../../platform/malware/scanner.ts';
import { A4, pdfOf, pdfOfPages } from '../../platform/pdf/pdf-testing.ts';
import { QUESTION } from '../../regulations/questions/question-schema.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { completeDraft, insertDraft } from '../application-testing.ts';
import { documentTasks, scanWaiting } from './document-tasks.ts';
import { insertDraftAskingDocuments } from './document-testing.ts';
import { withWhiteText, wordOf } from './hostile-uploads-testing.ts';
import { readReceipt } from '../submission/receipt.ts';
import { findReceipt } from '../application-queries.ts';

let clamd: TestClamd;
let app: TestApp;
beforeAll(async () => {
  clamd = await testClamd();
  app = await testApp({ CLAMD: clamd.address });
});
afterAll(async () => {
  await app.close();
  await clamd.close();
});

const wordHere = await canRenderWord();

type Place = { client: Client; id: string; number: string; address: string; accountId: string };

async function applicantWithDraft(language: 'en' | 'fr' = 'en'): Promise<Place> {
  const client = await app.signedInAs('applicant', language);
  const accountId = client.accountId ?? '';
  const draft = await insertDraftAskingDocuments(app.db, { applicantId: accountId });
  return { client, accountId, ...draft, address: `/${language}/my/applications/${draft.number}/documents` };
}

const send = ({ client, address }: Place, content: Buffer, { kind = 'cover-letter', accept = 'text/html' } = {}) =>
  client.upload(
    `${address}/${kind}`,
    {},
    { field: `file-${kind}`, name: 'letter', type: 'application/pdf', content, accept },
  );

const infectedPdf = () => pdfOf([A4], ({ context }) => void context.register(context.stream(EICAR)));

async function submitted(place: Place): Promise<void> {
  const { accountId, number } = place;
  await completeDraft(app.db, { accountId, number, rules: app.context.organisation });
  const review = await place.client.get(`/en/my/applications/${number}/review`);
  const reviewed = /name="reviewed" value="([^"]+)"/.exec(review.text)?.[1] ?? '';
  const answer = await place.client.post(`/en/my/applications/${number}/submission`, { reviewed });
  expect(answer.location).toContain('/receipt');
}

const actionsOf = async ({ number }: Place) =>
  (await eventsOf(app.db, 'application', number)).map(({ action }) => action);

/** Keeps a letter while the scanner says nothing. */
async function keptUnscanned(place: Place, letter: Buffer): Promise<void> {
  clamd.behaviour = 'hangs-up';
  const sent = await send(place, letter);
  clamd.behaviour = 'works';
  expect(sent.status).toBe(303);
}

const scanAll = () => scanWaiting(app.context, scannerOf(app.context.config), app.now);

describe('a document that is attached', () => {
  test('shows its pages as pictures, which say what they are, and what there is to look at', async () => {
    const place = await applicantWithDraft('fr');
    await send(place, await withWhiteText());

    const { text } = await place.client.get(place.address);
    const [, source = ''] = /<img src="([^"]+)" alt="Lettre de motivation, page 1 sur 1"/.exec(text) ?? [];
    const picture = await place.client.get(source);

    expect(text).toContain('du texte qu’aucun lecteur');
    expect(text).toContain('rien trouvé');
    expect(picture.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
    expect(picture.body.toString('latin1', 1, 4)).toBe('PNG');
    expect((await place.client.get(`${place.address}/cover-letter/pages/2`)).status).toBe(404);
    expect((await (await app.signedInAs('applicant')).get(source)).status).toBe(404);
  });

  test('can be put back after it was replaced or removed, until a day has passed', async () => {
    const place = await applicantWithDraft();
    const [first, second] = [await pdfOfPages(1), await pdfOfPages(2)];
    const kept = async () => (await place.client.get(`${place.address}/cover-letter`)).body;
    await send(place, first);
    await send(place, second);

    const undone = await place.client.post(`${place.address}/cover-letter/restoration`);
    const told = await place.client.get(undone.location ?? '');
    expect(told.text).toContain('Put back: Cover letter.');
    expect((await kept()).equals(first)).toBe(true);
    await place.client.post(`${place.address}/cover-letter/restoration`);
    expect((await kept()).equals(second)).toBe(true);
    await place.client.post(`${place.address}/cover-letter/removal`);
    await place.client.post(`${place.address}/cover-letter/restoration`);
    expect((await kept()).equals(second)).toBe(true);
    await place.client.post(`${place.address}/cover-letter/removal`);

    const tomorrow = new Date(app.now.getTime() + 25 * 3_600_000);
    for (const { name, run } of documentTasks({ ...app.context, clock: () => tomorrow }))
      if (name === 'documents set aside') await run();
    await place.client.post(`${place.address}/cover-letter/restoration`);
    expect((await place.client.get(`${place.address}/cover-letter`)).status).toBe(404);
    expect((await actionsOf(place)).join(' ').replaceAll('document-', '')).toBe(
      'added added restored restored removed restored removed',
    );
  });
});

describe('malware', () => {
  test('is refused with what to do; nothing is kept but the event, and the document before', async () => {
    const place = await applicantWithDraft();
    const before = await pdfOfPages(1);
    await send(place, before);

    const sent = await send(place, await infectedPdf());

    expect(sent.status).toBe(422);
    expect(sent.text).toContain('A virus was found in your file, and nothing of it was kept.');
    expect((await place.client.get(`${place.address}/cover-letter`)).body.equals(before)).toBe(true);
    const [, refused] = await eventsOf(app.db, 'application', place.number);
    expect(refused).toMatchObject({ action: 'document-refused', details: { kind: 'cover-letter', malware: true } });
  });

  test('that is found in a draft after quarantine is deleted, and its sender told by mail', async () => {
    const place = await applicantWithDraft('fr');
    await keptUnscanned(place, await infectedPdf());

    await scanAll();

    expect((await place.client.get(`${place.address}/cover-letter`)).status).toBe(404);
    expect(await actionsOf(place)).toEqual(['document-added', 'document-infected']);
    const mail = (await app.mails()).find(({ subject }) => subject.includes(place.number));
    expect(mail?.text).toContain(
      'Un virus a été trouvé dans « Lettre de motivation »'.replace('« ', '«\u00a0').replace(' »', '\u00a0»'),
    );
    expect(mail?.text).toContain(`/fr/my/applications/${place.number}/documents`);
  });
});

describe('quarantine', () => {
  test('is said to the applicant, submits in time, and opens to staff only once it was scanned', async () => {
    const place = await applicantWithDraft();
    const letter = await pdfOfPages(1);
    await keptUnscanned(place, letter);
    const staff = await app.signedInAs('recruiter');
    const atStaff = `/en/staff/applications/${place.number}/documents/cover-letter`;

    const told = await place.client.get(place.address);
    await submitted(place);
    const before = await staff.get(`/en/staff/applications/${place.number}`);
    const closed = await staff.get(atStaff);
    await scanAll();
    const after = await staff.get(`/en/staff/applications/${place.number}`);
    const open = await staff.get(atStaff);

    expect(told.text).toContain('This file could not be scanned for viruses yet.');
    expect(before.text).toContain('In quarantine');
    expect(before.text).not.toContain(`href="${atStaff}"`);
    expect(closed.status).toBe(404);
    expect(after.text).toContain(`href="${atStaff}"`);
    expect(after.text).not.toContain('In quarantine');
    expect(open.body.equals(letter)).toBe(true);
  });

  test('of a document that answers a question counts as its answer, and opens beside the question once it was scanned', async () => {
    const question = QUESTION.parse({ code: 'q1', kind: 'document', text: { en: 'Your list', fr: 'Votre liste' } });
    const deadlineAt = new Date('2026-12-23T22:59:59Z');
    await insertVacancy(app.db, { reference: '280611', status: 'published', deadlineAt, questions: [question] });
    const client = await app.signedInAs('applicant');
    const accountId = client.accountId ?? '';
    const number = await insertDraft(app.db, { accountId, reference: '280611' });
    const place = { client, accountId, number, id: '', address: `/en/my/applications/${number}/documents` };
    const staff = await app.signedInAs('recruiter');
    const atStaff = `/en/staff/applications/${number}/documents/question-q1`;
    const list = await pdfOfPages(1);
    clamd.behaviour = 'hangs-up';
    await send(place, list, { kind: 'question-q1' });
    clamd.behaviour = 'works';

    const told = await client.get(place.address);
    await submitted(place);
    const before = await staff.get(`/en/staff/applications/${number}`);
    const closed = await staff.get(atStaff);
    await scanAll();
    const open = await staff.get(atStaff);

    expect(told.text).toContain('This file could not be scanned for viruses yet.');
    expect(before.text).toContain('Your list');
    expect(before.text).toContain('In quarantine');
    expect(before.text).not.toContain(`href="${atStaff}"`);
    expect(closed.status).toBe(404);
    expect(open.body.equals(list)).toBe(true);
    expect(await actionsOf(place)).toContain('document-scanned');
  });

  test('of a document that answers a question, found infected in a draft, stops the submission until it is attached again', async () => {
    const client = await app.signedInAs('applicant');
    const accountId = client.accountId ?? '';
    const number = await insertDraft(app.db, { accountId, reference: '280611' });
    const place = { client, accountId, number, id: '', address: `/en/my/applications/${number}/documents` };
    clamd.behaviour = 'hangs-up';
    await send(place, await infectedPdf(), { kind: 'question-q1' });
    clamd.behaviour = 'works';
    await completeDraft(app.db, { accountId, number, rules: app.context.organisation });
    const complete = await client.get(`/en/my/applications/${number}/review`);

    await scanAll();
    const mended = await client.get(`/en/my/applications/${number}/review`);
    const mail = (await app.mails()).find(({ subject }) => subject.includes(number));

    expect(complete.text).not.toContain('#f-file-question-q1');
    expect(mended.text).toContain(`href="${place.address}?check#f-file-question-q1"`);
    expect(mail?.text).toContain('Your list');
  });

  test('of what turned out infected after submission leaves the row and the receipt, and no bytes', async () => {
    const place = await applicantWithDraft();
    await keptUnscanned(place, await infectedPdf());
    await submitted(place);

    await scanAll();

    const row = await app.db
      .selectFrom('applicationDocuments')
      .selectAll()
      .where('applicationId', '=', place.id)
      .executeTakeFirst();
    const staff = await (await app.signedInAs('recruiter')).get(`/en/staff/applications/${place.number}`);
    const page = await place.client.get(place.address);
    expect(row).toMatchObject({ scan: 'infected', content: null });
    expect(staff.text).toContain('A virus was found after submission; the file was deleted');
    expect(staff.text).toContain('What is stored is what the receipt says');
    expect(page.text).toContain('a virus was found after submission; the file was deleted');
    expect((await place.client.get(`${place.address}/cover-letter`)).status).toBe(404);
  });
});

describe.skipIf(!wordHere)('a Word file', { timeout: 60_000 }, () => {
  test('is read by applicant and staff as the same PDF, beside its original, and the receipt names both', async () => {
    const place = await applicantWithDraft();
    const word = await wordOf(['What I would bring to this post.']);
    const staff = await app.signedInAs('recruiter');

    const sent = await send(place, word, { kind: 'essay-on-challenges' });
    const told = await place.client.get(sent.location ?? '');
    const rendition = await place.client.get(`${place.address}/essay-on-challenges/rendition`);
    const original = await place.client.get(`${place.address}/essay-on-challenges`);
    await submitted(place);
    const atStaff = `/en/staff/applications/${place.number}/documents/essay-on-challenges`;
    const [read, kept] = [await staff.get(atStaff), await staff.get(`${atStaff}/original`)];

    expect(told.text).toContain('These are the pages of the PDF that we made of your Word file');
    expect(told.text).toContain('alt="Paper on the key challenges, page 1 of 1"');
    expect(rendition.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringContaining('letter.pdf') as string,
    });
    expect(original.body.equals(word)).toBe(true);
    expect(original.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': expect.stringContaining('attachment; filename="letter.docx"') as string,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    expect(read.body.equals(rendition.body)).toBe(true);
    expect(kept.body.equals(word)).toBe(true);
    const receipt = await findReceipt(app.db, { accountId: place.accountId, number: place.number });
    const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(readReceipt(receipt ?? { text: '{}' }).documents).toMatchObject([
      { sha256: sha256(word), pages: 1, rendition: { sha256: sha256(rendition.body), pages: 1 } },
    ]);
  });
});
