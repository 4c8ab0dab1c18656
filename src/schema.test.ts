import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from './platform/database-testing.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

type Column = { table: string; column: string; type: string; nullable: boolean };

/** The tables as `schema.ts` writes them: read from its text, since types are gone when tests run. */
function writtenColumns(): Column[] {
  const text = readFileSync(new URL('schema.ts', import.meta.url), 'utf8');
  const tables = Object.fromEntries(
    [...(/export type Schema = \{([^}]*)\}/.exec(text)?.[1] ?? '').matchAll(/(\w+): (\w+);/g)].map(
      ([, table, type]) => [type, table],
    ),
  );
  return [...text.matchAll(/export type (\w+Table) = \{([^}]*)\}/g)].flatMap(([, type = '', body = '']) =>
    [...body.matchAll(/(\w+): ([^;]+)(?:;|$)/g)].map(([, column = '', written = '']) => ({
      table: snake(tables[type] ?? type),
      column: snake(column),
      type: kindOf(written),
      nullable: written.includes('null'),
    })),
  );
}

const snake = (name: string) =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace('sha_256', 'sha256');
const kindOf = (written: string) =>
  /Date|Buffer|number|boolean|Json|string/.exec(written.replace('JsonWithDefault', 'Json'))?.[0] ?? written;

const KINDS: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  bigint: 'string',
  bytea: 'Buffer',
  integer: 'number',
  boolean: 'boolean',
  jsonb: 'Json',
  'timestamp with time zone': 'Date',
  tsvector: 'string',
  ARRAY: 'string',
};

test('schema.ts and the migrated database are the same tables, columns, types', async () => {
  const { rows } = await sql<{ tableName: string; columnName: string; dataType: string; isNullable: string }>`
    select table_name, column_name, data_type, is_nullable from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely%' and table_name not like '%migration%'`.execute(
    database.db,
  );
  const migrated: Column[] = rows.map((row) => ({
    table: row.tableName,
    column: row.columnName,
    type: KINDS[row.dataType] ?? row.dataType,
    nullable: row.isNullable === 'YES',
  }));

  const sorted = (columns: Column[]) => columns.map((column) => JSON.stringify(column)).toSorted();
  expect(sorted(writtenColumns())).toEqual(sorted(migrated));
});
