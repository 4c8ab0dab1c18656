import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';
import { readNotice } from '../import/read-notice.ts';
import type { NoticeRecord } from '../notice.ts';
import { loadVocabulary } from '../vocabulary.ts';
import { readDocument } from './read-document.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

test('a vacancy’s page of ours, saved by its reader, gives its requirements, duties and competencies back', async () => {
  const vocabulary = loadVocabulary('organisations/northern-rivers');
  const given = readNotice(readFileSync('organisations/northern-rivers/demonstration/260136.txt', 'utf8'), vocabulary);
  const notice = (given.ok ? given.value.record : {}) as NoticeRecord;
  await insertVacancy(app.db, { reference: '260136', status: 'published', notice });
  const { text: page } = await app.visitor().get('/en/vacancies/260136');

  const made = await readDocument(Buffer.from(page));
  const read = made.ok ? readNotice(made.value.text, vocabulary) : undefined;

  const record = read?.ok ? read.value.record : undefined;
  expect(record).toMatchObject({ title: { en: 'Network Engineer' }, grades: ['G15'], clearance: 'NS' });
  expect(record?.essential.en).toEqual(notice.essential.en);
  expect(record?.accountabilities.en).toEqual(notice.accountabilities.en);
  expect(record?.competencies.en).toEqual(notice.competencies.en);
});
