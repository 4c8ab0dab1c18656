import { Client, DatabaseError } from 'pg';
import { ClusterProblem } from './cluster-problem.ts';
import { DATABASE_NAME, type Durability } from './settings.ts';

/** The oldest PostgreSQL that our SQL is written for: Debian 12's. */
const OLDEST_MAJOR = 15;

/** What must be on for an acknowledged commit to survive a power cut. */
const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/** Our database in a cluster of our own, made if it is not there, on a server that keeps what it acknowledges. */
export async function prepareDatabase(url: string, durability: Durability): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    if (durability === 'safe') await refuseUnsafeServer(client);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE_NAME]);
    if (rowCount === 0) await client.query(`create database ${DATABASE_NAME}`).catch(ifNotMadeMeanwhile);
  } finally {
    await client.end();
  }
}

function ifNotMadeMeanwhile(error: unknown): void {
  const madeMeanwhile = ['42P04', '23505']; // duplicate_database, and unique_violation for two at the same instant
  if (!(error instanceof DatabaseError && madeMeanwhile.includes(error.code ?? ''))) throw error;
}

/** Any server that we are to trust with applications, our own or the one that DATABASE_URL names. */
export async function checkServer(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await refuseUnsafeServer(client);
  } finally {
    await client.end();
  }
}

async function refuseUnsafeServer(client: Client): Promise<void> {
  const names = ['server_version_num', 'server_encoding', ...DURABLE];
  const { rows } = await client.query<{ name: string; setting: string }>(
    'select name, setting from pg_settings where name = any($1)',
    [names],
  );
  const settings = new Map(rows.map(({ name, setting }) => [name, setting]));
  const major = Math.floor(Number(settings.get('server_version_num')) / 10_000);
  if (major < OLDEST_MAJOR) throw new ClusterProblem(`PostgreSQL ${major} is too old: ${OLDEST_MAJOR} or newer.`);
  if (settings.get('server_encoding') !== 'UTF8') throw new ClusterProblem('The database must be made with UTF8.');
  const off = DURABLE.filter((name) => settings.get(name) === 'off');
  if (off.length > 0) {
    throw new ClusterProblem(`The server has ${off.join(', ')} off: a power cut would lose applications. Turn it on.`);
  }
}
