type Waiting = { rank: number; admit: () => void };

/**
 * Lets at most so many pieces of work go on at once. Who waits is let in by rank, the lowest first, and within a rank
 * first come first served: nobody is turned away. Answers what ends the turn; ended twice, it ends once.
 */
export function admission(atOnce: number): { enter: (rank: number) => Promise<() => void>; waiting: () => number } {
  const queue: Waiting[] = [];
  let running = 0;
  const leave = () => {
    const next = queue.shift();
    if (next) next.admit();
    else running -= 1;
  };
  const enter = async (rank: number): Promise<() => void> => {
    if (running < atOnce) running += 1;
    else
      await new Promise<void>((admit) => {
        const behind = queue.findIndex((other) => other.rank > rank);
        queue.splice(behind < 0 ? queue.length : behind, 0, { rank, admit });
      });
    let ended = false;
    return () => {
      if (!ended) leave();
      ended = true;
    };
  };
  return { enter, waiting: () => queue.length };
}
