/**
 * How much a commit is worth. `safe`: a commit that was acknowledged survives a power cut. `none-for-tests`: nothing is
 * promised, for throw-away clusters only.
 */
export type Durability = 'safe' | 'none-for-tests';

/** The name of the file in the socket directory carries the port; the directory serves one cluster only. */
export const PORT = 5432;

/**
 * Given on the command line, so that nothing in the data directory overrides them. For a small installation, some hundred
 * people at once on a machine with 2 GB; who outgrows it runs a server of their own and sets DATABASE_URL.
 */
const SETTINGS = {
  listen_addresses: '', // the socket only: no port, no password
  unix_socket_permissions: '0700',
  port: String(PORT),
  max_connections: '50',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  random_page_cost: '1.1', // solid-state disks
  jit: 'off', // slows short queries down
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
  log_min_messages: 'log', // starts, stops and crashes; not the failed statements, whose values may be personal
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  logging_collector: 'off',
};

const DURABILITY: Record<Durability, Record<string, string>> = {
  safe: { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' },
  'none-for-tests': { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' },
};

/** Arguments of `postgres` that start the cluster in `clusterDir` with its socket in `socketDir`. */
export function serverArguments(place: { clusterDir: string; socketDir: string }, durability: Durability): string[] {
  const settings = { ...SETTINGS, ...DURABILITY[durability], unix_socket_directories: place.socketDir };
  return ['-D', place.clusterDir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** Arguments of `initdb` for a new cluster: UTF-8 in the order of code points, and pages with checksums. */
export function creationArguments(directory: string, durability: Durability): string[] {
  const coding = ['-E', 'UTF8', '--locale=C.UTF-8', '--data-checksums'];
  const access = ['--auth-local=trust', '--auth-host=reject']; // who may open the socket directory is its owner
  const speed = durability === 'safe' ? [] : ['--no-sync'];
  return ['-D', directory, '-U', DATABASE_NAME, ...coding, ...access, ...speed];
}

/** Name of the database and of the account in it. */
export const DATABASE_NAME = 'concours';

/** PostgreSQL's programs get nothing of our environment: no settings by accident, messages in English. */
export const ENVIRONMENT: Record<string, string> = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
