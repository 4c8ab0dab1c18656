/** A count as it may be shown: itself, or that it may not be. */
export type Shown = number | 'withheld';

/**
 * What may be shown of the counts of one question, whose sum is known. None below `smallest`, nought included; and where
 * one is withheld, the least of the others as well, equal ones together, so that none can be worked out from the sum.
 * `suppression.test.ts` proves it for every table of a size.
 */
export function suppress(counts: readonly number[], smallest: number): Shown[] {
  if (counts.every((count) => count >= smallest)) return [...counts];
  const least = Math.min(...counts.filter((count) => count >= smallest));
  return counts.map((count) => (count < smallest || count === least ? 'withheld' : count));
}
