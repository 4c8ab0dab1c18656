type Waiting = { owner: string; start: () => void };

export type Room = { places: number; waitingEach: number; waitingInAll?: number };

/**
 * A queue of slow work with few places. Nobody holds more than one place nor has more than a few pieces waiting, so that
 * one person's bad files do not keep everybody else's from being checked. `undefined` when there is no room to wait.
 */
export function createFairQueue({ places, waitingEach, waitingInAll = Infinity }: Room) {
  const running: string[] = [];
  const waiting: Waiting[] = [];

  function startNext(): void {
    const index = running.length < places ? waiting.findIndex(({ owner }) => !running.includes(owner)) : -1;
    if (index === -1) return;
    const [next] = waiting.splice(index, 1);
    if (!next) return;
    running.push(next.owner);
    next.start();
    startNext();
  }

  return async function inTurn<Answer>(owner: string, work: () => Promise<Answer>): Promise<Answer | undefined> {
    if (waiting.length >= waitingInAll) return undefined;
    if (waiting.filter((other) => other.owner === owner).length >= waitingEach) return undefined;
    await new Promise<void>((start) => {
      waiting.push({ owner, start });
      startNext();
    });
    try {
      return await work();
    } finally {
      running.splice(running.indexOf(owner), 1);
      startNext();
    }
  };
}
