import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { written } from '../../notices/compose/compose-testing.ts';
import { noticeOfPost } from '../../notices/compose/compose-notice.ts';
import { LANGUAGES } from '../../platform/language.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { approvesAll } from '../approval/approving-testing.ts';
import { isListed, itemRows, typedRows } from './item-form.ts';
import { withoutLocked } from './locked-items.ts';
import { FIELDS, PARTS } from '../notice-fields.ts';
import { typedPart } from './section-form.ts';
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

const at = (reference: string, rest = '') => `/en/staff/vacancies/${reference}${rest}`;
const begin = (values: Record<string, string>) => recruiter.post('/en/staff/vacancies/new', values);

/** What somebody who writes a notice from a post sends, part by part; locked items are not in the form. */
function formsOf(reference: string) {
  const { organisation, vocabulary } = app.context;
  const [post] = organisation.posts;
  if (!post) throw new Error('the demonstration has a post');
  const on = app.now.toISOString().slice(0, 10);
  const notice = written(noticeOfPost(post, reference, { organisation, vocabulary, on }));
  return PARTS.map((part) => {
    const lists = FIELDS[part].filter(isListed).map((field) => {
      const own = withoutLocked(field, { composed: true, notice }, organisation);
      return typedRows(field, itemRows(field, own));
    });
    const texts = Object.entries(typedPart(part, notice)).filter(([name]) =>
      FIELDS[part].some((field) => !isListed(field) && name.startsWith(`${field.path}.`)),
    );
    return { part, values: Object.assign(Object.fromEntries(texts), ...lists) as Record<string, string> };
  });
}

test('a notice written from nothing in the editor is published in two languages with no finding', async () => {
  await begin({ reference: '260950', post: 'hyd-014', original: 'en' });
  const deadline = { 'deadline-day': '31', 'deadline-month': '12', 'deadline-year': '2026' };
  for (const { part, values } of formsOf('260950')) {
    const sent = await recruiter.post(
      at('260950', `/edit/${part}`),
      part === 'header' ? { ...values, ...deadline } : values,
    );
    expect([part, sent.status]).toEqual([part, 303]);
  }
  const { text } = await recruiter.get(at('260950'));
  await recruiter.post(at('260950', '/submission'), {});
  await approvesAll(app, '260950');
  const published = await manager.post(at('260950', '/publication'), {});

  expect(text).toContain('Nothing left to settle');
  expect(published.status).toBe(303);
  for (const language of LANGUAGES) {
    const page = await app.visitor().get(`/${language}/vacancies/260950`);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/not been translated|n’a pas été traduit/i);
  }
});

describe('a vacancy begun from a post', () => {
  test('has the clause, the paragraphs and the salary of the regulations, and says from what it was begun', async () => {
    const answer = await begin({ reference: '260951', post: 'adm-031', original: 'fr' });

    const vacancy = await findVacancy(app.db, '260951');
    expect(answer.location).toBe(at('260951'));
    expect(vacancy).toMatchObject({ composed: true, originalLanguage: 'fr', status: 'draft', deadlineAt: null });
    expect(vacancy?.notice).toMatchObject({ grades: ['G10'], contract: { clause: 'indefinite-possible' } });
    expect((await recruiter.get(at('260951'))).text).toContain('began it from adm-031');
  });

  test('prints other paragraphs once its facts are others, and nobody writes in them', async () => {
    await begin({ reference: '260952', post: 'hyd-014' });
    const form = (await recruiter.get(at('260952', '/edit/contract'))).text;

    await recruiter.post(at('260952', '/edit/contract'), {
      'contract.clause': 'project',
      'otherText.contract.rows': '1',
      'otherText.contract.0.en': 'Housing is scarce.',
      'otherText.contract.0.fr': 'Les logements sont rares.',
    });

    const contract = (await findVacancy(app.db, '260952'))?.notice.otherText.contract;
    expect(form).toContain('<p class="locked">This is a post in which turnover is desirable.');
    expect(contract?.en.join('\n')).toContain('project post');
    expect(contract?.en.join('\n')).not.toContain('turnover');
    expect(contract?.en.at(-1)).toBe('Housing is scarce.');
    expect(contract?.fr.at(-1)).toBe('Les logements sont rares.');
  });
});

test('a vacancy begun from an earlier one has its texts, and no deadline', async () => {
  const earlier = await insertVacancy(app.db, { reference: '260953', status: 'closed' });

  const answer = await begin({ reference: '260954', earlier: '260953' });

  const begun = await findVacancy(app.db, '260954');
  expect(answer.status).toBe(303);
  expect(begun?.notice).toMatchObject({ reference: '260954', deadline: null, summary: earlier.notice.summary });
  expect(begun?.notice.title).toEqual(earlier.notice.title);
});

test.each([
  ['no reference', { post: 'hyd-014' }, 'Write a reference of six figures'],
  ['a reference that is taken', { reference: '260960', post: 'hyd-014' }, 'A vacancy has the reference 260960 already'],
  ['no post', { reference: '260961' }, 'Choose a post'],
  ['a post that is not there', { reference: '260961', post: 'x<b>' }, 'Choose a post'],
  ['an earlier vacancy that is not there', { reference: '260961', earlier: '999999' }, 'Choose a post'],
])('%s is refused with what to do, and what was typed stays', async (_, values, words) => {
  await insertVacancy(app.db, { reference: '260960' }).catch(() => undefined);

  const answer = await begin(values);

  expect(answer.status).toBe(422);
  expect(answer.text).toContain(words);
  for (const typed of Object.values(values).filter((value) => /^\d+$/.test(value)))
    expect(answer.text).toContain(`value="${typed}"`);
  expect(await findVacancy(app.db, '260961')).toBeUndefined();
});

test('of two who begin the same reference at once, one does', async () => {
  const answers = await Promise.all(['hyd-014', 'adm-031'].map((post) => begin({ reference: '260970', post })));

  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 422]);
});

test('the buttons of a row move it with its counterpart and save nothing', async () => {
  await insertVacancy(app.db, { reference: '260971' });
  const before = await findVacancy(app.db, '260971');
  const field = FIELDS.qualifications.find(({ path }) => path === 'essential');
  if (!before || !field) throw new Error('it is there');

  const sent = { ...typedRows(field, itemRows(field, before.notice)), row: 'essential/1/up' };
  const { text } = await recruiter.post(at('260971', '/edit/qualifications'), sent);

  const place = (words: string) => text.indexOf(words);
  expect(place('at least 3 years')).toBeLessThan(place('hold a university degree'));
  expect(place('au moins trois ans')).toBeLessThan(place('être titulaire'));
  expect(await findVacancy(app.db, '260971')).toEqual(before);
});

test('a competency of the catalogue is added in both languages', async () => {
  await insertVacancy(app.db, { reference: '260972' });
  const field = FIELDS.competencies.find(({ path }) => path === 'competencies');
  const vacancy = await findVacancy(app.db, '260972');
  if (!field || !vacancy) throw new Error('it is there');

  const sent = { ...typedRows(field, itemRows(field, vacancy.notice)), row: 'catalogue', catalogue: 'empathy-1' };
  const { text } = await recruiter.post(at('260972', '/edit/competencies'), sent);

  expect(text).toContain('value="Empathy"');
  expect(text).toContain('value="Empathie"');
});
