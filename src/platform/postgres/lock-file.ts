import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PORT } from './settings.ts';

/** What PostgreSQL's `postmaster.pid` says of the server that holds a data directory. */
export type LockFile = { pid: number | undefined; socketDir: string; status: string };

/**
 * Who has the process id that a lock file names. `zombie`: it ended, but its parent has not taken notice (a container's
 * first process often never does). `unknown`: this system does not let us find out.
 */
export type Holder = 'nobody' | 'zombie' | 'another-program' | 'postmaster' | 'unknown';

/** `undefined`: no server holds the directory. Lines as in PostgreSQL's `pidfile.h`. */
export function readLockFile(clusterDir: string): LockFile | undefined {
  const text = readIfThere(join(clusterDir, 'postmaster.pid'));
  if (text === undefined) return undefined;
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  return { pid: pid > 0 ? pid : undefined, socketDir: lines[4] ?? '', status: lines[7] ?? '' };
}

/** Whether the process is a running PostgreSQL on exactly this (real) directory. */
export function holderOf(pid: number | undefined, clusterDir: string): Holder {
  if (pid === undefined) return 'unknown';
  const signalled = signal(pid, 0);
  if (signalled === 'ESRCH') return 'nobody';
  const state = stateOf(pid);
  if (state === 'Z' || state === 'X') return 'zombie';
  if (signalled === 'EPERM') return 'another-program'; // the data is ours: its server would be ours as well
  return programOf(pid, clusterDir);
}

function programOf(pid: number, clusterDir: string): Holder {
  try {
    const program = basename(readlinkSync(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, '');
    if (program !== 'postgres') return 'another-program';
    return readlinkSync(`/proc/${pid}/cwd`) === clusterDir ? 'postmaster' : 'another-program';
  } catch {
    return signal(pid, 0) === 'ESRCH' ? 'nobody' : 'unknown';
  }
}

export const hasEnded = (pid: number): boolean => signal(pid, 0) === 'ESRCH' || stateOf(pid) === 'Z';

/** Removes what a server that ended without stopping left behind. Only for a holder that is certainly no server. */
export function removeLockFiles(clusterDir: string, socketDir: string): void {
  rmSync(join(clusterDir, 'postmaster.pid'), { force: true });
  rmSync(join(socketDir, `.s.PGSQL.${PORT}.lock`), { force: true });
  rmSync(join(socketDir, `.s.PGSQL.${PORT}`), { force: true });
}

/** Sends a signal; answers why it could not. Signal 0 only asks. */
export function signal(pid: number, name: NodeJS.Signals | 0): string | undefined {
  try {
    process.kill(pid, name);
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

/** The state letter of `/proc/PID/stat`, which follows the program's name in parentheses. */
const stateOf = (pid: number): string | undefined =>
  readIfThere(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .at(0);

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
