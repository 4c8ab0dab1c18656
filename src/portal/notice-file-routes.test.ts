import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noticeText } from '../notices/documents/notice-text.ts';
import { readNotice } from '../notices/import/read-notice.ts';
import { eventsOf } from '../people/event-queries.ts';
import { testApp, type Client, type TestApp } from '../testing.ts';
import { findVacancy } from '../vacancies/vacancy-queries.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';

let app: TestApp;
let manager: Client;
let budget: Client;
beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager');
  budget = await app.signedInAs('budget-officer');
});
afterAll(() => app.close());

const at = (reference: string, extension: string, language = 'en') =>
  `/${language}/vacancies/${reference}/notice.${extension}`;
const fileOf = (reference: string, extension: string) => app.web.inject(at(reference, extension));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const lastHashes = async (reference: string) =>
  (await eventsOf(app.db, 'vacancy', reference)).at(-1)?.details['files'] as Record<string, string> | undefined;

test('the files that everybody can save are those whose hash the publication kept', async () => {
  await insertVacancy(app.db, { reference: '261001', status: 'in-review' });
  await manager.post('/en/staff/vacancies/261001/publication', {});
  const hashes = await lastHashes('261001');

  for (const [format, extension] of [
    ['pdf', 'pdf'],
    ['docx', 'docx'],
    ['text', 'txt'],
    ['html', 'html'],
    ['json', 'json'],
  ] as const) {
    const saved = await fileOf('261001', extension);
    expect([format, saved.statusCode, saved.headers['content-disposition']]).toEqual([
      format,
      200,
      `attachment; filename="261001.${extension}"; filename*=UTF-8''261001.${extension}`,
    ]);
    expect([format, sha256(saved.rawPayload)]).toEqual([format, hashes?.[format]]);
  }
});

test('what is saved is the notice: read again, it is the same record', async () => {
  const { notice } = await insertVacancy(app.db, { reference: '261002', status: 'published' });

  const text = await noticeText((await fileOf('261002', 'pdf')).rawPayload);
  const read = text.ok ? readNotice(text.value.text, app.context.vocabulary) : undefined;

  expect(read?.ok && read.value.record).toEqual(notice);
});

test('a correction keeps the hash of the files as they are then', async () => {
  await insertVacancy(app.db, { reference: '261003', status: 'published' });
  const before = sha256((await fileOf('261003', 'pdf')).rawPayload);

  const saved = await manager.post('/en/staff/vacancies/261003/edit/summary', {
    'summary.en': 'Another summary.',
    'correction.en': 'The summary was changed.',
    'correction.fr': 'Le résumé a été modifié.',
  });
  const after = sha256((await fileOf('261003', 'pdf')).rawPayload);

  expect(saved.status).toBe(303);
  expect(after).not.toBe(before);
  expect((await lastHashes('261003'))?.['pdf']).toBe(after);
});

test('a budget that is approved after publication is told to the public, and printed no more', async () => {
  const approvals = [{ step: 'budget', decision: 'pending-budget' as const, by: null, at: '2026-11-14T09:00:00.000Z' }];
  const line = { en: ['Pending budget approval'], fr: ['Sous réserve d’approbation par les autorités budgétaires'] };
  const { notice } = await insertVacancy(app.db, { reference: '261004' });
  const pending = { budgetPending: true, otherText: { ...notice.otherText, preamble: line } };
  await insertVacancy(app.db, { reference: '261005', status: 'published', approvals, notice: pending });

  const approved = await budget.post('/en/staff/vacancies/261005/approvals', { step: 'budget' });

  expect(approved.status).toBe(303);
  expect((await findVacancy(app.db, '261005'))?.notice.otherText.preamble).toEqual({ en: [], fr: [] });
  expect((await app.visitor('fr').get('/fr/vacancies/261005')).text).toContain('Le budget de ce poste a été approuvé.');
  expect((await fileOf('261005', 'txt')).body).not.toContain('Pending budget');
});

test('a notice with letters that the PDF has no font for is published, and a page says what to take in its place', async () => {
  const { notice } = await insertVacancy(app.db, { reference: '261008' });
  const summary = { en: [...notice.summary.en, 'The 河流 and the 河.'], fr: notice.summary.fr };
  await insertVacancy(app.db, { reference: '261009', status: 'in-review', notice: { ...notice, summary } });

  await manager.post('/en/staff/vacancies/261009/publication', {});
  const refused = await app.visitor('fr').get('/fr/vacancies/261009/notice.pdf');
  const ofStaff = await manager.get('/en/staff/vacancies/261009/notice.pdf');

  expect(Object.keys((await lastHashes('261009')) ?? {}).toSorted()).toEqual(['docx', 'html', 'json', 'text']);
  expect([refused.status, ofStaff.status]).toEqual([422, 422]);
  expect(refused.text).toContain('Le PDF de cet avis ne peut pas être produit');
  expect(refused.text.match(/U\+[0-9A-F]+/g)).toEqual(['U+6CB3', 'U+6D41']);
  expect(refused.text).toContain('<li lang="en">1. Summary</li>');
  expect(refused.text).toContain('<a href="/fr/vacancies/261009/notice.docx">Word</a>');
  expect(refused.text).not.toContain('caractères latins');
  expect(ofStaff.text).toContain('write these words in Latin, Greek or Cyrillic letters');
  expect((await fileOf('261009', 'docx')).statusCode).toBe(200);
});

test('only staff see the file of a notice that is not published, and nobody one of another format', async () => {
  await insertVacancy(app.db, { reference: '261006', status: 'draft' });
  await insertVacancy(app.db, { reference: '261007', status: 'published', audience: 'internal' });
  const staff = '/en/staff/vacancies/261006/notice.pdf';

  expect((await fileOf('261006', 'pdf')).statusCode).toBe(404);
  expect((await fileOf('261007', 'pdf')).statusCode).toBe(404);
  expect((await fileOf('261002', 'exe')).statusCode).toBe(404);
  expect((await manager.get(staff)).status).toBe(200);
  expect((await app.visitor().get(staff)).status).not.toBe(200);
});
