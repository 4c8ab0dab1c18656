import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Doubt } from '../../notices/notice.ts';
import { eventsOf } from '../../people/event-queries.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { PARTS } from '../notice-fields.ts';
import { openDoubt } from '../review/review.ts';
import { findVacancy } from '../vacancy-queries.ts';
import { insertVacancy } from '../vacancy-testing.ts';

let app: TestApp;
let recruiter: Client;
let manager: Client;
beforeAll(async () => {
  app = await testApp();
  recruiter = await app.signedInAs('recruiter');
  manager = await app.signedInAs('recruitment-manager', 'fr');
});
afterAll(() => app.close());

let next = 260_300;
const reference = () => String((next += 1));
const edit = (ref: string, part: string) => `/en/staff/vacancies/${ref}/edit/${part}`;

test('an edit changes its field, mends its doubt and is in the history', async () => {
  const ref = reference();
  const doubt: Doubt = {
    kind: 'untranslated',
    field: 'essential.fr',
    language: 'fr',
    lines: { from: 1, to: 2 },
    values: [],
  };
  await insertVacancy(app.db, { reference: ref, doubts: [openDoubt(doubt)] });

  const answer = await recruiter.post(edit(ref, 'qualifications'), {
    version: '1',
    'essential.fr': 'être hydrologue\r\navoir trois ans d’expérience\r\n',
  });

  expect(answer.location).toBe(`/en/staff/vacancies/${ref}?done=saved#part-qualifications`);
  const vacancy = await findVacancy(app.db, ref);
  expect(vacancy).toMatchObject({ version: 2, doubts: [{ state: 'mended' }] });
  expect(vacancy?.notice.essential.fr).toEqual(['être hydrologue', 'avoir trois ans d’expérience']);
  expect(await eventsOf(app.db, 'vacancy', ref)).toMatchObject([
    { action: 'edit', details: { fields: ['essential'] } },
  ]);
});

test('a new date moves the instant of the deadline, in the organisation’s zone and by its time', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref });
  const header = { 'deadline-day': '1', 'deadline-month': '7', 'deadline-year': '2027' };

  await recruiter.post(edit(ref, 'header'), header);

  const vacancy = await findVacancy(app.db, ref);
  expect(vacancy?.deadlineAt?.toISOString()).toBe('2027-07-01T21:59:59.000Z');
  expect(vacancy?.notice).toMatchObject({ grades: ['G17'], body: 'NRC', deadline: { date: '2027-07-01', time: null } });
});

test('what cannot be read comes back with its value, a message and a link to it', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref });

  const answer = await recruiter.post(edit(ref, 'header'), {
    'deadline-day': '31',
    'deadline-month': '2',
    'deadline-year': '2027',
    'title.en': 'Kept as typed',
  });

  expect(answer.status).toBe(422);
  expect(answer.text).toContain('href="#f-deadline"');
  expect(answer.text).toContain('Kept as typed');
  expect((await findVacancy(app.db, ref))?.version).toBe(1);
});

test('of two who edit, the later is shown both texts and loses nothing', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref });
  await recruiter.post(edit(ref, 'summary'), { version: '1', 'summary.en': 'What the first wrote.' });

  const late = await recruiter.post(edit(ref, 'summary'), { version: '1', 'summary.en': 'What the second wrote.' });
  const again = await recruiter.post(edit(ref, 'summary'), { version: '2', 'summary.en': 'What the second wrote.' });

  expect(late.status).toBe(409);
  expect(late.text).toContain('What the first wrote.');
  expect(late.text).toContain('What the second wrote.</textarea>');
  expect(late.text).toContain('name="version" value="2"');
  expect(again.status).toBe(303);
  expect((await findVacancy(app.db, ref))?.notice.summary.en).toEqual(['What the second wrote.']);
});

test('saving without a change writes nothing', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref });

  const answer = await recruiter.post(edit(ref, 'contract'), { version: '1' });

  expect(answer.location).toContain('done=unchanged');
  expect((await findVacancy(app.db, ref))?.version).toBe(1);
});

test('what the public sees is edited by those who may publish, and stays complete', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, status: 'published' });

  const form = await recruiter.get(edit(ref, 'header'));
  const byRecruiter = await recruiter.post(edit(ref, 'header'), { grades: 'G20' });
  const incomplete = await manager.post(edit(ref, 'header'), { grades: '' });
  const note = { 'correction.en': 'The grade is G20.', 'correction.fr': 'Le grade est G20.' };
  const byManager = await manager.post(edit(ref, 'header'), { grades: 'G20', ...note });

  expect([form.status, byRecruiter.status, incomplete.status, byManager.status]).toEqual([404, 404, 422, 303]);
  expect((await findVacancy(app.db, ref))?.notice.grades).toEqual(['G20']);
});

test('a change of what the public has seen is not saved before it is told, with a draft to begin with', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, status: 'published' });

  const asked = await manager.post(edit(ref, 'header'), { grades: 'G20' });
  const half = await manager.post(edit(ref, 'header'), {
    grades: 'G20',
    'correction.en': 'The grade is G20, not G17.',
    'correction.fr': ' ',
  });

  expect([asked.status, half.status]).toEqual([422, 422]);
  expect(asked.text).toContain('Changed: Grade.</textarea>');
  expect(asked.text).toContain('Modifié\u00a0: Grade.</textarea>');
  expect(asked.text).not.toContain('class="error-summary"');
  expect(half.text).toContain('href="#f-correction-fr"');
  expect(half.text).toContain('The grade is G20, not G17.</textarea>');
  expect((await findVacancy(app.db, ref))?.version).toBe(1);
});

