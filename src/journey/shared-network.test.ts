import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeDraft, insertDraft, submissionForm } from '../applications/application-testing.ts';
import { LIMITS } from '../people/attempt-limits.ts';
import { insertAccount, TEST_PASSWORD } from '../people/people-testing.ts';
import { openSession } from '../people/session-queries.ts';
import { testApp, type TestApp } from '../testing.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';

/* One campus, one telephone company: five hundred people behind one address on the last evening. */
const PEOPLE = 500;
/** A password takes tens of milliseconds of a core to check, so of these there are fewer. */
const WITH_PASSWORD = 40;
const CAMPUS = '198.51.100.77';
const REFERENCE = '260777';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await insertVacancy(app.db, {
    reference: REFERENCE,
    status: 'published',
    deadlineAt: new Date('2026-11-22T12:05:00Z'),
  });
});
afterAll(() => app.close());

const people = (count: number) => Array.from({ length: count }, (_, index) => index);
const post = (url: string, form: Record<string, string>, cookie = '') =>
  app.web.inject({
    method: 'POST',
    url,
    remoteAddress: CAMPUS,
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    payload: new URLSearchParams(form).toString(),
  });
const signIn = (email: string, password: string) => post('/en/sign-in', { email, password });

test('people behind one address sign in and sign up side by side', async () => {
  const accounts = await Promise.all(people(WITH_PASSWORD).map(() => insertAccount(app.db)));

  const signedIn = await Promise.all(accounts.map(({ email }) => signIn(email, TEST_PASSWORD)));
  const signedUp = await Promise.all(
    people(WITH_PASSWORD + 5).map((person) =>
      post('/en/accounts/new', {
        givenNames: 'Ana',
        email: `new-${person}@people.example`,
        password: 'seven herons over',
      }),
    ),
  );

  expect(new Set([...signedIn, ...signedUp].map(({ statusCode }) => statusCode))).toEqual(new Set([303]));
  const counted = await app.db.selectFrom('attempts').select('at').where('kind', '=', 'sign-in-by-network').execute();
  expect(counted).toEqual([]);
});

test('the limits leave room for all of them to mistype a password and to sign up', () => {
  const room = (['sign-in-by-network', 'sign-up-by-network', 'new-password-by-network'] as const).map(
    (kind) => LIMITS[kind].most,
  );

  expect(Math.min(...room)).toBeGreaterThanOrEqual(2 * PEOPLE);
});

test('all five hundred submit from one address within minutes', async () => {
  const drafts = [];
  for (const _ of people(PEOPLE)) {
    const { id: accountId } = await insertAccount(app.db);
    const own = { accountId, number: await insertDraft(app.db, { accountId, reference: REFERENCE }) };
    await completeDraft(app.db, { ...own, rules: app.context.organisation });
    const { reviewed } = await submissionForm(app.db, { ...own, rules: app.context.organisation });
    const secret = await openSession(app.db, { accountId, device: 'test' }, app.now);
    drafts.push({ ...own, reviewed, cookie: `session=${secret}` });
  }

  const answers = await Promise.all(
    drafts.map(({ number, reviewed, cookie }) =>
      post(`/en/my/applications/${number}/submission`, { reviewed }, cookie),
    ),
  );

  expect(answers.filter(({ statusCode }) => statusCode !== 303)).toEqual([]);
});

test('guessing at one account from there is still stopped, and stops nobody else', async () => {
  const [victim, neighbour] = [await insertAccount(app.db), await insertAccount(app.db)];
  const most = LIMITS['sign-in-by-address'].most;

  const guesses = [];
  for (const _ of people(most + 1)) guesses.push((await signIn(victim.email, 'certainly another one')).statusCode);

  expect(guesses).toEqual([...Array<number>(most).fill(422), 429]);
  expect((await signIn(victim.email, TEST_PASSWORD)).statusCode).toBe(429);
  expect((await signIn(neighbour.email, TEST_PASSWORD)).statusCode).toBe(303);
});
