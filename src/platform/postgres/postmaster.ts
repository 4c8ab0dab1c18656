import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { ClusterProblem } from './cluster-problem.ts';
import type { Place } from './data-directory.ts';
import { hasEnded, holderOf, readLockFile, removeLockFiles, signal } from './lock-file.ts';
import { ENVIRONMENT, serverArguments, type Durability } from './settings.ts';

/** PostgreSQL's first process, which all others descend from. */
export type Postmaster = { pid: number; socketDir: string };

/** With what, and how, a server is started. */
export type Manner = Binaries & { durability: Durability; log: (message: string) => void };

const POLL_MS = 5;
/** Recovery after a crash reads at most a few GB of log; it is not interrupted for being slow. */
const READY_WITHIN_MS = 10 * 60_000;
/** A fast stop rolls back and writes out; after that an immediate one, from which the next start recovers. */
const STOPPED_WITHIN_MS = 60_000;
/** The last processes of a postmaster that was killed end by themselves, at most at the end of their statement. */
const ORPHANS_GONE_WITHIN_MS = 20_000;
const MAX_LOG_BYTES = 10_000_000;

/** The server that runs on the cluster, whoever started it; waits until it takes connections. */
export async function runningPostmaster(place: Place): Promise<Postmaster | undefined> {
  const lock = readLockFile(place.clusterDir);
  if (lock?.pid === undefined || holderOf(lock.pid, place.clusterDir) !== 'postmaster') return undefined;
  return (await ready(lock.pid, place)) ?? runningPostmaster(place);
}

/** Removes the lock of a server that ended without stopping; never one that may be held. Only the owner may. */
export function clearStaleLock(place: Place, log: (message: string) => void): void {
  const lock = readLockFile(place.clusterDir);
  if (!lock) return;
  const holder = holderOf(lock.pid, place.clusterDir);
  if (holder === 'unknown' || holder === 'postmaster') {
    throw new ClusterProblem(
      `${place.clusterDir}/postmaster.pid may belong to a running server. Make sure that no process \`postgres\` uses ` +
        'this folder, then delete that file.',
    );
  }
  removeLockFiles(place.clusterDir, place.socketDir);
  log('The database was not stopped properly last time: it recovers now.');
}

/** In a session of its own: Ctrl-C in the terminal is for us, who stop it last. Its log outlives us as well. */
export async function startPostmaster(place: Place, manner: Manner, since = Date.now()): Promise<Postmaster> {
  const logStart = rotateLog(place.logFile);
  const log = openSync(place.logFile, 'a', 0o600);
  const child = spawn(manner.postgres, serverArguments(place, manner.durability), {
    ...place.account,
    cwd: '/',
    env: ENVIRONMENT,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  const started = child.pid === undefined ? await failed : await ready(child.pid, place);
  if (started) {
    manner.log(`Database started (process ${started.pid}).`);
    return started;
  }
  const said = readFileSync(place.logFile, 'utf8').slice(logStart).trim();
  if (!said.includes('shared memory block') || Date.now() - since > ORPHANS_GONE_WITHIN_MS) {
    throw new ClusterProblem(`The database did not start; ${place.logFile} says:\n${said.slice(-2_000)}`);
  }
  await sleep(100);
  return startPostmaster(place, manner, since);
}

/** Waits until the server takes connections; `undefined` if it ended instead. */
async function ready(pid: number, { clusterDir }: Place): Promise<Postmaster | undefined> {
  const until = Date.now() + READY_WITHIN_MS;
  while (!hasEnded(pid)) {
    const lock = readLockFile(clusterDir);
    if (lock?.pid === pid && lock.status === 'ready') return { pid, socketDir: lock.socketDir };
    if (Date.now() > until) throw new ClusterProblem(`The database (process ${pid}) does not become ready.`);
    await sleep(POLL_MS);
  }
  return undefined;
}

/** Stops it fast: transactions in progress are rolled back, what was acknowledged is on disk. */
export async function stopPostmaster(pid: number, log: (message: string) => void): Promise<void> {
  signal(pid, 'SIGINT');
  const until = Date.now() + STOPPED_WITHIN_MS;
  while (!hasEnded(pid)) {
    if (Date.now() > until) signal(pid, 'SIGQUIT');
    await sleep(POLL_MS);
  }
  log('Database stopped.');
}

/** Starts a new log where the old one has grown large, keeping one; answers where what is written now will begin. */
function rotateLog(file: string): number {
  const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes <= MAX_LOG_BYTES) return bytes;
  renameSync(file, `${file}.1`);
  return 0;
}
