/** A row of a rule: in force from its first day (`YYYY-MM-DD`), or since before anything known. */
export interface Dated {
  from: string | null;
}

/** The row in force on a civil date: the latest that has begun. Rows stand oldest first. */
export const inForce = <Row extends Dated>(rows: readonly Row[], on: string): Row | undefined =>
  rows.findLast(({ from }) => from === null || from <= on);