test('a correction is dated at the top of the public page, in the reader’s language, and in the history', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, status: 'published' });
  const note = { 'correction.en': 'The grade is <G20>.', 'correction.fr': 'Le grade est G20.' };

  await manager.post(edit(ref, 'header'), { grades: 'G20', ...note });

  const page = await app.visitor().get(`/en/vacancies/${ref}`);
  expect(page.text).toMatch(/Corrected on 22 November 2026.*The grade is &lt;G20>\..*<article/s);
  expect(page.text).not.toContain('Le grade est G20.');
  expect((await app.visitor('fr').get(`/fr/vacancies/${ref}`)).text).toContain('Le grade est G20.');
  expect((await recruiter.get(`/en/staff/vacancies/${ref}`)).text).toContain('Told the public: The grade is &lt;G20>.');
});

test('a deadline that moves asks why, and says who is told', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, status: 'published' });
  const note = { 'correction.en': 'More time.', 'correction.fr': 'Plus de temps.' };
  const to = (day: string, month: string) => ({
    'deadline-day': day,
    'deadline-month': month,
    'deadline-year': '2026',
  });
  const save = (form: Record<string, string>) => manager.post(`/en/staff/vacancies/${ref}/edit/header`, form);

  const later = await save({ ...to('22', '12'), ...note });
  const earlier = await save({ ...to('1', '12'), ...note });
  const past = await save({ ...to('20', '11'), ...note, 'correction.reason': 'A mistake.' });

  expect(later.text).toContain('href="#f-correction-reason"');
  expect(later.text).toContain('is told by mail');
  expect(earlier.text).toContain('nobody is told by mail');
  expect(past.text).toContain('to stop receiving applications now, close the vacancy');
  expect([later.status, earlier.status, past.status]).toEqual([422, 422, 422]);
  expect((await findVacancy(app.db, ref))?.version).toBe(1);
});

test('the header says that there is no last day, or several posts, and both are read back as they were typed', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, status: 'in-review' });
  const header = `/en/staff/vacancies/${ref}/edit/header`;
  const noDate = { 'deadline-day': '', 'deadline-month': '', 'deadline-year': '', 'deadline-time': '' };

  const both = await recruiter.post(header, { 'open-ended': 'yes' });
  const unread = await recruiter.post(header, { ...noDate, 'open-ended': 'yes', posts: '2 × G17\r\nseveral G15' });
  const saved = await recruiter.post(header, { ...noDate, 'open-ended': 'yes', posts: '2 x G17\r\n1 × G15, G17' });
  const form = await recruiter.get(header);

  expect(both.text).toContain('A last day is given above as well');
  expect(unread.text).toContain('href="#f-posts"');
  expect(unread.text).toContain('2 × G17\nseveral G15</textarea>');
  expect([both.status, unread.status, saved.status]).toEqual([422, 422, 303]);
  expect(await findVacancy(app.db, ref)).toMatchObject({
    deadlineAt: null,
    notice: {
      openEnded: true,
      deadline: null,
      posts: [
        { count: 2, grades: ['G17'] },
        { count: 1, grades: ['G15', 'G17'] },
      ],
    },
  });
  expect(form.text).toContain('2 × G17\n1 × G15, G17</textarea>');
  expect(form.text).toMatch(/name="open-ended" value="yes"[^>]* checked/);
  const review = await recruiter.get(`/en/staff/vacancies/${ref}`);
  expect(review.text).toContain('Open until filled');
  expect(review.text).toContain('2 at G17 and 1 at G15/G17');
  await recruiter.post(header, { 'deadline-day': '1', 'deadline-month': '7', 'deadline-year': '2027', posts: '' });
  expect((await findVacancy(app.db, ref))?.notice).not.toHaveProperty('openEnded');
  expect((await findVacancy(app.db, ref))?.notice).not.toHaveProperty('posts');
});

test('what is final is not edited any more', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, status: 'filled' });

  expect((await manager.get(edit(ref, 'header'))).status).toBe(404);
  expect((await manager.post(edit(ref, 'header'), { grades: 'G20' })).status).toBe(404);
});

const HOSTILE = `"><script>alert(1)</script>'; drop table vacancies; -- {{7*7}} \u202e \u{1f30a} ${'x'.repeat(5_000)}`;

test.each(PARTS)('hostile text in every field of %s is kept as text, or refused with its field', async (part) => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref });
  const form = await recruiter.get(edit(ref, part));
  const names = [...form.text.matchAll(/name="([\w.-]+)"/g)].map(([, name = '']) => name);
  const fields = Object.fromEntries(names.filter((name) => name !== 'version').map((name) => [name, HOSTILE]));

  const answer = await recruiter.post(edit(ref, part), fields);

  expect(form.status).toBe(200);
  expect([303, 422]).toContain(answer.status);
  const pages = [
    answer.text,
    (await recruiter.get(edit(ref, part))).text,
    (await recruiter.get(`/en/staff/vacancies/${ref}`)).text,
  ];
  for (const text of pages) expect(text).not.toContain('<script>alert');
});

test('a form of the wrong shape is no fault', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref });
  const broken = await recruiter.post(edit(ref, 'summary'), {}, { 'content-type': 'application/json' });
  const doubled = await recruiter.post(edit(ref, 'summary'), { 'summary.en': ['one', 'two'], version: ['1', '1'] });
  const nul = await recruiter.post(edit(ref, 'summary'), { 'summary.en': 'a\0b' });
  const stranger = await recruiter.post(edit(ref, '__proto__'), { x: 'y' });

  expect([broken.status, doubled.status, nul.status, stranger.status]).toEqual([400, 303, 400, 404]);
});
