import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventsOf } from '../../people/event-queries.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { docxOf, wordParagraph } from '../../notices/documents/document-testing.ts';
import { findImport, importsOf } from './import-queries.ts';
import { noticeText } from '../notice-text-testing.ts';
import { findVacancy, vacanciesForStaff } from '../vacancy-queries.ts';
import { insertVacancy } from '../vacancy-testing.ts';

let app: TestApp;
let recruiter: Client;
let manager: Client;
let auditor: Client;
beforeAll(async () => {
  app = await testApp();
  recruiter = await app.signedInAs('recruiter');
  manager = await app.signedInAs('recruitment-manager');
  auditor = await app.signedInAs('auditor', 'fr');
});
afterAll(() => app.close());

const IMPORT = '/en/staff/vacancies/import';
const upload = (content: string | Buffer, name = 'notice.txt') =>
  recruiter.upload(IMPORT, {}, { field: 'files', name, type: 'text/plain', content: Buffer.from(content) });
const count = async () => (await vacanciesForStaff(app.db, {})).total;

test('a new reference becomes a draft, with its text and its event', async () => {
  const answer = await recruiter.post(IMPORT, { text: noticeText({ reference: '260901' }) });

  expect(answer.location).toBe('/en/staff/vacancies/260901');
  const vacancy = await findVacancy(app.db, '260901');
  expect(vacancy).toMatchObject({ status: 'draft', version: 1, notice: { title: { en: 'Hydrologist' } } });
  expect(vacancy?.deadlineAt?.toISOString()).toBe('2027-01-15T22:59:59.000Z');
  expect(await importsOf(app.db, '260901')).toMatchObject([{ number: 1, state: 'taken' }]);
  expect((await eventsOf(app.db, 'vacancy', '260901')).map(({ action }) => action)).toEqual(['import']);
});

test('the review page says that the deadline was completed, and by whose setting', async () => {
  const { text } = await recruiter.get('/en/staff/vacancies/260901');

  expect(text).toContain('15 January 2027 at 23:59:59, Brussels time');
  expect(text).toContain('Staff Rules, article 9(2)');
});

test('the same text again changes nothing, and says so', async () => {
  const before = await findVacancy(app.db, '260901');

  const answer = await recruiter.post(IMPORT, { text: noticeText({ reference: '260901' }) });

  expect(answer).toMatchObject({ status: 200 });
  expect(answer.text).toContain('the same text as version 1');
  expect(await findVacancy(app.db, '260901')).toEqual(before);
  expect(await importsOf(app.db, '260901')).toHaveLength(1);
});

test('a known reference is offered as a version, compared field by field, and taken by a person', async () => {
  await upload(noticeText({ reference: '260901', title: 'Senior Hydrologist' }), 'second.txt');
  const offered = await recruiter.get('/en/staff/vacancies/260901/imports/2');
  const before = await findVacancy(app.db, '260901');

  const answer = await recruiter.post('/en/staff/vacancies/260901/imports/2/taking', { version: '1' });

  expect(before?.notice.title.en).toBe('Hydrologist');
  expect(offered.text).toMatch(/Hydrologist[\s\S]*Senior Hydrologist/);
  expect(answer.status).toBe(303);
  expect(await findVacancy(app.db, '260901')).toMatchObject({
    version: 2,
    notice: { title: { en: 'Senior Hydrologist' } },
  });
  expect(await importsOf(app.db, '260901')).toMatchObject([
    { state: 'taken' },
    { state: 'taken', fileName: 'second.txt' },
  ]);
});

test('a version that was declined leaves the notice alone and cannot be taken afterwards', async () => {
  await upload(noticeText({ reference: '260901', title: 'Junior Hydrologist' }));

  const declined = await recruiter.post('/en/staff/vacancies/260901/imports/3/declining');
  const taken = await recruiter.post('/en/staff/vacancies/260901/imports/3/taking');

  expect(declined.status).toBe(303);
  expect(taken.status).toBe(409);
  expect((await findVacancy(app.db, '260901'))?.notice.title.en).toBe('Senior Hydrologist');
});

