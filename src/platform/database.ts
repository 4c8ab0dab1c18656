import { setTimeout as sleep } from 'node:timers/promises';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { Client, Pool, types, type PoolClient } from 'pg';
import type { Schema } from '../schema.ts';
import { preparedName } from './prepared.ts';

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
const POLL_MS = 2;
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
  pool.on('connect', (client) => {
    client.on('error', theQueryWasTold);
    keepPrepared(client);
  });
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  awaited.set(db, () => pool.waitingCount);
  const destroy = db.destroy.bind(db);
  return Object.assign(db, { destroy: () => nobodyWaits(pool).then(destroy) });
}

const awaited = new WeakMap<object, () => number>();

/** How many queries wait for a connection of a database that `openDatabase` opened. */
export const waitingQueries = (db: object): number => awaited.get(db)?.() ?? 0;

/** Kysely sends every query as a text; those that were prepared go by their names. */
function keepPrepared(client: PoolClient): void {
  const query = (text: string, values: unknown[] = []) => {
    const name = preparedName(text);
    // By the prototype as it is now, where whoever counts queries has put a counter.
    const send = Reflect.get(Client.prototype, 'query') as (...given: unknown[]) => unknown;
    return Reflect.apply(send, client, name === undefined ? [text, values] : [{ name, text, values }]);
  };
  Object.assign(client, { query });
}

/** A connection lost in use: its query has been rejected; without a listener, the event would end the process. */
const theQueryWasTold = (): void => {};

/** Kysely waits for the queries that have a connection, but refuses those that were begun and wait for one. */
async function nobodyWaits(pool: Pool): Promise<void> {
  do await sleep(POLL_MS);
  while (pool.waitingCount > 0);
}

const DATE_OID: number = types.builtins.DATE;
const asText = (value: string): string => value;

/** PostgreSQL's defaults, except that a civil date has no time and no zone to be shifted by. */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === DATE_OID && format !== 'binary' ? asText : types.getTypeParser(oid, format);

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : error.name);
