import type { Organisation } from '../organisation/organisation.ts';

/** The rules of the specification, part (b), in its order. */
// prettier-ignore
export const RULE_IDS = [
  'b3',
  'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10', 'C11', 'C12', 'C13', 'C14', 'C15', 'C16',
  'E1', 'E2', 'E3', 'E3a', 'E3b', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10',
  'A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9',
  'P1', 'P2', 'P3', 'P4',
  'O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7', 'O8',
];

/** One row of the decision table: what is asked of the organisation's rules, and what must come out. */
export interface Row {
  asked: string;
  answer: (organisation: Organisation) => unknown;
  /** What every organisation with this rule answers; parts that are not named may differ. */
  expected: object;
  /** What the organisation of the specification answers beside it, word for word. */
  inNato?: object;
}
export type Rows = Readonly<Record<string, readonly Row[]>>;

/** Rules that belong to every organisation: they are no value of the data, but what the values are for. */
const EVERYWHERE = ['b3', 'E10'];

/** The rules that an organisation's data name. */
export function rulesOf(organisation: Organisation): ReadonlySet<string> {
  return new Set([...EVERYWHERE, ...rulesIn(organisation)]);
}

const RULE_KEYS = ['rule', 'tooEarly', 'tooLate'];

function rulesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]: [string, unknown]) =>
    RULE_KEYS.includes(key) && typeof inside === 'string' ? inside.split(', ') : rulesIn(inside),
  );
}
