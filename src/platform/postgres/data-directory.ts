import { createHash } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { accountFor, accountInPlaceOfRoot, canEnter, ownAccount, type Account } from './account.ts';
import { ClusterProblem } from './cluster-problem.ts';
import { PORT } from './settings.ts';

/** Where a cluster lives. All paths are real ones; `clusterDir` may not be there yet. */
export type Place = { dataDir: string; clusterDir: string; socketDir: string; logFile: string; account: Account };

/** Where root's data lives when PostgreSQL's account cannot reach the current directory. */
const SYSTEM_DATA_DIR = '/var/lib/concours';

/** Length of a socket's path that Linux accepts, in bytes (`sun_path` without its final zero). */
const MAX_SOCKET_PATH = 107;

/** `./data`; for root, `/var/lib/concours` where PostgreSQL's account cannot reach `./data` (below `/root`, say). */
export function defaultDataDir(cwd: string = process.cwd()): string {
  const here = join(cwd, 'data');
  if (ownAccount().uid !== 0) return here;
  const nearest = existsSync(here) ? here : cwd;
  return canEnter(accountInPlaceOfRoot(), nearest) ? here : SYSTEM_DATA_DIR;
}

/** Makes the directory of all data if it is not there; answers its real path. Others than its owner may only pass it. */
export function prepareDataDir(given: string): string {
  mkdirSync(resolve(given), { recursive: true, mode: ownAccount().uid === 0 ? 0o711 : 0o700 });
  return realpathSync(given);
}

/**
 * Where a cluster of PostgreSQL `major` lives. The caller holds the claim.
 * @param preferred the account for a new cluster, when run as root
 * @throws ClusterProblem if its account cannot reach it, or another major version's cluster is there
 */
export function preparePlace(dataDir: string, major: string, preferred?: string): Place {
  const clusterDir = join(dataDir, `pg${major}`);
  refuseOtherMajor(dataDir, major);
  const account = accountFor(clusterDir, preferred);
  if (!canEnter(account, dataDir)) {
    throw new ClusterProblem(
      `${dataDir} cannot be reached by PostgreSQL's account (uid ${account.uid}; never root): set DATA_DIR to a folder ` +
        `that it can reach, ${SYSTEM_DATA_DIR} for instance.`,
    );
  }
  const socketDir = prepareSocketDir(dataDir, account);
  return { dataDir, clusterDir, socketDir, logFile: join(dataDir, 'postgres.log'), account };
}

/** A cluster of another version is never passed over for a new, empty one: that would look like a loss of everything. */
function refuseOtherMajor(dataDir: string, major: string): void {
  const found = readdirSync(dataDir).filter((name) => /^pg\d+$/.test(name));
  const other = found.find((name) => name !== `pg${major}`);
  if (other !== undefined && !found.includes(`pg${major}`))
    throw otherMajor(join(dataDir, other), other.slice(2), major);
  const clusterDir = join(dataDir, `pg${major}`);
  if (!existsSync(clusterDir) || readdirSync(clusterDir).length === 0) return;
  if (!existsSync(join(clusterDir, 'PG_VERSION'))) {
    throw new ClusterProblem(
      `${clusterDir} holds files, but no PostgreSQL cluster: restore it whole, or move it away.`,
    );
  }
  const version = readFileSync(join(clusterDir, 'PG_VERSION'), 'utf8').trim();
  if (version !== major) throw otherMajor(clusterDir, version, major);
}

const otherMajor = (directory: string, theirs: string, ours: string): ClusterProblem =>
  new ClusterProblem(
    `${directory} was made by PostgreSQL ${theirs}, this version of Concours brings ${ours}: ` +
      'see docs/operations-database.md, “Upgrading”.',
  );

/** A directory for the socket that its account alone can enter: in `dataDir`, or in /tmp where that path is too long. */
function prepareSocketDir(dataDir: string, account: Account): string {
  const inside = join(dataDir, 'socket');
  if (Buffer.byteLength(join(inside, `.s.PGSQL.${PORT}`)) <= MAX_SOCKET_PATH) return ownDirectory(inside, account);
  const { dev, ino } = statSync(dataDir);
  const name = createHash('sha256').update(`${dataDir}:${dev}:${ino}`).digest('hex').slice(0, 16);
  return ownDirectory(join('/tmp', `concours-${name}`), account);
}

/** In /tmp somebody else may have put something under that name before us: it is not used then. */
export function ownDirectory(directory: string, account: Account): string {
  if (!lstatSync(directory, { throwIfNoEntry: false })) {
    mkdirSync(directory, { mode: 0o700 });
    chownSync(directory, account.uid, account.gid);
  }
  const found = lstatSync(directory);
  const ours = found.isDirectory() && found.uid === account.uid && (found.mode & 0o077) === 0;
  if (!ours) {
    throw new ClusterProblem(
      `${directory} must be a folder of PostgreSQL's account (uid ${account.uid}) that nobody else can enter: ` +
        `remove what is there, or set its owner and mode 0700. Its parent is ${dirname(directory)}.`,
    );
  }
  return directory;
}
