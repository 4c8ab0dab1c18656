import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { CLOSED_AT, insertClosedVacancy, insertSubmitted } from '../stages/selection-testing.ts';
import { answersFrom, cellsOf, NOT_SAID } from './equality.ts';
import { countAnswers } from './equality-queries.ts';

let app: TestApp;
let ada: Client;
let number: string;
beforeAll(async () => {
  app = await testApp();
  ada = await app.signedInAs('applicant');
  await insertClosedVacancy(app.db, '260601');
  ({ number } = await insertSubmitted(app.context, { accountId: ada.accountId, reference: '260601' }));
});
afterAll(() => app.close());

const rules = () => app.context.organisation.equality;
const here = () => `/en/my/applications/${number}/equality`;
const counts = async () => {
  const rows = await app.db.selectFrom('equalityCounts').selectAll().execute();
  return Object.fromEntries(rows.map(({ question, answer, count }) => [`${question}/${answer}`, count]));
};

describe('the equality questions', () => {
  test('say first why they are asked, who sees the counts, and that they do not count', async () => {
    const page = await ada.get(here());

    expect(page.text).toContain('Nothing depends on it');
    expect(page.text).toContain('kept nowhere else');
    expect(page.text).toContain('Only the counts are kept');
    expect(page.text).toContain('Staff Rules, article 4');
    expect(page.text).toContain('Whoever has both the database and that key could find your slip and read it');
    expect(page.text).toMatch(/<input[^>]*name="by-stage"[^>]*>/);
    expect(page.text).not.toMatch(/<input[^>]*name="by-stage"[^>]*checked/);
    expect([...page.text.matchAll(/I prefer not to say<\/label>/g)]).toHaveLength(rules().questions.length);
  });

  test('are counted once, what is left empty or invented as not said', async () => {
    await ada.post(here(), { gender: 'woman', age: 'no such answer' });
    await ada.post(here(), { gender: 'man' });

    expect((await ada.get(here())).text).toContain('You have finished this page');
    expect(await counts()).toMatchObject({ 'gender/woman': 1, 'gender/man': 0, [`age/${NOT_SAID}`]: 1 });
  });

  test('leave nothing that leads back: no event, no time, no order, no transaction of their own', async () => {
    const people = await Promise.all([1, 2, 3].map(() => insertSubmitted(app.context, { reference: '260601' })));
    const events = async () => (await app.db.selectFrom('events').select('id').execute()).length;
    const before = await events();
    for (const [index, person] of people.entries()) {
      const answers = answersFrom({ gender: ['man', 'another', 'woman'][index], disability: 'yes' }, rules());
      await finish({ number: person.number, answers });
    }
    const rows = await sql<{ question: string; answer: string; transaction: string }>`
      select question, answer, xmin::text as transaction from equality_counts order by ctid`.execute(app.db);
    const columns = await sql<{ column: string; type: string }>`
      select table_name || '.' || column_name as column, data_type as type from information_schema.columns
      where table_name in ('equality_counts', 'equality_pages') order by 1`.execute(app.db);

    expect(rows.rows.map(({ question, answer }) => ({ question, answer }))).toEqual(cellsOf(rules()));
    expect(new Set(rows.rows.map(({ transaction }) => transaction)).size).toBe(1);
    expect(await events()).toBe(before);
    expect(columns.rows).toEqual([
      { column: 'equality_counts.answer', type: 'text' },
      { column: 'equality_counts.count', type: 'integer' },
      { column: 'equality_counts.question', type: 'text' },
      { column: 'equality_counts.vacancy_reference', type: 'text' },
      { column: 'equality_pages.application_id', type: 'uuid' },
    ]);
  });

  test('answered by many at once are all counted', async () => {
    await insertClosedVacancy(app.db, '260602');
    const people = await Promise.all(
      Array.from({ length: 6 }, () => insertSubmitted(app.context, { reference: '260602' })),
    );
    const answers = answersFrom({ gender: 'woman' }, rules());

    await Promise.all(
      people.flatMap(({ number: one }) => [finish({ number: one, answers }), finish({ number: one, answers })]),
    );
    const { count } = await app.db
      .selectFrom('equalityCounts')
      .select('count')
      .where('vacancyReference', '=', '260602')
      .where('answer', '=', 'woman')
      .executeTakeFirstOrThrow();

    expect(count).toBe(6);
  });
});

type Finishing = { number: string; answers: Record<string, string>; byStage?: boolean };

async function finish({ number: one, answers, byStage = false }: Finishing) {
  const { id, vacancyReference: reference } = await app.db
    .selectFrom('applications')
    .select(['id', 'vacancyReference'])
    .where('number', '=', one)
    .executeTakeFirstOrThrow();
  await app.db
    .transaction()
    .execute((transaction) =>
      countAnswers(
        transaction,
        { applicationId: id, reference, rules: rules(), answers, byStage },
        app.context.equalityKeys,
      ),
    );
}

test('counts are shown when no more answers can come, the small ones withheld, and to those who manage recruitment alone', async () => {
  const manager = await app.signedInAs('recruitment-manager');
  const recruiter = await app.signedInAs('recruiter');
  const address = '/en/staff/vacancies/260602/equality';

  const early = await manager.get(address);
  const recruiters = await recruiter.get(address);
  const vacancyPages = [manager, recruiter].map((one) => one.get(address.replace('/equality', '')));
  const lists = [manager, recruiter].map((one) => one.get(address.replace('/equality', '/applications')));
  const linked = (await Promise.all([...vacancyPages, ...lists])).map(({ text }) => text.includes(address));
  app.now = new Date(CLOSED_AT.getTime() + 8 * 24 * 3_600_000);
  const manager2 = await app.signedInAs('recruitment-manager');
  const late = await manager2.get(address);
  const lateAnswer = await (await app.signedInAs('applicant')).get(here());

  expect(recruiters.status).toBe(404);
  expect(linked).toEqual([true, false, true, false]);
  expect(early.text).toContain('There is nothing to show yet');
  expect(early.text).toContain('27 November 2026');
  expect(late.text).toContain('6 people finished the page');
  expect(late.text).toContain('not shown');
  expect(lateAnswer.status).toBe(404);
});
