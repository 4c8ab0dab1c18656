import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditEvents } from '../people/event-chain/event-chain-queries.ts';
import { eventsOf } from '../people/event-queries.ts';
import { screeningResults } from '../screening/screening-queries.ts';
import { loadDemonstration, type SignIn } from '../vacancies/demonstration.ts';
import { ROOT, testApp, type Client, type TestApp } from '../testing.ts';
import { loadCompetitions } from './competition.ts';
import { withTasks } from './sign-ins.ts';

let app: TestApp;
let signIns: SignIn[];
beforeAll(async () => {
  app = await testApp();
  signIns = await loadDemonstration(app.context, ROOT);
  await loadCompetitions(app.context, ROOT, { signIns });
});
afterAll(() => app.close());

/** Somebody of the demonstration, signed in by what was printed. */
async function comes(name: string): Promise<Client> {
  const person = signIns.find((one) => one.name === name);
  const visitor = app.visitor();
  await visitor.post('/en/sign-in', { email: person?.email ?? '', password: person?.password ?? '' });
  return visitor;
}

const numbersIn = (text: string) => new Set(text.match(/A-\d{6}-\d{5}/g));

test('one competition is before its panel: everybody is heard, and its report is begun', async () => {
  const chair = await comes('Hannah Weber');
  const results = await screeningResults(app.db, '260136');
  const merit = await chair.get('/en/staff/vacancies/260136/merit');
  const report = await chair.get('/en/staff/vacancies/260136/report');

  expect(results.filter(({ outcome }) => outcome === 'met')).toHaveLength(6);
  expect(results.filter(({ outcome }) => outcome === 'not-met')).toHaveLength(1);
  expect(numbersIn(merit.text).size).toBe(6);
  expect(report.status).toBe(200);
  expect(numbersIn(report.text).size).toBe(6);
});

test('another is being screened: each screener has sheets left, and neither is told who applied', async () => {
  const [first, second] = [await comes('Aino Laitinen'), await comes('Gilles Perrin')];
  const lists = await Promise.all([first, second].map((one) => one.get('/en/staff/vacancies/260112/screening')));

  expect(await screeningResults(app.db, '260112')).toEqual([]);
  expect(lists.map(({ status, text }) => [status, numbersIn(text).size])).toEqual([
    [200, 5],
    [200, 5],
  ]);
  expect(lists.filter(({ text }) => /Malinowska|Rousselot|Overgaard/.test(text))).toEqual([]);
});

test('whoever starts it is told who does what in which competition', async () => {
  const told = await withTasks(app.db, signIns);

  const rolesOf = (name: string) => told.find((one) => one.name === name)?.roles;
  expect(rolesOf('Hannah Weber')).toContain('panel-chair in 260136');
  expect(rolesOf('Aino Laitinen')).toContain('screener in 260112');
  expect(rolesOf('Nora Lindqvist')).toEqual([]);
});

test('in a third, one is appointed, and an offer waits for another while her clearance is late', async () => {
  const katrin = await comes('Katrin Saar');
  const nora = await comes('Nora Lindqvist');
  const list = await katrin.get('/en/staff/appointments');
  const [number = ''] = /A-260109-\d+/.exec(list.text) ?? [];
  const offer = await nora.get(`/en/my/applications/${number}/offer`);

  expect(list.text).toContain('Nora Lindqvist');
  expect(list.text).not.toContain('Keller-Dubois');
  expect(list.text).toContain('late');
  expect(offer.text).toContain('Accept this offer');
  const made = await app.db.selectFrom('appointments').select(['appointedAt', 'startsOn']).orderBy('begunAt').execute();
  expect(made.map(({ appointedAt }) => appointedAt !== null)).toEqual([true, false]);
  expect((await eventsOf(app.db, 'vacancy', '260109')).map(({ action }) => action)).not.toContain('fill');
});

test('a candidate of it sees where their application stands', async () => {
  const nora = await comes('Nora Lindqvist');

  expect((await nora.get('/en/my/applications')).text).toContain('Network Engineer');
});

test('each step was taken by the person whose step it is, at its hour, and the chain of events holds', async () => {
  const events = await eventsOf(app.db, 'vacancy', '260136');
  const audit = await auditEvents(app.db);

  expect(events.every(({ at }) => at < app.now)).toBe(true);
  expect(new Set(events.map(({ actorName }) => actorName))).toContain('Aino Laitinen');
  expect(audit.problems).toEqual([]);
});

test('leaves nobody signed in, and leaves alone what is there when it is started again', async () => {
  const before = await app.db.selectFrom('events').select('id').execute();
  await loadCompetitions(app.context, ROOT, { signIns });
  const after = await app.db.selectFrom('events').select('id').execute();
  const sessions = await app.db
    .selectFrom('sessions')
    .select('revokedAt')
    .where('device', '=', 'demonstration')
    .execute();

  expect(after.length).toBe(before.length);
  expect(sessions.filter(({ revokedAt }) => revokedAt === null)).toEqual([]);
});

test('leaves a vacancy alone that somebody opened again, or that is not there', async () => {
  const other = await testApp();
  const theirs = await loadDemonstration(other.context, ROOT);
  await other.db
    .updateTable('vacancies')
    .set({ closedAt: null })
    .where('reference', 'in', ['260136', '260109'])
    .execute();
  await other.db.deleteFrom('vacancies').where('reference', '=', '260112').execute();
  const told: string[] = [];

  await loadCompetitions(other.context, ROOT, { say: (line) => void told.push(line), signIns: theirs });

  expect(await other.db.selectFrom('applications').select('number').execute()).toEqual([]);
  expect(told).toEqual([]);
  await other.close();
});
