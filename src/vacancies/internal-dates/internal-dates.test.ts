import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertDraft } from '../../applications/application-testing.ts';
import { tellExtensions } from '../../applications/news/extension-tasks.ts';
import { remind } from '../../applications/news/news-tasks.ts';
import { eventsOf } from '../../people/event-queries.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { openDue } from '../publication/vacancy-tasks.ts';
import { findVacancy } from '../vacancy-queries.ts';
import { exampleVacancy, insertVacancy } from '../vacancy-testing.ts';
import { AUDIENCES } from '../vacancy.ts';
import { deadlineFor, ENTRANCES, forEntrance, setInternalDates, withAudience } from './internal-dates.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const DEADLINE = new Date('2026-12-18T22:59:59Z');
const day = (at: string) => new Date(`${at}T22:59:59Z`);
const maybe = fc.option(fc.date({ min: NOW, max: new Date('2028-01-01'), noInvalidDate: true }), { nil: null });

test('serving staff never have longer than everybody, and the public has what is announced', () => {
  fc.assert(
    fc.property(maybe, maybe, (deadlineAt, internalDeadlineAt) => {
      const dates = { deadlineAt, internalDeadlineAt };
      const [others, theirs] = ENTRANCES.map((entrance) => deadlineFor(dates, entrance));

      expect(others).toBe(deadlineAt);
      expect(theirs?.getTime() ?? Infinity).toBeLessThanOrEqual(others?.getTime() ?? Infinity);
      expect(forEntrance(dates, 'public')).toBe(dates);
      expect(forEntrance(dates, 'internal').closesAt ?? deadlineAt).toBe(deadlineAt);
    }),
  );
});

test('whoever a vacancy is for keeps only the dates that say something to them', () => {
  const dated = { ...exampleVacancy(), internalDeadlineAt: NOW, publicFrom: NOW };

  expect(AUDIENCES.map((audience) => withAudience(dated, audience))).toMatchObject([
    { internalDeadlineAt: NOW, publicFrom: NOW },
    { internalDeadlineAt: null, publicFrom: null },
    { internalDeadlineAt: NOW, publicFrom: null },
  ]);
});

test.each([
  ['after-public-deadline', { internalDeadlineAt: day('2026-12-19') }],
  ['internal-deadline-passed', { internalDeadlineAt: day('2026-11-21') }],
  ['public-from-not-internal', { publicFrom: day('2026-12-01') }],
  ['no-reason-for-move', { internalDeadlineAt: day('2026-12-01') }],
])('%s: refused for a published vacancy', (kind, dates) => {
  const vacancy = exampleVacancy({ status: 'published', deadlineAt: DEADLINE });
  const asked = { internalDeadlineAt: null, publicFrom: null, reason: '', ...dates };

  expect(setInternalDates(vacancy, asked, NOW)).toMatchObject({ ok: false, refusal: { kind } });
});

test('a day of opening comes before the deadline, and what is for others alone has no dates of serving staff', () => {
  const late = { internalDeadlineAt: null, publicFrom: DEADLINE, reason: '' };
  const internal = exampleVacancy({ status: 'in-review', audience: 'internal', deadlineAt: DEADLINE });
  const external = exampleVacancy({ status: 'in-review', audience: 'external' });

  expect(setInternalDates(internal, late, NOW)).toMatchObject({ refusal: { kind: 'public-from-after-deadline' } });
  expect(setInternalDates(external, late, NOW)).toMatchObject({ refusal: { kind: 'no-internal-dates' } });
});

let app: TestApp;
let manager: Client;
beforeAll(async () => {
  app = await testApp();
  manager = await app.signedInAs('recruitment-manager');
});
afterAll(() => app.close());

const here = (reference: string) => `/en/staff/vacancies/${reference}/internal-dates`;
const form = (name: string, [year, month, date]: string[]) => ({
  [`${name}-day`]: date ?? '',
  [`${name}-month`]: month ?? '',
  [`${name}-year`]: year ?? '',
  [`${name}-time`]: '18:00',
});

/** Drafts of one who came by each entrance, as clients. */
async function drafts(reference: string) {
  const staff = await app.signedInAs('staff-member', 'fr');
  const other = await app.signedInAs('applicant');
  for (const { accountId = '' } of [staff, other]) await insertDraft(app.db, { accountId, reference });
  await app.db
    .updateTable('applications')
    .set({ entrance: 'internal' })
    .where('applicantId', '=', staff.accountId ?? '')
    .execute();
  return { staff, other };
}

const mailsSince = async (count: number) => (await app.mails()).slice(count);

