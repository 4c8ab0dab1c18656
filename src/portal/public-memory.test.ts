import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { Client as Connection } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createApp } from '../app.tsx';
import { answerMemory } from '../platform/answer-memory.ts';
import { command } from '../platform/database-testing.ts';
import { followChanges, presentState, readChanges, type FollowedChanges } from '../platform/public-changes.ts';
import { testApp, type Client, type TestApp } from '../testing.ts';
import { insertVacancy } from '../vacancies/vacancy-testing.ts';

/** Where staff work, and another server of the same installation, where visitors read. */
let app: TestApp;
let other: FastifyInstance;
let changes: FollowedChanges;
let manager: Client;
const said: string[] = [];

beforeAll(async () => {
  app = await testApp();
  changes = followChanges({ url: app.databaseUrl, everyMs: 30_000, againMs: 50, log: (line) => void said.push(line) });
  const memory = answerMemory({ state: presentState(app.db, changes), clock: () => app.now });
  other = await createApp({ ...app.context, memory });
  manager = await app.signedInAs('recruitment-manager');
  await listening();
});
afterAll(async () => {
  await other.close();
  await changes.close();
  await app.close();
});

const listening = (from = changes.known()) =>
  vi.waitFor(() => {
    if (changes.known() === undefined) throw new Error(`not listening since ${from}`);
  });
/** What `work` commits reaches the other server, which nobody asks meanwhile. */
async function told<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const before = changes.known();
  const answer = await work();
  await vi.waitFor(() => {
    if (changes.known() === before) throw new Error('nothing was told');
  });
  return answer;
}
const get = (url: string, headers: Record<string, string> = {}) =>
  other.inject({ url, headers: { accept: 'text/html', ...headers } });

/** How many queries were sent while `work` was done, the question whether the listening connection stands left out. */
async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  const query = vi.spyOn(Connection.prototype, 'query');
  await work();
  const sent = query.mock.calls.filter(([text]) => text !== 'select number from public_changes').length;
  query.mockRestore();
  return sent;
}

const PUBLIC = [
  '/en/vacancies',
  '/fr/vacancies?grade=G17',
  '/en/vacancies/280001',
  '/fr/vacancies/280001?start=2027-03',
  '/en/vacancies/280001/notice.pdf',
  '/en/vacancies/280001/notice.docx',
  '/en/vacancies/999999',
];

test('what the public reads is asked of the database once, and then never again', async () => {
  await told(() => insertVacancy(app.db, { reference: '280001', status: 'published' }));
  const first = await queriesOf(() => Promise.all(PUBLIC.map((url) => get(url))));

  const again = await queriesOf(async () => {
    for (const url of [...PUBLIC, ...PUBLIC]) await get(url);
    await other.inject({ method: 'HEAD', url: '/en/vacancies' });
  });

  expect(first).toBeGreaterThanOrEqual(PUBLIC.length);
  expect(again).toBe(0);
});

test('a publication, a correction and a closing by another server show at once', async () => {
  const path = '/en/vacancies/280002';
  const seen = async () => {
    const [list, own] = [await get('/en/vacancies'), await get(path)];
    return [
      list.body.includes('280002'),
      own.statusCode,
      own.body.includes('A new summary.'),
      /eligibility"/.test(own.body),
    ];
  };
  await insertVacancy(app.db, { reference: '280002', status: 'in-review' });
  const before = await seen();
  await told(() => manager.post('/en/staff/vacancies/280002/publication', {}));
  const published = await seen();
  await told(() =>
    manager.post('/en/staff/vacancies/280002/edit/summary', {
      'summary.en': 'A new summary.',
      'correction.en': 'The summary was changed.',
      'correction.fr': 'Le résumé a été modifié.',
    }),
  );
  const corrected = await seen();
  await told(() => manager.post('/en/staff/vacancies/280002/closing', {}));
  const closing = await seen();
  app.now = new Date(app.now.getTime() + 1);
  const closed = await seen();

  expect(before).toEqual([false, 404, false, false]);
  expect(published).toEqual([true, 200, false, true]);
  expect(corrected).toEqual([true, 200, true, true]);
  expect(closing).toEqual([false, 200, true, true]);
  expect(closed).toEqual([false, 200, true, false]);
});

test('a deadline that passes, and the time that is left, show without anybody changing anything', async () => {
  const opened = app.now;
  const deadlineAt = new Date(opened.getTime() + 90 * 60_000);
  await told(() => insertVacancy(app.db, { reference: '280003', status: 'published', deadlineAt }));
  const seen = async (left: number) => {
    app.now = new Date(deadlineAt.getTime() - left);
    const [list, own] = [(await get('/en/vacancies')).body, (await get('/en/vacancies/280003')).body];
    const words = /\d+ (hours?|minutes?) left/.exec(own)?.[0];
    return [list.includes('280003'), words && list.includes(words) ? words : undefined, own.includes('/eligibility"')];
  };

  const shown = [];
  for (const left of [5_400_000, 3_600_000, 3_599_999, 60_000, 59_999, 0, -1]) shown.push(await seen(left));
  app.now = opened;

  expect(shown).toEqual([
    [true, '1 hour left', true],
    [true, '1 hour left', true],
    [true, '59 minutes left', true],
    [true, '1 minute left', true],
    [true, '0 minutes left', true],
    [true, undefined, true],
    [false, undefined, false],
  ]);
});

