/**
 * The percentile of some numbers by the nearest rank: the least of them within which at least so many in a hundred lie.
 * It is always one of the numbers; of an even count, the median is the lower of the two in the middle. Undefined of none.
 */
export function percentile(numbers: readonly number[], inHundred: number): number | undefined {
  const ordered = numbers.toSorted((a, b) => a - b);
  return ordered[Math.max(1, Math.ceil((ordered.length * inHundred) / 100)) - 1];
}
