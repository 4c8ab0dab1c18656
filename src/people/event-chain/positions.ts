/** Positions of the chain from one to another, both among them. */
export type Positions = readonly [from: number, to: number];

/** Sorted, and those that touch joined. */
export function joined(ranges: readonly Positions[]): Positions[] {
  const result: [number, number][] = [];
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    const last = result.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/** Those of the first that are not among the second; both as `joined` gives them. */
export function without(ranges: readonly Positions[], others: readonly Positions[]): Positions[] {
  const left: Positions[] = [];
  let next = 0;
  for (const [from, to] of ranges) {
    let start = from;
    while ((others[next]?.[1] ?? Infinity) < from) next += 1;
    for (let at = next; (others[at]?.[0] ?? Infinity) <= to; at += 1) {
      const [cutFrom, cutTo] = others[at] ?? [to, to];
      if (cutFrom > start) left.push([start, cutFrom - 1]);
      start = Math.max(start, cutTo + 1);
    }
    if (start <= to) left.push([start, to]);
  }
  return left;
}

/** Those that are among both. */
export const shared = (ranges: readonly Positions[], others: readonly Positions[]): Positions[] =>
  without(ranges, without(ranges, others));

/** How many positions these are. */
export const countOf = (ranges: readonly Positions[]): number =>
  ranges.reduce((count, [from, to]) => count + to - from + 1, 0);
