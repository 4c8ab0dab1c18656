/** A time in which a server was up, or nobody was. */
export type Span = { from: Date; to: Date };

/** How often a server says that it is there; one that is silent for three times as long was not. */
export const HEARTBEAT_MS = 10_000;
export const SILENT_MS = 3 * HEARTBEAT_MS;

/** The times within a span in which no server was up: not covered by any run, a beat's silence after it allowed. */
export function gapsIn(runs: readonly Span[], { from, to }: Span): Span[] {
  const gaps: Span[] = [];
  let coveredUntil = from.getTime();
  for (const run of runs.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    const [begins, ends] = [run.from.getTime(), run.to.getTime() + SILENT_MS];
    const known = Math.max(coveredUntil, begins);
    // What was silent no longer than a server may be is no gap; one that is, began with the last beat.
    if (begins > coveredUntil)
      gaps.push({ from: new Date(coveredUntil), to: new Date(Math.min(begins, to.getTime())) });
    coveredUntil = Math.max(known, ends);
    if (coveredUntil >= to.getTime()) break;
  }
  if (coveredUntil < to.getTime()) gaps.push({ from: new Date(coveredUntil), to });
  return gaps.filter((gap) => gap.from < gap.to).map((gap) => ({ ...gap, from: lastBeat(gap.from, from) }));
}

/** Silence counts from the last beat on, not from when it was noticed. */
const lastBeat = (noticedAt: Date, from: Date): Date =>
  noticedAt.getTime() === from.getTime() ? from : new Date(Math.max(from.getTime(), noticedAt.getTime() - SILENT_MS));

/** How long these times are together. */
export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0);
