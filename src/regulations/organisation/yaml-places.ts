import { isAlias, isMap, isNode, isPair, isSeq } from 'yaml';
import type { Document, Node } from 'yaml';

/** The way to a value in a file, key by key. */
export type Path = readonly PropertyKey[];

/** Something that is said of the value at a path. */
export interface Found {
  path: Path;
  message: string;
}

/** Where the value at a path stands in the text; where it is missing, where the part stands that should hold it. */
export function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = offsetAt(document, path.slice(0, length));
    if (offset !== undefined) return offset;
  }
  return document.contents?.range?.[0] ?? 0;
}

function offsetAt(document: Document, path: Path): number | undefined {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  const pair = isMap(parent) ? parent.items.find((item) => isPair(item) && isKey(item.key, last)) : undefined;
  const node: unknown = pair ? pair.key : document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}

const isKey = (key: unknown, name: PropertyKey | undefined) =>
  isNode(key) && String((key as Node & { value?: unknown }).value) === String(name);

/** In the order of the file, and once for each value: what is wrong with one that `*name` repeats is wrong at its mark. */
export function toldOnce(document: Document, found: readonly Found[]): Found[] {
  const inOrder = found.toSorted((a, b) => offsetOf(document, a.path) - offsetOf(document, b.path));
  const told = new Set<string>();
  return inOrder.filter(({ path, message }) => {
    const name = JSON.stringify([writtenAt(document, path), message]);
    return !told.has(name) && told.add(name);
  });
}

/** Where the value is written that a path leads to, and the keys that are missing there. */
function writtenAt(document: Document, path: Path): readonly unknown[] {
  let node: unknown = document.contents;
  for (const [index, step] of path.entries()) {
    const inside = insideOf(node, step);
    const written = isAlias(inside) ? inside.resolve(document) : inside;
    if (!isNode(written)) return [isNode(node) ? node.range?.[0] : undefined, ...path.slice(index).map(String)];
    node = written;
  }
  return [isNode(node) ? node.range?.[0] : undefined];
}

function insideOf(node: unknown, step: PropertyKey): unknown {
  if (isSeq(node)) return node.items[Number(step)];
  return isMap(node) ? node.items.find(({ key }) => isKey(key, step))?.value : undefined;
}
