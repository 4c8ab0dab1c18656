import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personalDataWith } from './app-personal-data.ts';
import { testDatabase } from './platform/database-testing.ts';
import { newKey, readKeys } from './platform/sealing.ts';

const PERSONAL_DATA = personalDataWith({ accommodationKeys: readKeys(newKey()), equalityKeys: readKeys(newKey()) });

let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Every table from which foreign keys lead to an account, over however many others. */
async function tablesOfPeople(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with recursive owned (id) as (
      select 'accounts'::regclass::oid
      union select conrelid from pg_constraint join owned on confrelid = id where contype = 'f'
    ) select id::regclass::text as name from owned order by 1`.execute(database.db);
  return rows.map(({ name }) => name);
}

test('every table that leads to an account is answered for by one part of a person’s data', async () => {
  const named = PERSONAL_DATA.flatMap(({ tables }) => tables);

  expect(await tablesOfPeople()).toEqual(named.toSorted());
  expect(named.length).toBeGreaterThan(12);
});

test('each part has a name of its own, which is a title in both languages', () => {
  const names = PERSONAL_DATA.map(({ name }) => name);

  expect(new Set(names).size).toBe(names.length);
  expect(PERSONAL_DATA.filter(({ title }) => !title.en || !title.fr)).toEqual([]);
});
