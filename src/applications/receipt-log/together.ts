/**
 * Does the work for everybody who asks at once: who asks while it goes on is served by the next run, which begins after
 * they asked. However many ask, one runs and at most one waits.
 */
export function together(work: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = (): Promise<void> => {
    running = work().then(
      () => void (running = undefined),
      (fault: unknown) => {
        running = undefined;
        throw fault;
      },
    );
    return running;
  };
  return () => {
    if (!running) return start();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return start();
      });
    return next;
  };
}
