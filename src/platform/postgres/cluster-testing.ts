import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import type { Account } from './account.ts';
import type { ClusterOptions } from './cluster.ts';
import { hasEnded, holderOf, readLockFile, signal } from './lock-file.ts';

const SCRIPT = fileURLToPath(new URL('cluster-process-testing.ts', import.meta.url));

/** Another process that has the cluster. */
export type ClusterProcess = {
  pid: number;
  url: string;
  said: string[];
  problem?: string;
  kill: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Starts the cluster in another process, as another account where one is given. */
export async function clusterProcess(
  options: Omit<ClusterOptions, 'log'>,
  account?: Account,
): Promise<ClusterProcess & { node: number }> {
  const child = spawn(process.execPath, [SCRIPT, JSON.stringify(options)], {
    ...account,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const line = await firstLine(child);
  const end = async (act: () => unknown): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    act();
    await exited;
  };
  return {
    ...(JSON.parse(line) as { url: string; pid: number; said: string[] }),
    node: child.pid ?? 0,
    kill: () => end(() => child.kill('SIGKILL')),
    stop: () => end(() => child.stdin?.end()),
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the process ended without a word');
}

/** Short enough for a socket below it. */
export const TEMPORARY = '/tmp';
const IN_MEMORY = '/dev/shm';
const ENOUGH_BYTES = 2_000_000_000;

/** Where throw-away clusters live: in memory where there is enough of it, for the disk is what slows tests down. */
export function clusterFolder(): string {
  if (!existsSync(IN_MEMORY)) return TEMPORARY;
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return bavail * bsize >= ENOUGH_BYTES ? IN_MEMORY : TEMPORARY;
}

/** Directories under `folder` that the tests of one file use, and everything that runs in them; `remove` ends both. */
export function temporaryDirectories(folder = TEMPORARY): {
  make: () => string;
  copyOf: (seed: string) => string;
  remove: () => Promise<void>;
} {
  const made: string[] = [];
  const make = (): string => {
    const directory = mkdtempSync(join(folder, 'concours-cluster-'));
    chmodSync(directory, 0o755);
    made.push(directory);
    return join(directory, 'data');
  };
  return {
    make,
    copyOf: (seed) => {
      const copy = make();
      execFileSync('cp', ['-a', seed, copy]); // owners as well
      return copy;
    },
    remove: async () => {
      for (const directory of made) {
        await endServerIn(join(directory, 'data', 'pg18'));
        rmSync(directory, { recursive: true, force: true });
      }
    },
  };
}

async function endServerIn(clusterDir: string): Promise<void> {
  const pid = existsSync(clusterDir) ? readLockFile(clusterDir)?.pid : undefined;
  if (pid === undefined || holderOf(pid, clusterDir) !== 'postmaster') return;
  signal(pid, 'SIGQUIT');
  await ended(pid);
}

/** Rows of one statement on a connection of its own. */
export async function ask<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(statement).finally(() => client.end());
  return rows;
}

export async function ended(pid: number): Promise<void> {
  while (!hasEnded(pid)) await sleep(5);
}
