import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

/** What a step of a draft holds: a value by field, or the codes that were ticked. */
export type StepValues = Readonly<Record<string, unknown>> | string[];

/**
 * What each field held when a form was opened, as a fingerprint: enough to tell afterwards who changed it. A field that
 * held nothing has none.
 */
export type Marks = Readonly<Record<string, string>>;

export type Merged<Values> = {
  /** The changes of both; where both changed the same field differently, what was just typed. */
  values: Values;
  /** The fields that were changed differently here and elsewhere. */
  conflicts: string[];
};

/** The fingerprint of each field that holds something. */
export function marksOf(values: StepValues): Marks {
  return Object.fromEntries(
    Object.entries(fieldsOf(values)).flatMap(([field, value]) => {
      const mark = markOf(value);
      return mark === undefined ? [] : [[field, mark]];
    }),
  );
}

/**
 * Joins what was typed into a form with what was saved elsewhere since it was opened, field by field: who alone changed
 * a field, their change counts. What both changed differently is a conflict, and is left to their author.
 */
export function merge<Values extends StepValues>(base: Marks, mine: Values, theirs: Values): Merged<Values> {
  const [typed, saved] = [fieldsOf(mine), fieldsOf(theirs)];
  const fields = [...new Set([...Object.keys(saved), ...Object.keys(typed)])];
  const decided = fields.map((field) => ({ field, ...decide(base[field], typed[field], saved[field]) }));
  const kept = Object.fromEntries(
    decided.flatMap(({ field, value }) => (value === undefined ? [] : [[field, value] as const])),
  );
  return {
    values: (Array.isArray(mine) ? Object.keys(kept) : kept) as unknown as Values,
    conflicts: decided.flatMap(({ field, conflict }) => (conflict ? [field] : [])),
  };
}

function decide(base: string | undefined, mine: unknown, theirs: unknown): { value: unknown; conflict: boolean } {
  if (heldIn(mine) === heldIn(theirs)) return { value: mine ?? theirs, conflict: false };
  const [typed, saved] = [markOf(mine), markOf(theirs)];
  if (saved === base) return { value: mine, conflict: false };
  return typed === base ? { value: theirs, conflict: false } : { value: mine, conflict: true };
}

/** The codes of a list are fields that were ticked. */
const fieldsOf = (values: StepValues): Readonly<Record<string, unknown>> =>
  Array.isArray(values) ? Object.fromEntries(values.map((code) => [code, code])) : { ...values };

function markOf(value: unknown): string | undefined {
  const held = heldIn(value);
  return held && hash('sha256', held, 'hex').slice(0, 16);
}

/** What a field holds, as a text that is the same whenever it is; undefined where it holds nothing. */
const heldIn = (value: unknown): string | undefined => (isBlank(value) ? undefined : JSON.stringify(value, inOrder));

/** Parts in one order, whichever the database gives them back in. */
const inOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** A field that was never saved, one saved empty and one of empty parts hold the same: nothing. */
function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (typeof value !== 'object') return false;
  return Object.entries(value).every(([part, held]) => part === 'wording' || isBlank(held));
}

/** Whether two steps hold the same, what is blank aside. */
export const holdTheSame = (one: StepValues, other: StepValues): boolean =>
  isDeepStrictEqual(heldByField(one), heldByField(other));

const heldByField = (values: StepValues): Map<string, string> =>
  new Map(
    Object.entries(fieldsOf(values)).flatMap(([field, value]) => {
      const held = heldIn(value);
      return held === undefined ? [] : [[field, held] as const];
    }),
  );
