import { assert as check, constantFrom, oneof, property, string } from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createApp } from './app.tsx';
import { kindOf, limitOf } from './app-priorities.ts';
import { completeDraft, insertDraft, submissionForm } from './applications/application-testing.ts';
import { marksText } from './applications/drafting/draft.ts';
import { lockSigning } from './people/signing-key/signing-key-queries.ts';
import { insertAccount } from './people/people-testing.ts';
import { openSession } from './people/session-queries.ts';
import { sessionCookieName } from './people/session.ts';
import { testApp, type TestApp } from './testing.ts';
import { insertVacancy } from './vacancies/vacancy-testing.ts';

let app: TestApp;
const pressure = { loopDelayMs: 0, waiting: 0 };
const refused = new Map<string, number>();
let pressed: Awaited<ReturnType<typeof createApp>>;
beforeAll(async () => {
  app = await testApp();
  pressed = await createApp({ ...app.context, load: { gauge: { read: () => pressure }, refused } });
});
afterAll(async () => {
  await pressed.close();
  await app.close();
});

const get = (url: string, headers: Record<string, string> = { accept: 'text/html' }) =>
  pressed.inject({ method: 'GET', url, headers });
const press = (loopDelayMs: number, waiting: number) => Object.assign(pressure, { loopDelayMs, waiting });

test.each([
  ['POST', '/en/my/applications/A-260014-00001/submission', 'submission'],
  ['POST', '/fr/my/applications/A-260014-00001/identity', 'draft'],
  ['POST', '/en/my/applications/A-260014-00001/documents/cover-letter', 'draft'],
  ['POST', '/en/sign-in', 'draft'],
  ['GET', '/en/my/applications?page=2', 'own'],
  ['GET', '/en/sign-in?back=%2Fen%2Fmy%2Fapplications', 'own'],
  ['GET', '/assets/site.css', 'own'],
  ['GET', '/en/vacancies/260014', 'public'],
  ['GET', '/fr/vacancies', 'public'],
  ['GET', '/en/vacancies?text=river', 'search'],
  ['GET', '/en/vacancies/260014.pdf', 'search'],
  ['GET', '/en/staff/vacancies', 'search'],
  ['GET', '/api/v1/receipt-log/keys', 'search'],
])('%s %s is of the kind %3$s', (method, url, kind) => {
  expect(kindOf({ method, url })).toBe(kind);
});

test('what somebody sends, and what is theirs, never gives way', () => {
  const kinds = ['submission', 'draft', 'own'] as const;

  expect(kinds.map(limitOf)).toEqual([undefined, undefined, undefined]);
});

test('no form that somebody sends gives way, wherever it is sent, however hard the server is pressed', () => {
  const anyPath = oneof(
    string().map((text) => `/${text}`),
    constantFrom('/en/my/applications/A-260014-00001/identity', '/fr/vacancies?q=a'),
  );
  check(
    property(constantFrom('POST', 'PUT', 'DELETE'), anyPath, (method, url) => {
      expect(limitOf(kindOf({ method, url }))).toBeUndefined();
    }),
  );
});

/** Somebody with a draft that lacks nothing, at the server that lets six work at once. */
async function readyToSubmit(reference: string) {
  const { id: accountId } = await insertAccount(app.db);
  const number = await insertDraft(app.db, { accountId, reference });
  const own = { accountId, number, rules: app.context.organisation };
  const { languages } = (await completeDraft(app.db, own)).application.answers;
  const { reviewed } = await submissionForm(app.db, own);
  const secret = await openSession(app.db, { accountId, device: 'test' }, app.now);
  const here = `/en/my/applications/${number}`;
  const post = (step: string, form: Record<string, string>, accept: string) =>
    pressed.inject({
      method: 'POST',
      url: `${here}/${step}`,
      cookies: { [sessionCookieName(app.context.config.PUBLIC_URL)]: secret },
      headers: { accept, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    });
  return {
    here,
    saves: () =>
      post('languages', { 'level-en': 'V', 'level-fr': 'V', base: marksText(languages) }, 'application/json'),
    submits: () => post('submission', { reviewed }, 'text/html'),
  };
}

const OPEN = { status: 'published', deadlineAt: new Date('2026-12-18T22:59:59Z') } as const;

test('a save and a submission are taken while all that can be spared is sent away', async () => {
  await insertVacancy(app.db, { reference: '260014', ...OPEN });
  const [writing, ready] = [await readyToSubmit('260014'), await readyToSubmit('260014')];

  press(60_000, 100_000);
  const search = await get('/en/vacancies?text=river');
  const save = await writing.saves();
  const submission = await ready.submits();
  press(0, 0);

  expect([search.statusCode, save.statusCode, submission.statusCode]).toEqual([503, 200, 303]);
  expect(submission.headers.location).toBe(`${ready.here}/receipt`);
});

test('searches give way first, then public pages, and the pages of who has a draft never', async () => {
  const statuses = async () => {
    const paths = ['/en/vacancies?text=river', '/en/vacancies', '/en/my/applications', '/en/sign-in'];
    return Promise.all(paths.map(async (path) => (await get(path)).statusCode));
  };

  const before = refused.get('search') ?? 0;
  press(0, 0);
  const calm = await statuses();
  press(200, 0);
  const busy = await statuses();
  press(0, 500);
  const overrun = await statuses();
  press(0, 0);

  expect([calm, busy, overrun]).toEqual([
    [200, 200, 303, 200],
    [503, 200, 303, 200],
    [503, 503, 303, 200],
  ]);
  expect(refused.get('search')).toBe(before + 2);
});

test('says in the reader’s language how long to wait, and loads itself again without a script', async () => {
  press(400, 0);
  const [page, program] = await Promise.all([
    get('/fr/vacancies?text=rivage'),
    get('/en/vacancies?text=river', { accept: 'application/json' }),
  ]);
  press(0, 0);

  expect(page.headers['retry-after']).toBe('30');
  expect(page.body).toContain('dans 30 secondes');
  expect(page.body).toContain('<meta http-equiv="refresh" content="30"');
  expect(page.body).toContain('href="/fr/my/applications"');
  expect(program.json()).toEqual({ kind: 'busy', retryAfterSeconds: 30 });
});

test('who has submitted and waits for the log of receipts holds up nobody who still submits', async () => {
  await insertVacancy(app.db, { reference: '260777', ...OPEN });
  const people = await Promise.all(Array.from({ length: 9 }, () => readyToSubmit('260777')));
  const stored = async () =>
    (
      await app.db.selectFrom('applications').select('status').where('vacancyReference', '=', '260777').execute()
    ).filter(({ status }) => status === 'submitted').length;
  const answered: number[] = [];

  const whileTheLogIsHeld = await app.db.transaction().execute(async (transaction) => {
    await lockSigning(transaction);
    const answers = people.map(async ({ submits }) => answered.push((await submits()).statusCode));
    await vi.waitFor(async () => expect(await stored()).toBe(9), { timeout: 20_000, interval: 20 });
    return { answers, already: answered.length };
  });
  await Promise.all(whileTheLogIsHeld.answers);

  expect(whileTheLogIsHeld.already).toBe(0);
  expect(answered).toEqual(people.map(() => 303));
});
