import { createHook } from 'node:async_hooks';

/** How many passwords the work hashes, as Node itself counts what it hands to its threads. */
export async function hashesIn(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const hook = createHook({
    init: (_, type) => {
      if (type === 'ARGON2REQUEST') count += 1;
    },
  }).enable();
  await work();
  hook.disable();
  return count;
}
