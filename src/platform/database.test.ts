import { sql, type Kysely } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from './database-testing.ts';
import { openDatabase } from './database.ts';

type Tables = { visits: { id: string; seenAt: Date; bornOn: string; details: unknown } };

let server: Awaited<ReturnType<typeof emptyDatabase>>;
let db: Kysely<Tables>;

beforeAll(async () => {
  server = await emptyDatabase();
});
afterAll(() => server.drop());
beforeEach(async () => {
  db = openDatabase<Tables>({ url: server.url, poolSize: 2 });
  await sql`drop table if exists visits`.execute(db);
  await sql`create table visits (id bigint primary key, seen_at timestamptz, born_on date, details jsonb)`.execute(db);
});
afterEach(() => db.destroy());

test('a bigint is a string, an instant a Date, a civil date its text, and columns are camelCase', async () => {
  await sql`insert into visits values (9007199254740993, '2026-03-29T01:30:00Z', '1970-01-01', '{}')`.execute(db);

  const visit = await db.selectFrom('visits').select(['id', 'seenAt', 'bornOn']).executeTakeFirstOrThrow();

  expect(visit).toEqual({ id: '9007199254740993', seenAt: new Date('2026-03-29T01:30:00Z'), bornOn: '1970-01-01' });
});

test('the keys inside a json value stay as they are', async () => {
  const details = { snake_case: { inner_key: 1 }, camelCase: 2 };
  await db
    .insertInto('visits')
    .values({ id: '1', seenAt: new Date(), bornOn: '2000-02-29', details: JSON.stringify(details) })
    .execute();

  const visit = await db.selectFrom('visits').select('details').executeTakeFirstOrThrow();

  expect(visit.details).toEqual(details);
});

test('a transaction that throws leaves nothing', async () => {
  const visit = { id: '1', seenAt: new Date(), bornOn: '2000-02-29', details: '{}' };

  const work = db.transaction().execute(async (transaction) => {
    await transaction.insertInto('visits').values(visit).execute();
    throw new Error('no');
  });

  await expect(work).rejects.toThrow('no');
  expect(await db.selectFrom('visits').selectAll().execute()).toEqual([]);
});

test('closing lets the queries that were begun end, also those that wait for a connection', async () => {
  const queries = Array.from({ length: 10 }, () => sql`select pg_sleep(0.02)`.execute(db));

  await db.destroy();

  expect((await Promise.allSettled(queries)).map(({ status }) => status)).toEqual(queries.map(() => 'fulfilled'));
  await expect(db.selectFrom('visits').selectAll().execute()).rejects.toThrow('destroyed');
});

test('a lost connection is a fault of the query that used it; the database is used again by another', async () => {
  const killed = sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);

  await expect(killed).rejects.toThrow('terminating connection');

  await expect
    .poll(() =>
      db
        .selectFrom('visits')
        .selectAll()
        .execute()
        .catch(() => 'lost'),
    )
    .toEqual([]);
});

test('a connection lost while nobody used it is told, and harms nobody', async () => {
  const told: string[] = [];
  const other = openDatabase<Tables>({ url: server.url, poolSize: 1, log: (message) => told.push(message) });
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(other);

  await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db);

  await expect.poll(() => told).toEqual(['Connection to the database lost (57P01).']);
  expect(await other.selectFrom('visits').selectAll().execute()).toEqual([]);
  await other.destroy();
});
