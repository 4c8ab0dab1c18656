import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Doubt } from '../notices/notice.ts';
import { eventsOf } from '../people/event-queries.ts';
import type { Role } from '../people/permissions.ts';
import { testApp, type Client, type TestApp } from '../testing.ts';
import { openDoubt } from './review/review.ts';
import { MOVES } from './vacancy-moves.ts';
import { findVacancy, recordVacancy } from './vacancy-queries.ts';
import type { VacancyStatus } from './vacancy-state.ts';
import { insertVacancy } from './vacancy-testing.ts';

let app: TestApp;
let recruiter: Client;
let manager: Client;
let auditor: Client;
beforeAll(async () => {
  app = await testApp();
  recruiter = await app.signedInAs('recruiter');
  manager = await app.signedInAs('recruitment-manager');
  auditor = await app.signedInAs('auditor');
});
afterAll(() => app.close());

let next = 260_100;
const reference = () => String((next += 1));
const at = (ref: string, rest = '') => `/en/staff/vacancies/${ref}${rest}`;
const statusOf = async (ref: string) => (await findVacancy(app.db, ref))?.status;
const doubt = (changes: Partial<Doubt> = {}) =>
  openDoubt({ kind: 'halves-differ', field: 'salary', lines: { from: 8, to: 8 }, values: ['1', '2'], ...changes });

test('opens a reviewed vacancy to the public', async () => {
  await insertVacancy(app.db, { reference: '260014', status: 'in-review' });

  const response = await manager.post(at('260014', '/publication'));

  expect(response.status).toBe(303);
  expect((await app.visitor().get('/en/vacancies')).text).toContain('260014');
  expect(await eventsOf(app.db, 'vacancy', '260014')).toMatchObject([{ action: 'publish', actorName: 'Ada Marin' }]);
});

const FROM: Record<string, VacancyStatus> = {
  submit: 'draft',
  return: 'in-review',
  publish: 'in-review',
  unschedule: 'scheduled',
  close: 'published',
  reopen: 'closed',
  fill: 'closed',
  cancel: 'published',
};

test.each(MOVES)('$action is made by those who hold $permission, and by nobody else', async (move) => {
  const people: [Role, Client][] = [
    ['auditor', auditor],
    ['recruiter', recruiter],
    ['recruitment-manager', manager],
  ];
  for (const [role, person] of people) {
    const ref = reference();
    const from = FROM[move.action] ?? 'draft';
    await insertVacancy(app.db, { reference: ref, status: from });

    const { status } = await person.post(at(ref, `/${move.resource}`), { reason: 'The budget was cut.' });

    const may = role === 'recruitment-manager' || (role === 'recruiter' && move.permission === 'vacancies:edit');
    expect([move.action, role, status]).toEqual([move.action, role, may ? 303 : 404]);
    expect((await statusOf(ref)) === from).toBe(!may);
  }
});

test('a move that the status does not have is refused, and says why', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, status: 'draft' });

  const answer = await manager.post(at(ref, '/publication'));

  expect(answer.status).toBe(409);
  expect(answer.text).toContain('is not possible while the vacancy is “Draft”');
  expect(await statusOf(ref)).toBe('draft');
});

test('publication says what stands in its way before anybody confirms', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, status: 'in-review', doubts: [doubt()] });

  const { text } = await manager.get(at(ref, '/publication'));
  expect(text).toContain('1 error is open');
  expect(text).not.toContain('Yes, publish it');
  expect((await manager.post(at(ref, '/publication'))).status).toBe(422);
});

test('publication without a translation asks for a reason, which the history keeps', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, status: 'in-review', notice: { title: { en: 'Hydrologist' } } });

  const refused = await manager.post(at(ref, '/publication'), { reason: ' ' });
  const published = await manager.post(at(ref, '/publication'), { reason: 'The translation <b>comes</b> on Monday.' });

  expect(refused.status).toBe(422);
  expect(refused.text).toContain('1 translation is missing');
  expect(published.status).toBe(303);
  const { text } = await manager.get(at(ref));
  expect(text).toContain('Without translation, because: The translation &lt;b>comes&lt;/b> on Monday.');
});

