import { setTimeout as sleep } from 'node:timers/promises';
import { hasEnded } from './lock-file.ts';
import type { Postmaster } from './postmaster.ts';

/** Starts the server again when it ends without us (killed for want of memory, say). */
export type Keeper = {
  current: () => Postmaster;
  /** Keeps it no longer; answers the server that is running now. */
  leave: () => Promise<Postmaster>;
};

const LOOK_EVERY_MS = 250;
const TRY_AGAIN_AFTER_MS = 5_000;

/** Queries in progress when the server ends fail, as they must; those that come after it was started again succeed. */
export function keepRunning(
  first: Postmaster,
  start: () => Promise<Postmaster>,
  log: (message: string) => void,
): Keeper {
  const left = new AbortController();
  const { signal } = left;
  let current = first;
  const pause = (ms: number): Promise<void> => sleep(ms, undefined, { ref: false, signal }).catch(() => {});
  const keep = async (): Promise<void> => {
    for (;;) {
      await pause(LOOK_EVERY_MS);
      if (signal.aborted) return;
      if (!hasEnded(current.pid)) continue;
      log('The database ended unexpectedly: it is started again.');
      try {
        current = await start();
      } catch (error) {
        log(error instanceof Error ? error.message : String(error));
        await pause(TRY_AGAIN_AFTER_MS);
      }
    }
  };
  const keeping = keep();
  return {
    current: () => current,
    leave: async () => {
      left.abort();
      await keeping;
      return current;
    },
  };
}
