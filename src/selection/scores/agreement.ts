/** One thing that was scored, by each assessor in the same order; null where somebody gave nothing. */
export type Unit = readonly (number | null)[];

/**
 * Krippendorff’s alpha for interval data, how far assessors agree: 1 is perfect agreement, 0 what chance gives, below 0 less
 * than that. Undefined where nothing was scored by two, or all scores are the same, so that there is nothing to tell apart
 * (K. Krippendorff, Computing Krippendorff’s Alpha-Reliability, 2011).
 */
export function krippendorffAlpha(units: readonly Unit[]): number | undefined {
  const paired = units.map((unit) => unit.filter((value) => value !== null)).filter((values) => values.length > 1);
  const all = paired.flat();
  const count = all.length;
  if (count < 2) return undefined;
  const expected = squaredDifferences(all) / (count * (count - 1));
  if (expected === 0) return undefined;
  const observed = sum(paired.map((values) => squaredDifferences(values) / (values.length - 1))) / count;
  return 1 - observed / expected;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Of all ordered pairs of values: n times the sum of squares less the square of the sum, twice. */
function squaredDifferences(values: readonly number[]): number {
  const total = sum(values);
  const squares = sum(values.map((value) => value * value));
  return 2 * (values.length * squares - total * total);
}

/** A score that lies far from the middle of what the others gave for the same thing. */
export type Outlier = { unit: number; assessor: number; points: number; middle: number };

/** Scores that lie `atLeast` points or more from the median of the others’; of two assessors, both or neither. */
export function outliersIn(units: readonly Unit[], atLeast: number): Outlier[] {
  return units.flatMap((unit, index) =>
    unit.flatMap((points, assessor): Outlier[] => {
      const others = unit.flatMap((value, at) => (at === assessor || value === null ? [] : [value]));
      if (points === null || others.length === 0) return [];
      const middle = medianOf(others);
      return Math.abs(points - middle) >= atLeast ? [{ unit: index, assessor, points, middle }] : [];
    }),
  );
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = sorted.length % 2 === 1 ? [sorted[half], sorted[half]] : sorted.slice(half - 1, half + 1);
  return (low + high) / 2;
}
