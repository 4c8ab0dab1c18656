import { setTimeout as sleep } from 'node:timers/promises';

/** Work that is looked for again and again; what it has done so far is in the database, never in memory. */
export type Task = { name: string; everyMs: number; run: () => Promise<unknown> };

type Log = (line: string) => void;

/**
 * Runs each task at its interval until `stop`, and ends once the runs in progress have. A run that fails is tried again
 * at the next turn; a failure is logged when it begins and when it is over, by its kind alone: a message may hold what a
 * person wrote.
 */
export async function keepRunning(tasks: readonly Task[], log: Log, stop: AbortSignal): Promise<void> {
  await Promise.all(tasks.map((task) => keepRunningOne(task, log, stop)));
}

async function keepRunningOne({ name, everyMs, run }: Task, log: Log, stop: AbortSignal): Promise<void> {
  let failing: string | undefined;
  while (!stop.aborted) {
    const problem = await run().then(() => undefined, kindOf);
    if (problem !== undefined && problem !== failing) log(`${name} waits and is tried again (${problem})`);
    if (problem === undefined && failing !== undefined) log(`${name} works again`);
    failing = problem;
    await sleep(everyMs, undefined, { signal: stop }).catch(() => undefined);
  }
}

/** What kind of failure it is: its class, and the code that the system or the database gives it. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown problem';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}`;
}
