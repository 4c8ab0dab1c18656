import { createHash } from 'node:crypto';

/** Leaves from `from` to before `to`. */
export type Range = { from: number; to: number };
/** A complete subtree: the leaves from `index · 2^level`, as many as `2^level`. Its hash never changes. */
export type Place = { level: number; index: number };
export type TreeNode = Place & { hash: Buffer };
/** The hash of a complete subtree that is kept. */
export type FindNode = (place: Place) => Buffer;

const sha256 = (...parts: Buffer[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** RFC 9162, 2.1.1. */
export const leafHash = (entry: Buffer): Buffer => sha256(LEAF, entry);
export const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(NODE, left, right);
/** The root of a tree without leaves (RFC 9162, 2.1.1). */
export const EMPTY_ROOT: Buffer = sha256();

/** The largest power of two below `size`: where a tree of more than one leaf parts (RFC 9162, 2.1.1). */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** The complete subtrees that a range of a tree consists of, from the left. */
export function placesOf({ from, to }: Range): Place[] {
  const places: Place[] = [];
  let next = from;
  while (next < to) {
    const size = to - next === 1 ? 1 : 2 * splitOf(to - next);
    const fits = next + size <= to ? size : size / 2;
    places.push({ level: Math.log2(fits), index: next / fits });
    next += fits;
  }
  return places;
}

/** The hash of a range from its complete subtrees. */
export const hashOf = (range: Range, find: FindNode): Buffer =>
  placesOf(range)
    .map(find)
    .reduceRight((right, left) => nodeHash(left, right));

/** The root of the first `size` leaves. */
export const rootOf = (size: number, find: FindNode): Buffer =>
  size === 0 ? EMPTY_ROOT : hashOf({ from: 0, to: size }, find);

/** What the path from a leaf to the root of the first `size` leaves goes by, from below (RFC 9162, 2.1.3.1). */
export function inclusionPath(leaf: number, size: number): Range[] {
  const path: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const split = from + splitOf(to - from);
    if (leaf < split) {
      path.unshift({ from: split, to });
      to = split;
    } else {
      path.unshift({ from, to: split });
      from = split;
    }
  }
  return path;
}

/** What shows that the first `size` leaves begin with the first `earlier` of them (RFC 9162, 2.1.4.1). */
export function consistencyPath(earlier: number, size: number): Range[] {
  if (earlier === 0 || earlier === size) return [];
  const path: Range[] = [];
  let [from, to] = [0, size];
  while (to !== earlier) {
    const split = from + splitOf(to - from);
    if (earlier <= split) {
      path.unshift({ from: split, to });
      to = split;
    } else {
      path.unshift({ from, to: split });
      from = split;
    }
  }
  // The earlier tree is a complete subtree of its own: who asks knows its root.
  return from === 0 ? path : [{ from, to }, ...path];
}

/** The complete subtrees that come to be when leaves are added to a tree of `size`, their own hashes among them. */
export function nodesAfter(size: number, leaves: readonly Buffer[], find: FindNode): TreeNode[] {
  const added = new Map<string, TreeNode>();
  const nodeAt = (place: Place) => added.get(keyOf(place))?.hash ?? find(place);
  const add = (node: TreeNode) => added.set(keyOf(node), node);
  for (const [offset, leaf] of leaves.entries()) {
    let node: TreeNode = { level: 0, index: size + offset, hash: leaf };
    add(node);
    while (node.index % 2 === 1) {
      const left = nodeAt({ level: node.level, index: node.index - 1 });
      node = { level: node.level + 1, index: (node.index - 1) / 2, hash: nodeHash(left, node.hash) };
      add(node);
    }
  }
  return [...added.values()];
}

const keyOf = ({ level, index }: Place): string => `${level}/${index}`;

/** Finds among nodes that were fetched; one that is missing is a fault of the tables. */
export function findAmong(nodes: readonly TreeNode[]): FindNode {
  const byPlace = new Map(nodes.map((node) => [keyOf(node), node.hash]));
  return (place) => {
    const hash = byPlace.get(keyOf(place));
    if (!hash) throw new Error(`The receipt log lacks its node ${keyOf(place)}`);
    return hash;
  };
}
