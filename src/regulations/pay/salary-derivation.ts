import type { SalaryRow } from '../organisation/grades-schema.ts';
import type { Salaries } from '../organisation/organisation.ts';
import { gradeKey, isInForce, minorOf, rowsBeside, rowsOf, type Place } from './salary-rows.ts';

/**
 * An amount that no row gives and that follows from others, where every grade moves by one factor: what the grade was
 * paid, times what another grade is paid by what that one was paid at the same time.
 */
export interface DerivedAmount {
  amountMinor: number;
  /** The amounts that agree with it, both included: each row is rounded to the cent, and so is the amount itself. */
  leastMinor: number;
  mostMinor: number;
  currency: string;
  period: SalaryRow['period'];
  /** Of the grade itself, in another scale. */
  base: SalaryRow;
  /** Of the other grade, in that scale. */
  before: SalaryRow;
  /** Of the other grade, in the scale for which the amount is derived. */
  reference: SalaryRow;
}

/** Made once for each grade, step and country. */
const DERIVED = new WeakMap<Salaries, Map<string, readonly DerivedAmount[]>>();

/** What can be derived of a grade at a step in a country: an amount for each scale of which no row gives it, oldest first. */
export function derivedAmounts(salaries: Salaries, place: Place): readonly DerivedAmount[] {
  const own = rowsOf(salaries, place);
  // Nothing is kept of a place without rows: anybody can ask for any country.
  if (own.length === 0 || salaries.uniformAdjustment?.holds !== true) return [];
  const known = DERIVED.get(salaries) ?? new Map<string, readonly DerivedAmount[]>();
  DERIVED.set(salaries, known);
  const key = gradeKey(place);
  const found = known.get(key) ?? derive(own, rowsBeside(salaries, place));
  known.set(key, found);
  return found;
}

function derive(own: readonly SalaryRow[], beside: readonly SalaryRow[]): DerivedAmount[] {
  const others = beside.filter((row) => !own.includes(row));
  const references = others.filter(({ from }) => !own.some((row) => isInForce(row, from)));
  const beforeOf = (reference: SalaryRow, base: SalaryRow) =>
    others.filter(({ grade, from }) => grade === reference.grade && from === base.from);
  const found = references.flatMap((reference) =>
    own.flatMap((base) =>
      beforeOf(reference, base).flatMap((before) => derivedAmount({ base, before, reference }) ?? []),
    ),
  );
  return [...Map.groupBy(found, ({ reference }) => reference.from).values()].flatMap(narrowest);
}

/** Of several derivations the one that leaves the least open, and of those that are alike the one from the latest scale. */
const narrowest = (amounts: readonly DerivedAmount[]): DerivedAmount[] =>
  amounts.toSorted((a, b) => spread(a) - spread(b) || b.base.from.localeCompare(a.base.from)).slice(0, 1);
const spread = ({ leastMinor, mostMinor }: DerivedAmount) => mostMinor - leastMinor;

/** What a published amount may differ by from the one that was rounded to it, in minor units. */
const ROUNDING = 0.5;

/**
 * The amount between what the three rows allow, each of which was rounded to the cent; with the rounding of the amount
 * itself, two or three cents of a monthly salary. Nothing where the rows are not in one currency and for one period.
 */
function derivedAmount(rows: Pick<DerivedAmount, 'base' | 'before' | 'reference'>): DerivedAmount | undefined {
  const { base, before, reference } = rows;
  const { currency, period } = reference;
  if ([base, before].some((row) => row.currency !== currency || row.period !== period)) return undefined;
  const amountBy = (rounding: number) =>
    ((minorOf(base) + rounding) * (minorOf(reference) + rounding)) / (minorOf(before) - rounding);
  return {
    ...rows,
    currency,
    period,
    amountMinor: Math.round(amountBy(0)),
    leastMinor: Math.ceil(amountBy(-ROUNDING) - ROUNDING),
    mostMinor: Math.floor(amountBy(ROUNDING) + ROUNDING),
  };
}