test('a server that is not told of changes asks, says so once, and is told again when it can listen', async () => {
  await get('/en/vacancies');
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'concours-changes'
    and datname = current_database()`.execute(app.db);
  await vi.waitFor(() => expect(changes.known()).toBeUndefined());

  await insertVacancy(app.db, { reference: '280004', status: 'published' });
  const alone = await get('/en/vacancies');
  await listening();
  await get('/en/vacancies');

  expect(alone.body).toContain('280004');
  expect(await queriesOf(() => get('/en/vacancies'))).toBe(0);
  expect(said).toEqual([
    'Public pages ask the database whether they have changed (57P01).',
    'Public pages are served from memory again.',
  ]);
});

test('a database that cannot be reached is a fault, not an old page; a server starts without one', async () => {
  const lines: string[] = [];
  const nowhere = followChanges({
    url: app.databaseUrl.replace(/\/concours_test_\w+/, '/concours_nowhere'),
    againMs: 5,
    log: (line) => void lines.push(line),
  });
  await vi.waitFor(() => expect(lines).toHaveLength(1));
  await nowhere.close();

  expect(nowhere.known()).toBeUndefined();
  expect(lines).toEqual(['Public pages ask the database whether they have changed (3D000).']);
});

test('the number rises once a transaction, for what the public sees, and transactions that cross do not stop each other', async () => {
  const number = async () => Number((await readChanges(app.db)).replace('read: ', ''));
  const touch = (reference: string) => sql`update vacancies set updated_at = updated_at where reference = ${reference}`;
  await insertVacancy(app.db, { reference: '280005', status: 'draft' });
  const start = await number();

  await touch('280005').execute(app.db);
  const ofDraft = await number();
  await app.db.transaction().execute(async (transaction) => {
    await touch('280001').execute(transaction);
    await touch('280004').execute(transaction);
  });
  const ofTwo = await number();
  await Promise.all(
    ['280001', '280002', '280003', '280004'].map((reference) =>
      app.db.transaction().execute(async (transaction) => {
        await touch(reference).execute(transaction);
        await sql`select pg_sleep(0.02)`.execute(transaction);
        await touch(reference).execute(transaction);
      }),
    ),
  );
  const ofFour = await number();
  await app.db
    .transaction()
    .execute(async (transaction) => {
      await touch('280001').execute(transaction);
      throw new Error('not after all');
    })
    .catch(() => undefined);

  expect([ofDraft, ofTwo, ofFour, await number()].map((reached) => reached - start)).toEqual([0, 1, 5, 5]);
  await command(app.databaseUrl, `delete from vacancies where reference = '280004'`);
  expect((await number()) - start).toBe(6);
});

const cacheHeaders = ({ headers }: LightMyRequestResponse) =>
  [headers['cache-control'], headers['vary'], headers['content-encoding'], headers['etag']] as const;

test('a page has a strong tag for each coding, and whoever names it gets 304', async () => {
  const plain = await get('/en/vacancies/280001');
  const brotli = await get('/en/vacancies/280001', { 'accept-encoding': 'gzip, deflate, br' });
  const gzip = await get('/en/vacancies/280001', { 'accept-encoding': 'gzip, br;q=0' });
  const [, , , tag = ''] = cacheHeaders(brotli);
  const again = await get('/en/vacancies/280001', { 'accept-encoding': 'br', 'if-none-match': `W/"x", W/${tag}` });
  const changed = await get('/en/vacancies/280001', { 'accept-encoding': 'br', 'if-none-match': '"x"' });

  const policy = ['public, max-age=0, must-revalidate', 'Accept-Encoding, Cookie'];
  expect(cacheHeaders(plain)).toEqual([...policy, undefined, expect.stringMatching(/^"[\w-]{22}"$/)]);
  expect(cacheHeaders(brotli)).toEqual([...policy, 'br', expect.stringMatching(/^"[\w-]{22}\.br"$/)]);
  expect(cacheHeaders(gzip)).toEqual([...policy, 'gzip', expect.stringMatching(/^"[\w-]{22}\.gzip"$/)]);
  expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body);
  expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body);
  expect(brotli.rawPayload.length * 3).toBeLessThan(plain.rawPayload.length);
  expect([again.statusCode, again.body, again.headers['etag'], changed.statusCode]).toEqual([304, '', tag, 200]);
});

test('who is signed in gets a page of their own, which no cache keeps', async () => {
  for (const path of ['/en/vacancies', '/en/vacancies/280001', '/en/vacancies/280001/notice.docx']) {
    const { status, headers } = await manager.get(path, { 'if-none-match': '*', 'accept-encoding': 'br' });

    expect([path, status, headers['cache-control'], headers['etag'], headers['content-encoding']]).toEqual([
      path,
      200,
      'no-store',
      undefined,
      undefined,
    ]);
  }
});
