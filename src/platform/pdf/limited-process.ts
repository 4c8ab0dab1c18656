import { spawn, type ChildProcess } from 'node:child_process';

export type ProcessEnd =
  | { kind: 'ended'; status: number | null; output: string; bytes: Buffer; messages: string }
  | { kind: 'took-too-long' }
  | { kind: 'said-too-much' }
  | { kind: 'not-installed' };

export type Limits = {
  timeoutMs: number;
  maxMemoryBytes: number;
  /** What of a process is limited: all its addresses, or, where it reserves many more than it uses, its own data. */
  memory?: 'addresses' | 'data';
  maxOutputBytes: number;
  /** The largest file it may write; none where nothing is said. */
  maxFileBytes?: number;
  /** What the program reads on its standard input. */
  input?: Uint8Array;
};

/**
 * Runs a program that reads what strangers sent: limited in processor time, memory and the files it may write, it leaves
 * no core, and it is killed with all its children when time is up. Needs `prlimit` (Debian: util-linux).
 */
export function runLimited(program: string, given: string[], limits: Limits): Promise<ProcessEnd> {
  const seconds = Math.ceil(limits.timeoutMs / 1000);
  const memory = `${limits.memory === 'data' ? '--data' : '--as'}=${limits.maxMemoryBytes}`;
  const files = limits.maxFileBytes ?? 0;
  const bounds = [
    `--cpu=${seconds}`,
    memory,
    `--fsize=${files}`,
    '--core=0',
    files > 0 ? '--nofile=256' : '--nofile=64',
  ];
  const child = spawn('prlimit', [...bounds, '--', program, ...given], {
    detached: true, // its own process group, so that killing it leaves no child behind
    stdio: [limits.input ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8' },
  });
  child.stdin?.on('error', () => {}); // a program may end before it has read everything
  child.stdin?.end(limits.input);
  return outcomeOf(child, limits);
}

function outcomeOf(child: ChildProcess, { timeoutMs, maxOutputBytes }: Limits): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    let forced: ProcessEnd | undefined;
    const stop = (why: ProcessEnd) => {
      forced ??= why;
      killGroup(child);
    };
    const timer = setTimeout(() => stop({ kind: 'took-too-long' }), timeoutMs);
    const read = { stdout: [] as Buffer[], stderr: [] as Buffer[], bytes: 0 };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream]?.on('data', (chunk: Buffer) => {
        read.bytes += chunk.length;
        if (read.bytes > maxOutputBytes) stop({ kind: 'said-too-much' });
        else read[stream].push(chunk);
      });
    }
    child.once('error', () => (forced ??= { kind: 'not-installed' }));
    child.once('close', (status, signal) => {
      clearTimeout(timer);
      killGroup(child);
      resolve(forced ?? endOf({ status, signal }, read));
    });
  });
}

/** 127 is how `prlimit` says that there is no such program; SIGXCPU or SIGKILL, that its processor time was used up. */
function endOf(
  { status, signal }: { status: number | null; signal: NodeJS.Signals | null },
  read: { stdout: Buffer[]; stderr: Buffer[] },
): ProcessEnd {
  const messages = Buffer.concat(read.stderr).toString('utf8');
  if (status === 127 || messages.startsWith('prlimit: failed to execute')) return { kind: 'not-installed' };
  if (signal === 'SIGXCPU' || signal === 'SIGKILL') return { kind: 'took-too-long' };
  const bytes = Buffer.concat(read.stdout);
  return { kind: 'ended', status, output: bytes.toString('utf8'), bytes, messages };
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
