import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { installedPackage, majorOf, runnableBinaries } from './binaries.ts';
import { claim, type Claim, type Guest, type Owner } from './claim.ts';
import { ClusterProblem } from './cluster-problem.ts';
import { createCluster } from './creation.ts';
import { prepareDataDir, preparePlace, type Place } from './data-directory.ts';
import { keepRunning, type Keeper } from './keeper.ts';
import { readLockFile } from './lock-file.ts';
import {
  clearStaleLock,
  runningPostmaster,
  startPostmaster,
  stopPostmaster,
  type Manner,
  type Postmaster,
} from './postmaster.ts';
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
  /** Process id of the postmaster; another one after it ended unexpectedly and was started again. */
  readonly pid: number;
  /** Stops the database, unless another process of ours uses it: then that one will. Close what uses `url` first. */
  stop: () => Promise<void>;
};

/** How long one that joins waits for the owner to start again a server that ended unexpectedly. */
const RESTARTED_WITHIN_MS = 30_000;
/** After an owner left, its other guests need a moment to come to the one that inherited. */
const GUESTS_BACK_WITHIN_MS = 500;

/**
 * Starts the embedded PostgreSQL of `dataDir`, creating it at first. If it runs already, because another process of ours
 * started it or because ours was killed without it, that one is used: there is never a second one on the same data.
 * @throws ClusterProblem with a sentence for the operator
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { durability = 'safe', log } = options;
  const installed = installedPackage();
  const dataDir = prepareDataDir(options.dataDir);
  const { dev, ino } = statSync(dataDir);
  const claimName = `concours-database-${dev}-${ino}`;
  const held = await claim(claimName);
  try {
    const place = preparePlace(dataDir, majorOf(installed.version), options.account);
    const manner = { ...runnableBinaries(installed, dataDir, place.account), durability, log };
    const postmaster = await (held.role === 'owner' ? runningServer(place, manner) : serverOfOwner(place));
    const cluster = share(held, { claimName, postmaster, place, manner });
    await prepareDatabase(urlOf(postmaster, 'postgres'), durability).catch(async (error: unknown) => {
      await cluster.stop();
      throw error;
    });
    return cluster;
  } catch (error) {
    await held.release();
    throw error;
  }
}

/** Only for the owner: two at once could each take the other's lock for a stale one. */
async function runningServer(place: Place, manner: Manner): Promise<Postmaster> {
  await createCluster(place, manner);
  const running = await runningPostmaster(place);
  if (running) {
    manner.log(`Database found running (process ${running.pid}).`);
    return running;
  }
  clearStaleLock(place, manner.log);
  return startPostmaster(place, manner);
}

async function serverOfOwner(place: Place): Promise<Postmaster> {
  const until = Date.now() + RESTARTED_WITHIN_MS;
  for (;;) {
    const running = await runningPostmaster(place);
    if (running) return running;
    if (Date.now() > until) throw new ClusterProblem('The database of another process of Concours does not run.');
    await sleep(100);
  }
}

type Holding = { claimName: string; postmaster: Postmaster; place: Place; manner: Manner };

/** The cluster as its user sees it: the owner keeps it running, and who is alone at the end stops it. */
function share(first: Claim, { claimName, postmaster, place, manner }: Holding): Cluster {
  const start = (): Promise<Postmaster> => runningServer(place, manner);
  const own = (owner: Owner, server: Postmaster): OwnerStake => {
    owner.admitGuests();
    return { claim: owner, keeper: keepRunning(server, start, manner.log) };
  };
  const join = (guest: Guest): Stake => {
    guest.onOwnerLeft(() => (held = inherit()));
    return { claim: guest };
  };
  const inherit = async (): Promise<Stake> => {
    const next = await claim(claimName);
    if (next.role === 'guest') return join(next);
    return { ...own(next, (await runningPostmaster(place)) ?? postmaster), inheritedAt: Date.now() };
  };
  let held = Promise.resolve(first.role === 'owner' ? own(first, postmaster) : join(first));
  let stopped: Promise<void> | undefined;
  return {
    url: urlOf(postmaster, DATABASE_NAME),
    get pid() {
      return readLockFile(place.clusterDir)?.pid ?? postmaster.pid;
    },
    stop: () => (stopped ??= held.then((stake) => leave(stake, manner.log))),
  };
}

type Stake = { claim: Guest } | OwnerStake;
type OwnerStake = { claim: Owner; keeper: Keeper; inheritedAt?: number };

async function leave(stake: Stake, log: (message: string) => void): Promise<void> {
  if ('keeper' in stake) {
    await sleep(Math.max(0, (stake.inheritedAt ?? 0) + GUESTS_BACK_WITHIN_MS - Date.now()));
    const server = await stake.keeper.leave();
    if (stake.claim.closeToGuests() === 0) await stopPostmaster(server.pid, log);
  }
  await stake.claim.release();
}

const urlOf = ({ socketDir }: Postmaster, database: string): string =>
  `postgresql://${DATABASE_NAME}@/${database}?host=${encodeURIComponent(socketDir)}&port=${PORT}`;