test('a vacancy is cancelled only with a reason', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, status: 'published' });

  const refused = await manager.post(at(ref, '/cancellation'));
  const cancelled = await manager.post(at(ref, '/cancellation'), { reason: 'The post was moved.' });

  expect(refused.status).toBe(422);
  expect(cancelled.status).toBe(303);
  expect((await manager.get(at(ref))).text).toContain('Reason: The post was moved.');
});

test('a move on a page that is out of date is refused and changes nothing', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, status: 'draft', version: 3 });

  const answer = await recruiter.post(at(ref, '/submission'), { version: '2' });

  expect(answer.status).toBe(409);
  expect(await statusOf(ref)).toBe('draft');
});

test('of two people who decide at once, one does', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, status: 'in-review' });

  const answers = await Promise.all([
    manager.post(at(ref, '/publication'), { version: '1' }),
    manager.post(at(ref, '/return'), { version: '1' }),
  ]);

  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409]);
  expect(await eventsOf(app.db, 'vacancy', ref)).toHaveLength(1);
});

test('without its event, a change does not happen', async () => {
  const ref = reference();
  const vacancy = await insertVacancy(app.db, { reference: ref, status: 'draft' });

  const broken = recordVacancy(
    app.db,
    { ...vacancy, status: 'in-review' },
    { action: 'Not An Action', by: { kind: 'system' }, at: app.now },
  );

  await expect(broken).rejects.toThrow('events_action_check');
  expect(await findVacancy(app.db, ref)).toEqual(vacancy);
});

test('a doubt that a person looked at is settled, and the history says so', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, doubts: [doubt(), doubt({ kind: 'unknown-heading' })] });

  const answer = await recruiter.post(at(ref, '/doubts/0/settlement'), { version: '1' });

  expect(answer.location).toBe(`${at(ref)}#doubt-0`);
  expect((await findVacancy(app.db, ref))?.doubts.map(({ state }) => state)).toEqual(['confirmed', 'open']);
  expect((await recruiter.get(at(ref))).text).toContain('looked at “Languages differ” in Salary');
});

test.each(['-1', '9', 'x', '0x0', '1e3', '%2e%2e'])('there is no doubt number %s', async (index) => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, doubts: [doubt()] });

  expect((await recruiter.post(at(ref, `/doubts/${index}/settlement`))).status).toBe(404);
});

test('an auditor sees everything and no button', async () => {
  const ref = reference();
  await insertVacancy(app.db, { reference: ref, doubts: [doubt()] });

  const { status, text } = await auditor.get(at(ref));

  expect(status).toBe(200);
  expect(text).toContain('Languages differ');
  const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'));
  expect(main).not.toMatch(/<button|<form|\/edit\//);
});

test('the list is filtered by status and text, in the address, with its figures', async () => {
  await insertVacancy(app.db, {
    reference: '269001',
    status: 'closed',
    notice: { title: { fr: 'Garde-barrage à 100 %' } },
  });
  await insertVacancy(app.db, { reference: '269002', status: 'draft', notice: { title: { en: 'Lock keeper' } } });

  const byText = await auditor.get('/en/staff/vacancies?text=100+%25&status=closed');
  const none = await auditor.get('/en/staff/vacancies?text=%25%5F%27+or+1%3D1--');

  expect(byText.text).toContain('269001');
  expect(byText.text).not.toContain('269002');
  expect(byText.text).toContain('<span lang="fr">Garde-barrage');
  expect(byText.text).toMatch(/Closed \(1\)/);
  expect(none.text).toContain('No vacancy matches');
});

test('what is not there is not found, whatever it is called', async () => {
  for (const ref of ['999999', '..%2F..%2Fetc', '%00', "'%20or%20'1'='1", 'a'.repeat(300)])
    expect([ref, (await manager.get(at(ref))).status]).toEqual([ref, expect.toBeOneOf([400, 404, 414])]);
  expect((await manager.get('/en/staff/vacancies?status=nothing&page=-4&text=a&text=b')).status).toBe(200);
});

test('the database keeps what the rules promise', async () => {
  const broken = sql`update vacancies set status = 'published', published_at = null where reference = '260014'`;

  await expect(broken.execute(app.db)).rejects.toThrow('check constraint');
});
