import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginApplication } from '../../applications/application-queries.ts';
import { insertDraft } from '../../applications/application-testing.ts';
import { tellExtensions } from '../../applications/news/extension-tasks.ts';
import { insertAccount } from '../../people/people-testing.ts';
import { beat, noteRefused } from '../../platform/availability-queries.ts';
import { testApp, type TestApp } from '../../testing.ts';
import { findVacancy } from '../vacancy-queries.ts';
import { insertVacancy } from '../vacancy-testing.ts';
import { extendedDeadline, isIncident } from './incident.ts';

const REFERENCE = '260801';
const DEADLINE = new Date('2026-11-22T22:59:59Z');
const RULES = { hours: 24, minutes: 10 };
let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  app.now = new Date('2026-11-22T23:30:00Z');
  await insertVacancy(app.db, { reference: REFERENCE, status: 'closed', deadlineAt: DEADLINE, closedAt: DEADLINE });
  const run = (id: string, beganAt: string, lastAt: string) =>
    beat(app.db, { id, beganAt: new Date(beganAt) }, new Date(lastAt));
  await run('00000000-0000-4000-8000-000000000001', '2026-11-20T00:00:00Z', '2026-11-22T22:20:00Z');
  await run('00000000-0000-4000-8000-000000000002', '2026-11-22T22:53:00Z', '2026-11-22T23:30:00Z');
  await noteRefused(app.db, new Map([['draft', 7]]), new Date('2026-11-22T22:10:00Z'));
  await noteRefused(app.db, new Map([['draft', 2]]), new Date('2026-11-22T22:10:30Z'));
});
afterAll(() => app.close());

const extension = { days: '2', vacancy: REFERENCE, 'correction.reason': 'Out of reach.' };
const notes = { 'correction.en': 'Extended.', 'correction.fr': 'Date limite reportée.' };

test('a short silence is none, a longer one is, and so is one applicant who was refused', () => {
  const gap = (minutes: number) => [{ from: DEADLINE, to: new Date(DEADLINE.getTime() + minutes * 60_000) }];

  expect(isIncident({ gaps: gap(10), refused: { search: 500 } }, RULES)).toBe(false);
  expect(isIncident({ gaps: gap(11), refused: {} }, RULES)).toBe(true);
  expect(isIncident({ gaps: [], refused: { submission: 1 } }, RULES)).toBe(true);
});

test('an extension keeps the time of day across a change of the clocks, and counts from today once it has passed', () => {
  const vacancy = { deadlineAt: new Date('2026-10-23T21:59:59Z'), deadlineZone: 'Europe/Brussels' };

  expect(extendedDeadline(vacancy, 3, new Date('2026-10-20T10:00:00Z'))).toEqual(new Date('2026-10-26T22:59:59Z'));
  expect(extendedDeadline(vacancy, 1, new Date('2026-10-25T10:00:00Z'))).toEqual(new Date('2026-10-26T22:59:59Z'));
});

test('recruiters are shown the incident with its figures, on the vacancy too; others extend nothing', async () => {
  const recruiter = await app.signedInAs('recruiter');

  const [list, vacancy] = [
    await recruiter.get('/en/staff/incidents'),
    await recruiter.get(`/en/staff/vacancies/${REFERENCE}`),
  ];

  expect(list.text).toContain('Out of reach for 33 minutes');
  expect(list.text).toContain('9 requests of applicants refused');
  expect(vacancy.text).toContain('Something happened before this deadline');
  expect(list.text).not.toContain('Extend and tell everybody');
  expect((await recruiter.post('/en/staff/incidents/extension', { ...extension, ...notes })).status).toBe(404);
});

test('the extension asks for its reason and for what the public is told', async () => {
  const manager = await app.signedInAs('recruitment-manager', 'fr');

  const answer = await manager.post('/fr/staff/incidents/extension', { 'correction.en': 'Extended.' });

  expect(answer.status).toBe(422);
  expect(answer.text).toContain('Indiquez le motif.');
  expect(answer.text).toContain('Choisissez de combien.');
  expect(answer.text).toContain('Choisissez au moins une vacance de poste.');
});

test('one reasoned step extends, opens again what had closed, and mails every holder of a draft', async () => {
  const manager = await app.signedInAs('recruitment-manager');
  const holders = [await insertAccount(app.db), await insertAccount(app.db, { language: 'fr' })];
  for (const { id } of holders) await insertDraft(app.db, { accountId: id, reference: REFERENCE });

  const answer = await manager.post('/en/staff/incidents/extension', { ...extension, ...notes });
  await tellExtensions(app.context, app.now);
  const mails = (await app.mails()).filter(({ to }) => holders.some(({ email }) => email === to.address));
  const after = await findVacancy(app.db, REFERENCE);

  expect(answer.location).toBe('/en/staff/incidents?extended=1');
  expect(after).toMatchObject({ status: 'published', deadlineAt: new Date('2026-11-25T22:59:59Z') });
  expect(mails.map(({ language }) => language).toSorted()).toEqual(['en', 'fr']);
  expect((await manager.get('/en/staff/incidents')).text).toContain('Nothing of the kind happened');
});

test('an earlier last day of serving staff is watched by itself, and given anew on its own page', async () => {
  const reference = '260802';
  const theirs = { deadlineAt: new Date('2026-12-20T22:59:59Z'), internalDeadlineAt: DEADLINE };
  await insertVacancy(app.db, { reference, status: 'published', ...theirs });
  const [staff, other] = [await insertAccount(app.db), await insertAccount(app.db)];
  await app.db.transaction().execute(async (transaction) => {
    for (const [{ id: accountId }, entrance] of [
      [staff, 'internal'],
      [other, 'public'],
    ] as const)
      await beginApplication(transaction, { accountId, reference, nationalities: [], entrance }, DEADLINE);
  });
  const manager = await app.signedInAs('recruitment-manager');

  const page = await manager.get('/en/staff/incidents');
  const row = /<tr role="row">(?:(?!<\/tr>).)*260802.*?<\/tr>/s.exec(page.text)?.[0] ?? '';
  const refused = await manager.post('/en/staff/incidents/extension', { ...extension, ...notes, vacancy: reference });

  expect(row).toContain('The last day of serving staff.');
  expect(row).toContain('1 open draft<');
  expect(row).toContain(`href="/en/staff/vacancies/${reference}/internal-dates"`);
  expect(page.text).not.toContain(`value="${reference}"`);
  expect(refused.text).toContain('Choose at least one vacancy.');
});
