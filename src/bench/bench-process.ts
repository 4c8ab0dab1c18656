import { fork, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Order, Report } from './bench-server.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type BenchServer = { ask: (order: Order) => Promise<Report>; databaseUrl: string; stop: () => void };

/** A process to measure; with `core`, it keeps to that one and this process to the other. */
export async function startBenchServer({
  databaseUrl,
  core,
}: {
  databaseUrl: string;
  core?: number;
}): Promise<BenchServer> {
  const child = fork(fileURLToPath(new URL('bench-server.js', import.meta.url)));
  if (core !== undefined) {
    pin(child.pid, core);
    pin(process.pid, 1 - core);
  } else pin(process.pid, '0-1');
  const ask = async (order: Order): Promise<Report> => {
    child.send(order);
    const [report] = (await once(child, 'message')) as [Report];
    return report;
  };
  return { ask, databaseUrl, stop: () => void child.kill() };
}

const pin = (pid: number | undefined, cores: number | string): void =>
  void execFileSync('taskset', ['-a', '-c', '-p', String(cores), String(pid)], { stdio: 'ignore' });
