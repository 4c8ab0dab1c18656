import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createApp } from './app.tsx';
import { kindOf, limitOf } from './app-priorities.ts';
import { completeDraft, insertDraft, submissionForm } from './applications/application-testing.ts';
import { lockLog } from './applications/receipt-log/log-key-queries.ts';
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

test('searches give way first, then public pages, and the pages of who has a draft never', async () => {
  const statuses = async () => {
    const paths = ['/en/vacancies?text=river', '/en/vacancies', '/en/my/applications', '/en/sign-in'];
    return Promise.all(paths.map(async (path) => (await get(path)).statusCode));
  };

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
  expect(refused.get('search')).toBe(2);
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

/** Who presses the button next, on a server that lets six work at once. */
async function readyToSubmit(reference: string) {
  const { id: accountId } = await insertAccount(app.db, { roles: [] });
  const number = await insertDraft(app.db, { accountId, reference });
  const own = { accountId, number, rules: app.context.organisation };
  await completeDraft(app.db, own);
  const { reviewed } = await submissionForm(app.db, own);
  const secret = await openSession(app.db, { accountId, device: 'test' }, app.now);
  return () =>
    pressed.inject({
      method: 'POST',
      url: `/en/my/applications/${number}/submission`,
      headers: {
        accept: 'text/html',
        'content-type': 'application/x-www-form-urlencoded',
        cookie: `${sessionCookieName(app.context.config.PUBLIC_URL)}=${secret}`,
      },
      payload: new URLSearchParams({ reviewed }).toString(),
    });
}

test('who has submitted and waits for the log of receipts holds up nobody who still submits', async () => {
  await insertVacancy(app.db, {
    reference: '260777',
    status: 'published',
    deadlineAt: new Date('2026-12-01T22:59:59Z'),
  });
  const people = await Promise.all(Array.from({ length: 9 }, () => readyToSubmit('260777')));
  const stored = async () =>
    (await app.db.selectFrom('applications').select('id').where('status', '=', 'submitted').execute()).length;
  const answered: number[] = [];

  const whileTheLogIsHeld = await app.db.transaction().execute(async (transaction) => {
    await lockLog(transaction);
    const answers = people.map(async (submits) => answered.push((await submits()).statusCode));
    await vi.waitFor(async () => expect(await stored()).toBe(9), { timeout: 20_000, interval: 20 });
    return { answers, already: answered.length };
  });
  await Promise.all(whileTheLogIsHeld.answers);

  expect(whileTheLogIsHeld.already).toBe(0);
  expect(answered).toEqual(people.map(() => 303));
});
