/** Things that are taken by their id from a source which has them nearly in the order in which they are asked for. */
export type Taking<Item> = {
  /** Reads on until it is there; what was passed on the way is kept. Undefined for what the source has not, or no longer. */
  take: (id: string) => Promise<Item | undefined>;
  /** What nobody took, read to the end. */
  rest: () => Promise<[id: string, item: Item][]>;
};

/** So only what stands elsewhere than it is asked for is held, and all of it only where something is missing. */
export function takingFrom<Item>(pages: AsyncIterator<readonly (readonly [id: string, item: Item])[]>): Taking<Item> {
  const passed = new Map<string, Item>();
  const readOn = async (): Promise<boolean> => {
    const { done, value } = await pages.next();
    if (done === true) return false;
    for (const [id, item] of value) passed.set(id, item);
    return true;
  };
  return {
    take: async (id) => {
      while (!passed.has(id) && (await readOn()));
      const item = passed.get(id);
      passed.delete(id);
      return item;
    },
    rest: async () => {
      while (await readOn());
      return [...passed];
    },
  };
}