test('a date of serving staff that moves has a reason and an event, and is told to those who came by their entrance', async () => {
  const reference = '260951';
  await insertVacancy(app.db, { reference, status: 'published', deadlineAt: DEADLINE });
  const { staff, other } = await drafts(reference);
  const recruiter = await app.signedInAs('recruiter');
  const typed = form('deadline', ['2026', '12', '4']);

  const page = await manager.get(`/en/staff/vacancies/${reference}`);
  const silent = await manager.post(here(reference), typed);
  const wrong = await manager.post(here(reference), {
    ...typed,
    'deadline-day': '31',
    'deadline-month': '2',
    reason: 'x',
  });
  const saved = await manager.post(here(reference), { ...typed, reason: 'Two weeks for staff first' });
  const before = (await app.mails()).length;
  await tellExtensions(app.context, app.now);
  const mails = await mailsSince(before);
  const lists = await Promise.all([
    staff.get('/fr/my/applications'),
    other.get('/en/my/applications'),
    manager.get(`/en/vacancies?q=${reference}&closing=14`),
  ]);
  const others = await app.visitor().get(`/en/vacancies?q=${reference}&closing=14`);

  expect(page.text).toContain(here(reference));
  expect([silent.status, wrong.status, saved.status]).toEqual([422, 422, 303]);
  expect(silent.text).toContain('href="#f-reason"');
  expect(wrong.text).toContain('value="31"');
  expect((await recruiter.get(here(reference))).status).toBe(404);
  expect((await eventsOf(app.db, 'vacancy', reference)).at(-1)).toMatchObject({
    action: 'internal-dates',
    details: { internalDeadlineAt: '2026-12-04T17:00:00.000Z', reason: 'Two weeks for staff first' },
  });
  expect(mails.map(({ subject }) => subject.startsWith('Nouvelle date limite'))).toEqual([true]);
  expect(mails[0]?.text).toContain('4 décembre 2026');
  expect(lists.map(({ text }) => /datetime="([^"]+)"/.exec(text)?.[1])).toEqual([
    '2026-12-04T17:00:00.000Z',
    DEADLINE.toISOString(),
    '2026-12-04T17:00:00.000Z',
  ]);
  expect(others.text).not.toContain(`/en/vacancies/${reference}`);
});

test('serving staff read their own last day in the internal portal, and their calendar has it', async () => {
  const reference = '260952';
  const internalDeadlineAt = day('2026-12-05');
  await insertVacancy(app.db, { reference, status: 'published', deadlineAt: DEADLINE, internalDeadlineAt });
  const staff = await app.signedInAs('staff-member');

  const open = await staff.get(`/en/internal/vacancies/${reference}`);
  const calendars = await Promise.all(
    [staff, app.visitor()].map((one) => one.get(`/en/vacancies/${reference}/deadline.ics`)),
  );
  const lists = await Promise.all([staff, app.visitor()].map((one) => one.get(`/en/vacancies?q=${reference}`)));
  app.now = new Date(internalDeadlineAt.getTime() + 1);
  const late = await app.signedInAs('staff-member');
  const list = await late.get('/en/internal/vacancies');
  const begun = await late.post('/en/my/applications', { vacancy: reference, nationalities: 'BE' });
  app.now = NOW;

  expect(open.text).toContain('By the internal portal, you can apply until');
  expect(calendars.map(({ text }) => /DTSTART:(\S+)/.exec(text)?.[1])).toEqual([
    '20261205T225959Z',
    '20261218T225959Z',
  ]);
  expect(lists.map(({ text }) => /<time datetime="([^"]+)"/.exec(text)?.[1])).toEqual([
    internalDeadlineAt.toISOString(),
    DEADLINE.toISOString(),
  ]);
  expect([list.text.includes(reference), begun.status]).toEqual([false, 422]);
});

test('each is reminded before the deadline of their own entrance', async () => {
  const reference = '260953';
  const internalDeadlineAt = day('2026-12-10');
  await insertVacancy(app.db, { reference, status: 'published', deadlineAt: DEADLINE, internalDeadlineAt });
  await drafts(reference);
  const before = (await app.mails()).length;

  const subjects = [];
  for (const deadline of [internalDeadlineAt, DEADLINE]) {
    app.now = new Date(deadline.getTime() - 3_600_000);
    await remind(app.context, app.now);
    subjects.push((await mailsSince(before)).filter(({ subject }) => subject.includes(reference)).length);
  }
  app.now = NOW;

  expect(subjects).toEqual([1, 2]);
});

test('what is for serving staff first opens to everybody by itself, at its instant and not before', async () => {
  const reference = '260954';
  await insertVacancy(app.db, { reference, status: 'published', audience: 'internal', deadlineAt: DEADLINE });
  const opening = form('opening', ['2026', '12', '1']);

  const saved = await manager.post(here(reference), opening);
  const told = await (await app.signedInAs('staff-member')).get(`/en/internal/vacancies/${reference}`);
  const at = new Date('2026-12-01T17:00:00Z');
  const early = await openDue(app.context, new Date(at.getTime() - 1));
  const visitors = (await app.visitor().get(`/en/vacancies/${reference}`)).status;
  const due = await openDue(app.context, at);

  expect([saved.status, early, visitors, due]).toEqual([303, 0, 404, 1]);
  expect(told.text).toContain('this vacancy is for serving staff alone');
  expect(await findVacancy(app.db, reference)).toMatchObject({ audience: 'both', publicFrom: null });
  expect((await eventsOf(app.db, 'vacancy', reference)).at(-1)).toMatchObject({
    action: 'open-to-everybody',
    actorKind: 'system',
  });
});
