/** An exact share: scores are compared as they are, never as rounded figures, so that a tie is one. */
export type Fraction = { readonly over: bigint; readonly under: bigint };

export const NOTHING: Fraction = { over: 0n, under: 1n };

/** `over` of `under`, in lowest terms; `under` is more than nothing. */
export function fraction(over: bigint, under: bigint): Fraction {
  if (under <= 0n) throw new RangeError('A share is of something');
  const divisor = greatestCommonDivisor(over < 0n ? -over : over, under);
  return { over: over / divisor, under: under / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a === 0n ? 1n : a) : greatestCommonDivisor(b, a % b);
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.over * b.under + b.over * a.under, a.under * b.under);
export const times = (a: Fraction, factor: bigint): Fraction => fraction(a.over * factor, a.under);
export const dividedBy = (a: Fraction, by: bigint): Fraction => fraction(a.over, a.under * by);

/** Below, at or above nothing, as `a` is less than, the same as or more than `b`. */
export const compare = (a: Fraction, b: Fraction): -1 | 0 | 1 => {
  const difference = a.over * b.under - b.over * a.under;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
};

/** In hundredths with two decimals, rounded half up, for reading alone: `7/9` is `77.78`. */
export function inHundredths({ over, under }: Fraction): string {
  const hundredths = (over * 20_000n + under) / (under * 2n);
  const text = hundredths.toString().padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}
