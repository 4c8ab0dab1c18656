import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Does the work for everybody who asks at once: who asks while it goes on is served by the next run, which begins after
 * they asked, and no sooner than `everyMs` after the one before. However many ask, one runs and at most one waits.
 */
export function together(work: () => Promise<unknown>, everyMs = 0): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let beganAt = -Infinity;
  const start = (): Promise<void> => {
    beganAt = performance.now();
    running = work().then(
      () => void (running = undefined),
      (fault: unknown) => {
        running = undefined;
        throw fault;
      },
    );
    return running;
  };
  const untilDue = () => beganAt + everyMs - performance.now();
  const startNext = async (): Promise<void> => {
    await running?.catch(() => undefined);
    await sleep(Math.max(0, untilDue()));
    next = undefined;
    return start();
  };
  return () => {
    if (next) return next;
    if (!running && untilDue() <= 0) return start();
    next = startNext();
    return next;
  };
}
