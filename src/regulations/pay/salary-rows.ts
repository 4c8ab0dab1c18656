import type { SalaryRow } from '../organisation/grades-schema.ts';
import type { Salaries } from '../organisation/organisation.ts';

/** Which rows of a scale count: those of one grade, step and country. */
export interface Place {
  grade: string | null;
  step: number;
  country: string;
}

interface Index {
  byGrade: ReadonlyMap<string, readonly SalaryRow[]>;
  /** Of every grade, at one step in one country. */
  byPlace: ReadonlyMap<string, readonly SalaryRow[]>;
}

/** Made once for each scale: an amount is asked for a hundred thousand times a second. */
const INDEXES = new WeakMap<Salaries, Index>();

function indexOf(salaries: Salaries): Index {
  const known = INDEXES.get(salaries);
  if (known) return known;
  const rows = salaries.rows.toSorted((a, b) => a.from.localeCompare(b.from));
  const index = { byGrade: Map.groupBy(rows, gradeKey), byPlace: Map.groupBy(rows, placeKey) };
  INDEXES.set(salaries, index);
  return index;
}

const placeKey = ({ step, country }: Pick<Place, 'step' | 'country'>) => `${step} ${country}`;
/** Under which a grade at a step in a country is filed. */
export const gradeKey = (place: Place): string => `${place.grade} ${placeKey(place)}`;

/** The rows of a grade at a step in a country, oldest first. */
export const rowsOf = (salaries: Salaries, place: Place): readonly SalaryRow[] =>
  indexOf(salaries).byGrade.get(gradeKey(place)) ?? [];

/** The rows of every grade at a step in a country, oldest first. */
export const rowsBeside = (salaries: Salaries, place: Place): readonly SalaryRow[] =>
  indexOf(salaries).byPlace.get(placeKey(place)) ?? [];

export const isInForce = ({ from, until }: Pick<SalaryRow, 'from' | 'until'>, on: string): boolean =>
  from <= on && (until === null || on <= until);

/** The amount in minor units: the file gives all decimals of its currency, as text, so that no cent is lost. */
export const minorOf = ({ amount }: SalaryRow): number => Number(amount.replace('.', ''));
