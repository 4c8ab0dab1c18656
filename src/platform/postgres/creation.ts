import { execFile } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  fsyncSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { promisify } from 'node:util';
import { ClusterProblem } from './cluster-problem.ts';
import type { Place } from './data-directory.ts';
import type { Manner } from './postmaster.ts';
import { creationArguments, ENVIRONMENT } from './settings.ts';

const run = promisify(execFile);

/**
 * Creates the cluster if there is none: beside its place, then renamed, so that one half made (a kill, a full disk) is
 * never taken for a cluster. The caller holds the claim.
 */
export async function createCluster(
  { dataDir, clusterDir, account }: Place,
  { initdb, durability, log }: Manner,
): Promise<void> {
  if (existsSync(clusterDir) && readdirSync(clusterDir).length > 0) return;
  const unfinished = `${clusterDir}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  chownSync(unfinished, account.uid, account.gid);
  try {
    await run(initdb, creationArguments(unfinished, durability), { ...account, cwd: '/', env: ENVIRONMENT });
  } catch (cause) {
    throw new ClusterProblem(`The database could not be created in ${dataDir}: ${reason(cause)}`, { cause });
  }
  renameSync(unfinished, clusterDir);
  syncDirectory(dataDir);
  log(`Database created in ${clusterDir}.`);
}

/** Makes the rename itself survive a power cut. */
function syncDirectory(directory: string): void {
  const handle = openSync(directory, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

const reason = (error: unknown): string =>
  error instanceof Error && 'stderr' in error && error.stderr !== '' ? String(error.stderr).trim() : String(error);
