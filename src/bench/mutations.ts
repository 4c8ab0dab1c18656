/** Numbers from 0 to 1 that a seed gives again (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Change = (bytes: Buffer, random: () => number, other: Buffer) => Buffer;

const below = (random: () => number, limit: number) => Math.floor(random() * limit);

/** A stretch of a file: short ones more often. */
function stretch(bytes: Buffer, random: () => number): [number, number] {
  const from = below(random, bytes.length);
  return [from, Math.min(bytes.length, from + 1 + below(random, 4 ** (1 + below(random, 6))))];
}

const CHANGES: readonly Change[] = [
  (bytes, random) => {
    const flipped = Buffer.from(bytes);
    for (let count = 1 + below(random, 30); count > 0; count -= 1) {
      const at = below(random, flipped.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << below(random, 8));
    }
    return flipped;
  },
  (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
  (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    const again = Array.from({ length: 1 + below(random, 40) }, () => bytes.subarray(from, to));
    return Buffer.concat([bytes.subarray(0, to), ...again, bytes.subarray(to)]);
  },
  (bytes, random, other) => {
    const [from, to] = stretch(other, random);
    const at = below(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(at)]);
  },
  // Numbers say how long, how many and where: others make readers look elsewhere.
  (bytes, random) => {
    const text = bytes.toString('latin1');
    const numbers = [...text.matchAll(/\d+/g)];
    const chosen = numbers[below(random, numbers.length)];
    if (!chosen) return bytes;
    const value = ['0', '-1', '4294967295', '99999999999', String(below(random, 1000))][below(random, 5)] ?? '';
    return Buffer.from(text.slice(0, chosen.index) + value + text.slice(chosen.index + chosen[0].length), 'latin1');
  },
];

/** A file with one to three changes. */
export function mutated(bytes: Buffer, random: () => number, other: Buffer): Buffer {
  let changed = bytes;
  for (let count = 1 + below(random, 3); count > 0 && changed.length > 0; count -= 1)
    changed = CHANGES[below(random, CHANGES.length)]?.(changed, random, other) ?? changed;
  return changed;
}
