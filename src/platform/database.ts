import { once } from 'node:events';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import type { Schema } from '../schema.ts';

export type DatabaseOptions = {
  /** Of a server (`DATABASE_URL`) or of our own cluster (`Cluster.url`). */
  url: string;
  /** Connections at most; a server's `max_connections` is shared by all that use it. */
  poolSize?: number;
  /** Told when a connection was lost while nobody used it; the next query opens another. */
  log?: (message: string) => void;
};

/** A query that waits longer for a free connection is a fault: the server is overloaded or gone. */
const CONNECTION_WITHIN_MS = 10_000;
/** A transaction that does nothing for so long was forgotten, and holds locks. */
const IDLE_TRANSACTION_MS = 60_000;

/**
 * Opens the database; connections are made as queries need them, and a lost one is a fault of the query that used it.
 * `db.destroy()` lets the queries that were begun end first. Column names are snake_case in SQL and camelCase here; the
 * keys inside a `jsonb` value stay as they are.
 *
 * Types: `timestamptz` is a `Date`; `date` a civil date `'YYYY-MM-DD'`; `bigint` and `numeric` a string, for not all of
 * them are exact numbers. Hence `count(*)` is a string as well: write `sql<number>'count(*)::int'`, or `Number(…)`.
 */
export function openDatabase<Tables = Schema>({ url, poolSize = 10, log }: DatabaseOptions): Kysely<Tables> {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    types: { getTypeParser },
    connectionTimeoutMillis: CONNECTION_WITHIN_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
    application_name: 'concours',
  });
  pool.on('error', (error) => log?.(`Connection to the database lost (${codeOf(error)}).`));
  const drainingPool = { options: pool.options, connect: () => pool.connect(), end: () => drain(pool) };
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: drainingPool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** `pool.end` waits for queries that have a connection, but forgets those that wait for one. */
async function drain(pool: Pool): Promise<void> {
  while (pool.waitingCount > 0) await once(pool, 'release');
  await pool.end();
}

const DATE_OID: number = types.builtins.DATE;
const asText = (value: string): string => value;

/** PostgreSQL's defaults, except that a civil date has no time and no zone to be shifted by. */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === DATE_OID && format !== 'binary' ? asText : types.getTypeParser(oid, format);

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : error.name);
