import { createHash } from 'node:crypto';
import { array, assert as check, constant, integer, nat, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { isConsistent, rootFromInclusion } from './merkle-proof.ts';
import {
  consistencyPath,
  findAmong,
  hashOf,
  inclusionPath,
  leafHash,
  nodesAfter,
  rootOf,
  type TreeNode,
} from './merkle-tree.ts';

/* The definitions of RFC 9162, 2.1, word for word and slow, on lists of entries: what the log is compared with. */
const sha = (prefix: number, ...parts: Buffer[]) =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.from([prefix]), ...parts]))
    .digest();
const split = (n: number) => 2 ** (Math.ceil(Math.log2(n)) - 1);
const mth = (d: Buffer[]): Buffer => {
  if (d.length === 0) return createHash('sha256').digest();
  if (d.length === 1) return sha(0, ...d);
  const k = split(d.length);
  return sha(1, mth(d.slice(0, k)), mth(d.slice(k)));
};
const path = (m: number, d: Buffer[]): Buffer[] => {
  if (d.length === 1) return [];
  const k = split(d.length);
  return m < k ? [...path(m, d.slice(0, k)), mth(d.slice(k))] : [...path(m - k, d.slice(k)), mth(d.slice(0, k))];
};
const subproof = (m: number, d: Buffer[], whole: boolean): Buffer[] => {
  if (m === d.length) return whole ? [] : [mth(d)];
  const k = split(d.length);
  return m <= k
    ? [...subproof(m, d.slice(0, k), whole), mth(d.slice(k))]
    : [...subproof(m - k, d.slice(k), false), mth(d.slice(0, k))];
};

const entriesOf = (count: number) => Array.from({ length: count }, (_, index) => Buffer.from(`entry ${index}`));
const leaf = (index: number) => leafHash(Buffer.from(`entry ${index}`));
/** A log that was filled in batches. */
const logOf = (...batches: number[]) => {
  const nodes: TreeNode[] = [];
  let size = 0;
  for (const batch of batches) {
    const leaves = Array.from({ length: batch }, (_, offset) => leaf(size + offset));
    nodes.push(...nodesAfter(size, leaves, findAmong(nodes)));
    size += batch;
  }
  return { size, nodes, find: findAmong(nodes) };
};
const { find } = logOf(300);
const inclusion = (index: number, size: number) => inclusionPath(index, size).map((range) => hashOf(range, find));
const consistency = (from: number, to: number) => consistencyPath(from, to).map((range) => hashOf(range, find));
const hex = (hashes: Buffer[]) => hashes.map((hash) => hash.toString('hex'));

/** The eight entries and the roots that implementations of certificate transparency test themselves by. */
const KNOWN_ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const KNOWN_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

test('the roots of the known entries are the known roots', () => {
  const leaves = KNOWN_ENTRIES.map((entry) => leafHash(Buffer.from(entry, 'hex')));
  const roots = KNOWN_ROOTS.map((_, size) => {
    const nodes = nodesAfter(0, leaves.slice(0, size), findAmong([]));
    return rootOf(size, findAmong(nodes)).toString('hex');
  });

  expect(roots).toEqual(KNOWN_ROOTS);
});

test('root, inclusion and consistency are those of RFC 9162 for every small tree', () => {
  for (let size = 1; size <= 33; size += 1) {
    const entries = entriesOf(size);
    expect(rootOf(size, find).equals(mth(entries))).toBe(true);
    for (let index = 0; index < size; index += 1)
      expect(hex(inclusion(index, size))).toEqual(hex(path(index, entries)));
    for (let earlier = 1; earlier < size; earlier += 1)
      expect(hex(consistency(earlier, size))).toEqual(hex(subproof(earlier, entries, true)));
  }
});

const place = integer({ min: 1, max: 300 }).chain((size) => tuple(constant(size), nat(size - 1)));

test('a leaf is proven by at most as many hashes as the tree is high, and nothing else is proven by them', () => {
  check(
    property(place, nat(299), nat(), ([size, index], other, bent) => {
      const proof = inclusion(index, size);
      const given = { index, size, path: proof };
      const root = rootOf(size, find);

      expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
      expect(rootFromInclusion({ ...given, leaf: leaf(index) })?.equals(root)).toBe(true);
      expect(rootFromInclusion({ ...given, leaf: leaf(other) })?.equals(root)).toBe(other === index);
      const changed = proof.map((hash, at) => (at === bent % proof.length ? leafHash(hash) : hash));
      const fromChanged = rootFromInclusion({ ...given, leaf: leaf(index), path: changed });
      expect(fromChanged?.equals(root)).toBe(proof.length === 0);
      expect(rootFromInclusion({ ...given, leaf: leaf(index), path: [...proof, root] })).toBeUndefined();
    }),
  );
});

test('a later tree is shown to begin with the earlier one, and a tree that was rewritten is not', () => {
  check(
    property(place, ([to, index]) => {
      const from = index + 1;
      const roots = { from, to, fromRoot: rootOf(from, find), toRoot: rootOf(to, find) };
      const rewritten = entriesOf(to).map((entry, at) => (at === index ? Buffer.from('another') : entry));

      expect(isConsistent({ ...roots, path: consistency(from, to) })).toBe(true);
      expect(isConsistent({ ...roots, toRoot: mth(rewritten), path: subproof(from, rewritten, true) })).toBe(false);
      expect(isConsistent({ ...roots, path: [...consistency(from, to), roots.toRoot] })).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test('the tree is the same in whatever batches its leaves came', () => {
  check(
    property(array(integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }), (batches) => {
      const log = logOf(...batches);

      expect(rootOf(log.size, log.find).equals(rootOf(log.size, find))).toBe(true);
      expect(log.nodes.length).toBeLessThan(2 * log.size);
    }),
  );
});
