import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventsOf } from '../people/event-queries.ts';
import { ROOT, testApp, type TestApp } from '../testing.ts';
import { loadDemonstration, type SignIn } from './demonstration.ts';
import { findVacancy, openVacancies, vacanciesForStaff } from './vacancy-queries.ts';

let app: TestApp;
let signIns: SignIn[];
beforeAll(async () => {
  app = await testApp();
  signIns = await loadDemonstration(app.context, ROOT);
});
afterAll(() => app.close());

test('fills an empty installation with at least twelve open vacancies, and one of each other kind', async () => {
  const { counts } = await vacanciesForStaff(app.db, {});

  const open = await openVacancies(app.db, app.now, { internal: true });
  expect(open.length).toBeGreaterThanOrEqual(12);
  expect(open.filter(({ audience }) => audience === 'internal')).toHaveLength(1);
  expect(open.filter(({ deadlineAt }) => deadlineAt === null)).toHaveLength(1);
  expect(Object.keys(counts).toSorted()).toEqual([
    'cancelled',
    'closed',
    'draft',
    'in-review',
    'published',
    'scheduled',
  ]);
});

test('prints who can sign in, and they can', async () => {
  const manager = signIns.find(({ roles }) => roles.includes('recruitment-manager'));
  const visitor = app.visitor();

  const answer = await visitor.post('/en/sign-in', { email: manager?.email ?? '', password: manager?.password ?? '' });

  expect(answer.status).toBe(303);
  expect((await visitor.get('/en/staff/vacancies')).status).toBe(200);
});

test('each vacancy came by its moves, each made by the person whose step it is', async () => {
  const events = await eventsOf(app.db, 'vacancy', '260114');

  expect(events.map(({ action }) => action).filter((action) => action !== 'settle-doubt')).toEqual([
    'import',
    'edit',
    'submit',
    'approve',
    'approve',
    'approve',
    'budget-pending',
    'publish',
  ]);
  expect(new Set(events.map(({ actorName }) => actorName))).toEqual(
    new Set(['Margit Szalay', 'Benoît Lacasse', 'Solveig Aas', 'Mireille Fontaine', 'Pieter de Wolf']),
  );
  expect(events.every(({ at }) => at < app.now)).toBe(true);
});

test('the deadlines are as many days from now as the file says', async () => {
  const vacancy = await findVacancy(app.db, '260114');

  expect(vacancy?.deadlineAt?.toISOString()).toBe('2026-12-19T22:59:59.000Z');
});

test('does nothing a second time, and tells the same sign-ins', async () => {
  const before = await vacanciesForStaff(app.db, {});

  const again = await loadDemonstration(app.context, ROOT);

  expect(again).toEqual(signIns);
  expect(await vacanciesForStaff(app.db, {})).toEqual(before);
});
