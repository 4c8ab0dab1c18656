import { statSync } from 'node:fs';
import { installedPackage, majorOf, runnableBinaries } from './binaries.ts';
import { claim, type Claim } from './claim.ts';
import { ClusterProblem } from './cluster-problem.ts';
import { preparePlace, type Place } from './data-directory.ts';
import { createCluster } from './creation.ts';
import { findPostmaster, startPostmaster, stopPostmaster, type Manner, type Postmaster } from './postmaster.ts';
import { prepareDatabase } from './server-check.ts';
import { DATABASE_NAME, PORT, type Durability } from './settings.ts';

export type ClusterOptions = {
  /** Where everything of ours lives; the cluster is `pg18` in it. Made if it is not there. */
  dataDir: string;
  /** Told in a sentence what was made, started, found running or stopped. */
  log: (message: string) => void;
  /** For tests only: `none-for-tests` gives durability up for speed. */
  durability?: Durability;
  /** The account for a new cluster when run as root; `postgres`, else `nobody`. */
  account?: string;
};

/** A running PostgreSQL of our own. */
export type Cluster = {
  /** For `openDatabase`, and for any client of PostgreSQL's. */
  url: string;
  /** Process id of the postmaster. */
  pid: number;
  /** Stops the database, unless another process of ours uses it: then that one will. Close what uses `url` first. */
  stop: () => Promise<void>;
};

/**
 * Starts the embedded PostgreSQL of `dataDir`, creating it at first. If it runs already, because another process of ours
 * started it or because ours was killed without it, that one is used: there is never a second one on the same data.
 * @throws ClusterProblem with a sentence for the operator
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { durability = 'safe', log } = options;
  const binaries = installedPackage();
  const place = preparePlace(options.dataDir, majorOf(binaries.version), options.account);
  const { dev, ino } = statSync(place.dataDir);
  const name = `concours-database-${dev}-${ino}`;
  const held = await claim(name);
  try {
    const programs = runnableBinaries(binaries, place.dataDir, place.account);
    const postmaster = await postmasterFor(held, place, { ...programs, durability, log });
    await prepareDatabase(urlOf(postmaster, 'postgres'), durability);
    return shared(postmaster, held, { name, log });
  } catch (error) {
    await held.release();
    throw error;
  }
}

/** The owner's task is to see that there is a server; guests only ever use the one that is there. */
async function postmasterFor(held: Claim, place: Place, manner: Manner): Promise<Postmaster> {
  if (held.role === 'owner') await createCluster(place, manner);
  const running = await findPostmaster(place, manner.log);
  if (running) return running;
  if (held.role === 'owner') return startPostmaster(place, manner);
  throw new ClusterProblem('The database of another process of Concours has ended unexpectedly: stop that process.');
}

const urlOf = ({ socketDir }: Postmaster, database: string): string =>
  `postgresql://${DATABASE_NAME}@/${database}?host=${encodeURIComponent(socketDir)}&port=${PORT}`;

/** The cluster as its user sees it: whoever holds the claim alone at the end stops it. */
function shared(
  postmaster: Postmaster,
  first: Claim,
  { name, log }: { name: string; log: (m: string) => void },
): Cluster {
  let held = Promise.resolve(first);
  let stopped: Promise<void> | undefined;
  const settle = (now: Claim): Claim => {
    if (now.role === 'owner') now.admitGuests();
    else now.onOwnerLeft(() => (held = claim(name).then(settle)));
    return now;
  };
  settle(first);
  const stop = async (): Promise<void> => {
    const now = await held;
    if (now.role === 'owner' && now.closeToGuests() === 0) await stopPostmaster(postmaster, log);
    await now.release();
  };
  return { url: urlOf(postmaster, DATABASE_NAME), pid: postmaster.pid, stop: () => (stopped ??= stop()) };
}