test('a version for a published vacancy is taken only by somebody who may publish, once the public is told', async () => {
  await insertVacancy(app.db, { reference: '260902', status: 'published' });
  await upload(noticeText({ reference: '260902', title: 'River Engineer' }));

  const refused = await recruiter.post('/en/staff/vacancies/260902/imports/1/taking', { version: '1' });
  const asked = await manager.post('/en/staff/vacancies/260902/imports/1/taking', { version: '1' });
  const taken = await manager.post('/en/staff/vacancies/260902/imports/1/taking', {
    version: '1',
    'correction.en': 'The notice was rewritten.',
    'correction.fr': 'L’avis a été réécrit.',
    'correction.reason': 'The post has changed.',
  });

  expect(refused.status).toBe(404);
  expect(asked.status).toBe(422);
  expect(asked.text).toMatch(/name="correction.en"[^>]*>[^<]*Changed: [^<]*Title/);
  expect(taken.status).toBe(303);
  expect(await findVacancy(app.db, '260902')).toMatchObject({
    status: 'published',
    notice: { title: { en: 'River Engineer' } },
    corrections: [{ number: 1, note: { en: 'The notice was rewritten.' } }],
  });
});

test('a version for a vacancy that is final is kept, and never taken', async () => {
  await insertVacancy(app.db, { reference: '260903', status: 'cancelled' });
  await upload(noticeText({ reference: '260903', title: 'River Engineer' }));

  const answer = await manager.post('/en/staff/vacancies/260903/imports/1/taking', { version: '1' });

  expect(answer.status).toBe(409);
  expect(answer.text).toContain('nothing in it can be changed any more');
  expect((await findVacancy(app.db, '260903'))?.notice.title.en).not.toBe('River Engineer');
});

test('the original is shown word for word with the numbers of its lines, and powerless', async () => {
  await upload(noticeText({ reference: '260904', essential: ['write <script>alert(1)</script> safely.'] }));

  const { text } = await recruiter.get('/en/staff/vacancies/260904/original');

  expect(text).toContain('id="L3"');
  expect(text).toContain('write &lt;script>alert(1)&lt;/script> safely.');
  expect((await recruiter.get('/en/staff/vacancies/260904')).text).not.toContain('<script>alert');
});

test.each([
  ['what is no notice', 'Dear Sir or Madam, please find my letter attached.', 'neither its header nor its sections'],
  ['a notice without a reference', noticeText({ reference: 'n/a' }), 'no reference'],
  ['an empty file', '   \n ', 'There is no text in it'],
  [
    'bytes that are not UTF-8',
    Buffer.concat([Buffer.from('first\nsecond '), Buffer.from([0xc3, 0x28])]),
    'Line 2 holds bytes',
  ],
  ['a NUL', 'a notice\nwith \0 inside', 'Line 2 holds bytes'],
  ['more than a megabyte', noticeText() + 'x'.repeat(1_000_001), 'too large'],
])('explains why it does not import %s, and writes nothing', async (_, content, reason) => {
  const before = await count();

  const answer = await upload(content);

  expect(answer.status).toBe(422);
  expect(answer.text).toContain(reason);
  expect(await count()).toBe(before);
});

test('survives a file of fifty megabytes', async () => {
  const answer = await upload(Buffer.alloc(50_000_000, 'river '));

  expect(answer.status).toBe(422);
  expect(answer.text).toContain('too large');
});

test('names a pasted text in the language of who reads of it', async () => {
  await recruiter.post(IMPORT, { text: noticeText({ reference: '260921' }) });
  await recruiter.post(IMPORT, { text: noticeText({ reference: '260921', title: 'Chief Hydrologist' }) });
  const { text } = await recruiter.get('/fr/staff/vacancies/260921/imports/2');

  expect(text).toMatch(/Reçue [^.]*: texte collé/);
  expect(text).not.toContain('pasted');
});

test('keeps a pasted text that is refused in its field', async () => {
  const answer = await recruiter.post(IMPORT, { text: 'No notice at all, but mine.' });

  expect(answer.status).toBe(422);
  expect(answer.text).toContain('No notice at all, but mine.</textarea>');
});

