import { nodeHash } from './merkle-tree.ts';

/** Halved without bit operators, which know 32 bits alone. */
const half = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;

type Inclusion = { leaf: Buffer; index: number; size: number; path: readonly Buffer[] };

/** The root that a path leads to from a leaf, or undefined where no tree of that size has such a path (RFC 9162, 2.1.3.2). */
export function rootFromInclusion({ leaf, index, size, path }: Inclusion): Buffer | undefined {
  if (index >= size) return undefined;
  let [place, last] = [index, size - 1];
  let root = leaf;
  for (const step of path) {
    if (last === 0) return undefined;
    if (isOdd(place) || place === last) {
      root = nodeHash(step, root);
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else root = nodeHash(root, step);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? root : undefined;
}

type Consistency = { from: number; to: number; fromRoot: Buffer; toRoot: Buffer; path: readonly Buffer[] };

/** Whether a path shows that the later tree begins with all of the earlier one (RFC 9162, 2.1.4.2). */
export function isConsistent({ from, to, fromRoot, toRoot, path }: Consistency): boolean {
  if (from > to) return false;
  if (from === to) return path.length === 0 && fromRoot.equals(toRoot);
  if (from === 0) return path.length === 0;
  const steps = isPowerOfTwo(from) ? [fromRoot, ...path] : [...path];
  const first = steps.shift();
  if (!first || path.length === 0) return false;
  let [place, last] = [from - 1, to - 1];
  while (isOdd(place)) [place, last] = [half(place), half(last)];
  let [earlier, later] = [first, first];
  for (const step of steps) {
    if (last === 0) return false;
    if (isOdd(place) || place === last) {
      earlier = nodeHash(step, earlier);
      later = nodeHash(step, later);
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else later = nodeHash(later, step);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && earlier.equals(fromRoot) && later.equals(toRoot);
}

const isPowerOfTwo = (size: number): boolean => Number.isInteger(Math.log2(size));
