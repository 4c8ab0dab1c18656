import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql, type Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyDatabase } from './database-testing.ts';
import { openDatabase } from './database.ts';
import { migrate, readMigrations } from './migrations.ts';

const PEOPLE = '-- People: who they are.\ncreate table people (id int primary key);';
const POSTS = '-- Posts: what they do.\ncreate table posts (id int primary key);\ninsert into posts values (1), (2);';

let server: Awaited<ReturnType<typeof emptyDatabase>>;
let db: Kysely<object>;
let directory: string;

beforeEach(async () => {
  server = await emptyDatabase();
  db = openDatabase<object>({ url: server.url });
  directory = mkdtempSync(join(tmpdir(), 'migrations-'));
});
afterEach(async () => {
  await db.destroy();
  await server.drop();
  rmSync(directory, { recursive: true });
});

function write(files: Record<string, string>): void {
  mkdirSync(directory, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content);
}
const rowsOf = async (table: string): Promise<number> =>
  (await sql`select from ${sql.table(table)}`.execute(db)).rows.length;

test('applies the files in their order, once, and then only the new ones', async () => {
  write({ '0001_people.sql': PEOPLE });
  expect(await migrate(db, directory)).toEqual({ applied: ['0001_people'] });

  write({ '0002_posts.sql': POSTS });

  expect(await migrate(db, directory)).toEqual({ applied: ['0002_posts'] });
  expect(await migrate(db, directory)).toEqual({ applied: [] });
  expect(await rowsOf('posts')).toBe(2);
});

test('a file that fails leaves nothing of itself, and keeps those before it', async () => {
  write({ '0001_people.sql': PEOPLE, '0002_posts.sql': `${POSTS}\ninsert into posts values (1);` });

  await expect(migrate(db, directory)).rejects.toThrow('0002_posts.sql failed: duplicate key');

  await expect(rowsOf('posts')).rejects.toThrow('does not exist');
  write({ '0002_posts.sql': POSTS });
  expect(await migrate(db, directory)).toEqual({ applied: ['0002_posts'] });
});

test('two that start at once apply each file once', async () => {
  write({ '0001_people.sql': PEOPLE, '0002_posts.sql': `${POSTS}\nselect pg_sleep(0.2);` });
  const others = [openDatabase<object>({ url: server.url }), openDatabase<object>({ url: server.url })];

  const done = await Promise.all([db, ...others].map((each) => migrate(each, directory)));

  expect(done.flatMap(({ applied }) => applied).toSorted()).toEqual(['0001_people', '0002_posts']);
  expect(await rowsOf('posts')).toBe(2);
  await Promise.all(others.map((each) => each.destroy()));
});

describe('a file that was applied is never', () => {
  beforeEach(async () => {
    write({ '0001_people.sql': PEOPLE, '0002_posts.sql': POSTS });
    await migrate(db, directory);
  });

  test('edited', async () => {
    write({ '0001_people.sql': PEOPLE.replace('int', 'bigint') });

    await expect(migrate(db, directory)).rejects.toThrow('0001_people.sql was edited after it was applied');
  });

  test('removed: that is an older version of Concours on a newer database', async () => {
    rmSync(join(directory, '0002_posts.sql'));

    await expect(migrate(db, directory)).rejects.toThrow('0002_posts.sql was applied to this database, but is missing');
  });

  test('renamed', async () => {
    renameSync(join(directory, '0002_posts.sql'), join(directory, '0002_jobs.sql'));

    await expect(migrate(db, directory)).rejects.toThrow('but 0002_jobs.sql stands in its place');
  });

  test('changed by a checkout that writes other line ends: that is the same text', async () => {
    write({ '0001_people.sql': PEOPLE.replaceAll('\n', '\r\n') });

    expect(await migrate(db, directory)).toEqual({ applied: [] });
  });
});

test.each([
  [
    'a number used twice',
    { '0001_people.sql': PEOPLE, '0001_posts.sql': POSTS },
    '0001_posts.sql: 0001_people.sql has its number',
  ],
  ['a name that is none', { '1_people.sql': PEOPLE }, '1_people.sql: not named NNNN_name.sql'],
  ['no word of why', { '0001_people.sql': 'create table people ();' }, 'the first line must say why'],
])('%s is refused before anything is applied', async (_, files, message) => {
  write(files);

  await expect(migrate(db, directory)).rejects.toThrow(message);
});

test('our own migrations are well named and explained, and apply to an empty database', async () => {
  const ours = fileURLToPath(new URL('../../migrations', import.meta.url));

  expect(await readMigrations(ours)).toHaveLength(readdirSync(ours).length);
  expect((await migrate(db, ours)).applied).toHaveLength(readdirSync(ours).length);
});
