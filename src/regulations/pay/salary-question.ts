import type { DerivedAmount } from './salary-derivation.ts';
import type { SalaryRow } from '../organisation/grades-schema.ts';
import type { Place } from './salary-rows.ts';

/** A question with the grade whose amount counts: of a twin-graded post the one that the organisation prints. */
export interface PlacedQuestion extends SalaryQuestion {
  place: Place;
}

/** What is known of the day for which an amount is checked: its row, else what follows from other grades' rows. */
export type OfTheDay = { row: SalaryRow } | { derived: DerivedAmount } | null;

export interface SalaryQuestion {
  /** One grade, or the two of a twin grade, in either order; none for a post that has no grade of the scale. */
  grades: readonly string[];
  /** By default the step at which appointments are made. */
  step?: number | undefined;
  /** Where the post is, ISO 3166-1 alpha-2. */
  country: string;
  /** The civil day that counts. */
  on: string;
}