test('a reference that was forged into a path stays a text without reference', async () => {
  const before = await count();

  const answer = await upload(noticeText({ reference: '../../etc' }));

  expect(answer.status).toBe(422);
  expect(await count()).toBe(before);
});

test('a file name is shown without its folders and markup', async () => {
  const { text } = await upload('nothing', '../../<b>x</b>.txt');

  expect(text).not.toContain('<b>x');
  expect(text).not.toContain('../../');
});

test('an empty form says what to give', async () => {
  expect((await recruiter.post(IMPORT)).text).toContain('Paste a text or choose a file.');
  expect((await recruiter.post(IMPORT, { text: ['a', 'b'] })).status).toBe(422);
});

test('two imports of a new reference at once make one draft', async () => {
  const texts = ['One', 'Two', 'Three'].map((title) => noticeText({ reference: '260905', title }));

  await Promise.all(texts.map((text) => recruiter.post(IMPORT, { text })));

  expect(await importsOf(app.db, '260905')).toMatchObject([
    { state: 'taken' },
    { state: 'offered' },
    { state: 'offered' },
  ]);
});

test('an auditor reads the text but imports nothing', async () => {
  expect((await auditor.get('/fr/staff/vacancies/260901/original')).status).toBe(200);
  expect((await auditor.get('/fr/staff/vacancies/import')).status).toBe(404);
  expect((await auditor.post('/fr/staff/vacancies/import', { text: noticeText() })).status).toBe(404);
});

test('takes a Word file and a PDF, whatever they are called, and keeps the text that was made', async () => {
  const lines = noticeText({ reference: '260971' }).split('\n');
  const word = docxOf(lines.map((line) => wordParagraph(line)).join(''));
  const pdf = readFileSync('src/notices/golden/export/chromium-tagged.pdf');

  await upload(word, 'notice.pdf');
  const answer = await upload(pdf, 'notice.pdf');

  const [imported] = await importsOf(app.db, '260971');
  expect(imported?.fileName).toBe('notice.pdf (docx)');
  expect((await findImport(app.db, '260971', 1))?.text).toContain(
    'Hydrologist (260971)\n\nPrimary Location: Belgium-Brussels',
  );
  expect(await findVacancy(app.db, '260971')).toMatchObject({ notice: { title: { en: 'Hydrologist' } } });
  expect(answer.location ?? answer.text).toMatch(/\/staff\/vacancies\/\d{6}/);
});

test('says in the language of the page why a document is refused, and imports the others', async () => {
  const content = Buffer.from('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'latin1');
  const file = { field: 'files', name: 'old.doc', type: 'application/msword', content };

  const answer = await recruiter.upload(
    '/fr/staff/vacancies/import',
    { text: noticeText({ reference: '260972' }) },
    file,
  );

  expect(answer.text).toContain('Ceci est un fichier Word de l’ancien format (.doc)');
  expect(await findVacancy(app.db, '260972')).toMatchObject({ status: 'draft' });
});

test('tells where text that is hidden in a document was left out', async () => {
  const lines = noticeText({ reference: '260973' })
    .split('\n')
    .filter((line) => line !== '');
  const word = docxOf([...lines.map((line) => wordParagraph(line)), wordParagraph('secret', '<w:vanish/>')].join(''));

  const answer = await upload(word, 'notice.docx');

  expect(answer.text).toContain('Some text of this document is hidden from its readers');
  expect(answer.text).toContain('Review 260973');
});

test('a deadline at another hour than the organisation’s is kept, and for a person to look at', async () => {
  await upload(noticeText({ reference: '260974', deadline: '15-Jan-2027, 9:59:00 PM' }));

  const vacancy = await findVacancy(app.db, '260974');
  expect(vacancy?.notice.deadline).toEqual({ date: '2027-01-15', time: '21:59:00' });
  expect(vacancy?.doubts).toContainEqual(
    expect.objectContaining({ kind: 'field-unread', field: 'deadline', values: ['2027-01-15 21:59:00'] }),
  );
});
