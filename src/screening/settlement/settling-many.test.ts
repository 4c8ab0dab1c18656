import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requirementsOf } from '../../applications/answers.ts';
import { insertClosedVacancy } from '../../applications/stages/selection-testing.ts';
import { copy } from '../../bench/bench-screening.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { exampleVacancy } from '../../vacancies/vacancy-testing.ts';
import { insertApplicant, insertMember } from '../screening-testing.ts';

const REFERENCE = '260741';
const HERE = `/en/staff/vacancies/${REFERENCE}/screening`;
const IN_ALL = 700;
const DIFFERING = 600;

let app: TestApp;
let [manager, other]: Client[] = [];
let requirement: string;

/** So many applications, all signed by two; on the first of them by number the two do not say the same. */
beforeAll(async () => {
  app = await testApp();
  [manager, other] = [await app.signedInAs('recruitment-manager'), await app.signedInAs('recruitment-manager')];
  await insertClosedVacancy(app.db, REFERENCE);
  const { number } = await insertApplicant(app.context, REFERENCE);
  await copy(app.context, { number, count: IN_ALL - 1 });
  const screeners = [await app.signedInAs('staff-member'), await app.signedInAs('staff-member')];
  const ids = screeners.map(({ accountId = '' }) => accountId);
  for (const accountId of ids) await insertMember(app.db, { reference: REFERENCE, accountId });
  await manager.post(`${HERE}/arrangement`, { do: 'begin' });
  await manager.post(`${HERE}/arrangement`, { do: 'assign', among: ids });
  const { notice } = exampleVacancy({ reference: REFERENCE });
  const asked = requirementsOf(notice);
  requirement = asked[0]?.key ?? '';
  const findings = (finding: string) => {
    const said = (kind: string, value: object) =>
      Object.fromEntries(asked.filter((one) => one.kind === kind).map(({ key }) => [key, value]));
    const essential = {
      ...said('essential', { finding: 'met', reason: '' }),
      [requirement]: { finding, reason: 'Why.' },
    };
    return JSON.stringify({ rules: {}, essential, desirable: said('desirable', { weight: 'full', reason: '' }) });
  };
  const sheets = (of: string, where = sql`true`) =>
    sql`update screening_sheets set findings = ${findings(of)}::jsonb, outcome = ${of}, saved_at = now() where ${where}`.execute(
      app.db,
    );
  await sheets('met');
  await sheets(
    'to-judge',
    sql`screener_id = ${ids[0]} and application_id in (select id from applications
      where vacancy_reference = ${REFERENCE} order by number limit ${DIFFERING})`,
  );
  await sql`update screening_sheets set signed_at = now()`.execute(app.db);
});
afterAll(() => app.close());

const person = (client: Client | undefined): Client => {
  if (!client) throw new Error('Nobody is signed in');
  return client;
};
const markIn = (text: string) => /name="mark" value="([^"]*)"/.exec(text)?.[1] ?? '';
const linked = (text: string) =>
  [...text.matchAll(/screening\/(A-[\d-]+)\/settlement"/g)].map(([, number = '']) => number);
const settledEvents = () =>
  app.db
    .selectFrom('events')
    .select(['subjectId', sql<number>`count(*)::int`.as('times')])
    .where('action', '=', 'screening-settled')
    .groupBy('subjectId')
    .execute();

test('what is agreed is shown however many differ before it, and differences are paged', async () => {
  const first = await person(manager).get(`${HERE}/settlement`);
  const last = await person(manager).get(`${HERE}/settlement?page=12`);
  const beyond = await person(manager).get(`${HERE}/settlement?page=999`);

  expect(first.text).toContain(`Screeners agree on ${IN_ALL - DIFFERING} applications`);
  expect(first.text).toContain(`Screeners differ on ${DIFFERING} applications`);
  expect(linked(first.text)).toHaveLength(50);
  expect(linked(last.text)).toHaveLength(50);
  expect(linked(beyond.text)).toEqual(linked(last.text));
});

test('settling one leads to the next, and says how many are left', async () => {
  const [one = '', two = ''] = linked((await person(manager).get(`${HERE}/settlement`)).text);
  const page = await person(manager).get(`${HERE}/${one}/settlement`);
  const decided = { [`finding-${requirement}`]: 'met', [`reason-${requirement}`]: 'The second sentence shows it.' };
  const settled = await person(manager).post(`${HERE}/${one}/settlement`, { ...decided, do: 'next' });
  const next = await person(manager).get(settled.location ?? '');

  expect(page.text).toContain(`${DIFFERING} applications on which the screeners differ`);
  expect(settled.location).toBe(`${HERE}/${two}/settlement?done=settled&count=1`);
  expect(next.text).toContain(`${DIFFERING - 1} applications on which the screeners differ`);
  expect(next.text).toContain('1 result is settled.');
});

test('two people who settle the same at once settle nothing twice', async () => {
  const mark = markIn((await person(manager).get(`${HERE}/settlement`)).text);
  const [one = ''] = linked((await person(manager).get(`${HERE}/settlement`)).text);
  const decided = { [`finding-${requirement}`]: 'met', [`reason-${requirement}`]: 'Shown.', do: 'next' };
  const both = [manager, other].flatMap((client) => [
    person(client).post(`${HERE}/settlement`, { mark }),
    person(client).post(`${HERE}/${one}/settlement`, decided),
  ]);

  const statuses = (await Promise.all(both)).map(({ status }) => status);
  const events = await settledEvents();

  expect(statuses.filter((status) => status === 303)).toHaveLength(2);
  expect(statuses.every((status) => [303, 404, 422].includes(status))).toBe(true);
  expect(events).toHaveLength(1 + (IN_ALL - DIFFERING) + 1);
  expect(events.filter(({ times }) => times > 1)).toEqual([]);
});
