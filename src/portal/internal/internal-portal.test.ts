import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventsOf } from '../../people/event-queries.ts';
import { insertAccount, TEST_PASSWORD } from '../../people/people-testing.ts';
import { readLastDay } from '../../people/serving-staff/serving-until.ts';
import { testApp, type Client, type TestApp } from '../../testing.ts';
import { insertVacancy } from '../../vacancies/vacancy-testing.ts';

const INTERNAL = '260801';
const BOTH = '260802';
const EXTERNAL = '260803';
const NOW = new Date('2026-11-22T12:00:00Z');

let app: TestApp;
let recruiter: Client;
beforeAll(async () => {
  app = await testApp();
  recruiter = await app.signedInAs('recruiter');
  for (const [reference, audience] of [
    [INTERNAL, 'internal'],
    [BOTH, 'both'],
    [EXTERNAL, 'external'],
  ] as const)
    await insertVacancy(app.db, {
      reference,
      audience,
      status: 'published',
      deadlineAt: new Date('2027-03-01T00:00:00Z'),
      notice: { title: { en: `Post ${reference}`, fr: `Poste ${reference}` }, grades: ['G3', 'G4'] },
    });
});
afterAll(() => app.close());

const verify = (email: string, more: Record<string, string> = {}) =>
  recruiter.post('/en/staff/serving-staff', { email, until: '31/12/2026', reason: 'Personnel file seen', ...more });

async function person() {
  app.now = NOW;
  const account = await insertAccount(app.db);
  const client = app.visitor();
  await client.post('/en/sign-in', { email: account.email, password: TEST_PASSWORD });
  return { ...account, client };
}

test('whoever HR verified reads the internal portal until the day given, and not a moment after', async () => {
  const { client, email, id } = await person();

  const before = await client.get('/en/internal/vacancies');
  const verified = await verify(email);
  const list = await client.get('/en/internal/vacancies');
  const one = await client.get(`/en/internal/vacancies/${INTERNAL}`);
  app.now = new Date('2027-01-01T00:00:00Z');
  await client.post('/en/sign-in', { email, password: TEST_PASSWORD });
  const after = await client.get('/en/internal/vacancies');

  expect(verified.location).toBe('/en/staff/serving-staff?done=verified');
  expect([before.status, list.status, one.status, after.status]).toEqual([404, 200, 200, 404]);
  expect([INTERNAL, BOTH, EXTERNAL].map((reference) => list.text.includes(reference))).toEqual([true, true, false]);
  const event = (await eventsOf(app.db, 'account', id)).find(({ action }) => action === 'serving-staff-verified');
  expect(event?.details).toEqual({ until: '2027-01-01T00:00:00.000Z' });
});

test('a verification that is ended counts at the next request, with an event', async () => {
  const { client, email, id } = await person();
  await verify(email);

  const ended = await recruiter.post(`/en/staff/serving-staff/${id}/ending`);
  const again = await recruiter.post(`/en/staff/serving-staff/${id}/ending`);

  expect([ended.location, again.status]).toEqual(['/en/staff/serving-staff?done=ended', 404]);
  expect((await client.get(`/en/vacancies/${INTERNAL}`)).status).toBe(404);
  expect((await eventsOf(app.db, 'account', id)).at(-1)?.action).toBe('serving-staff-ended');
});

test('a verification needs a confirmed account, a day to come and a reason; what was typed stands there again', async () => {
  const { email } = await insertAccount(app.db, { verified: false });

  const answer = await verify(email, { until: '31/02/2027', reason: ' ' });

  expect(answer.status).toBe(422);
  for (const field of ['email', 'until', 'reason']) expect(answer.text).toContain(`href="#f-${field}"`);
  expect(answer.text).toContain('value="31/02/2027"');
  expect(['1/1/2020', '1/1/2040', 'soon'].map((day) => readLastDay(day, NOW))).toEqual(Array(3).fill(undefined));
});

test('others get no hint: a visitor is asked to sign in and an applicant gets 404, whether or not there is one', async () => {
  const { client } = await person();
  const [there, nothing] = [`/en/internal/vacancies/${INTERNAL}`, '/en/internal/vacancies/260899'];
  const blank = (text: string) => text.replaceAll(INTERNAL, '#').replaceAll('260899', '#');

  for (const rest of ['', '/eligibility']) {
    const [a, b] = [await client.get(there + rest), await client.get(nothing + rest)];
    const [c, d] = [await app.visitor().get(there + rest), await app.visitor().get(nothing + rest)];
    expect([a.status, blank(a.text)]).toEqual([404, blank(b.text)]);
    expect([c.status, blank(c.location ?? '')]).toEqual([303, blank(d.location ?? '')]);
  }
});

test('serving staff read what contract and twin grades mean for them, and apply by their own entrance', async () => {
  const { client, email, id } = await person();
  await verify(email);

  const page = await client.get(`/en/internal/vacancies/${BOTH}`);
  const question = await client.get(`/en/internal/vacancies/${BOTH}/eligibility`);
  const begun = await client.post('/en/my/applications', { vacancy: BOTH, nationalities: 'BE' });

  expect(page.text).toContain('value="serving-staff" selected');
  expect(page.text).toContain(`/en/internal/vacancies/${BOTH}/eligibility`);
  expect(question.text).toContain(`action="/en/internal/vacancies/${BOTH}/eligibility"`);
  expect(begun.status).toBe(303);
  const rows = await app.db.selectFrom('applications').select('entrance').where('applicantId', '=', id).execute();
  expect(rows).toEqual([{ entrance: 'internal' }]);
});

test('serving staff who come by the public portal are asked to use theirs; others are told nothing of it', async () => {
  const { client, email } = await person();
  const other = await person();
  await verify(email);

  const asked = await client.get(`/en/vacancies/${BOTH}`);
  const told = await other.client.get(`/en/vacancies/${BOTH}`);
  await other.client.post('/en/my/applications', { vacancy: BOTH, nationalities: 'BE' });

  expect(asked.text).toContain(`href="/en/internal/vacancies/${BOTH}"`);
  expect([told.text.includes('/internal/'), told.text.includes('nternal portal')]).toEqual([false, false]);
  const rows = await app.db.selectFrom('applications').select('entrance').where('applicantId', '=', other.id).execute();
  expect(rows).toEqual([{ entrance: 'public' }]);
});
