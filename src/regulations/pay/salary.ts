import { areOrdered, lowerFirst } from './grade-order.ts';
import type { SalaryRow } from '../organisation/grades-schema.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { derivedAmounts, type DerivedAmount } from './salary-derivation.ts';
import { salaryReasons, type RestsOn, type SalaryReason } from './salary-reasons.ts';
import { isInForce, minorOf, rowsOf, type Place } from './salary-rows.ts';
import type { OfTheDay, PlacedQuestion, SalaryQuestion } from './salary-question.ts';

export type { SalaryReason } from './salary-reasons.ts';

/** An amount as it is printed: minor units, ISO 4217. */
export interface PrintedSalary {
  amountMinor: number;
  currency: string;
  period: 'monthly' | 'annual' | 'hourly' | null;
}

export type SalaryRules = Pick<Organisation, 'salaries' | 'grades'>;
type Reasons = { reasons: SalaryReason[] };

/** Two grades, where the scale says of no post with two what it pays. */
type NoTwinGrades = { kind: 'no-twin-grades'; grades: readonly string[] } & Reasons;

export type SalaryAnswer =
  | ({ kind: 'known'; row: SalaryRow; amountMinor: number; currency: string; period: SalaryRow['period'] } & Reasons)
  | ({ kind: 'unknown' } & Reasons)
  | NoTwinGrades;

/** The basic salary of a grade on a day, as far as a row says it; of what no row says, nothing. */
export function salaryOf(rules: SalaryRules, question: SalaryQuestion): SalaryAnswer {
  const refused = twinsRefused(rules, question);
  if (refused) return refused;
  const asked = placed(rules, question);
  const row = rowsOf(rules.salaries, asked.place).find((candidate) => isInForce(candidate, question.on));
  const reasons = salaryReasons(rules, asked, { row });
  if (!row) return { kind: 'unknown', reasons };
  const { currency, period } = row;
  return { kind: 'known', row, amountMinor: minorOf(row), currency, period, reasons };
}

export type SalaryCheck =
  /** The amount of the row in force on the day. */
  | ({ kind: 'matches'; row: SalaryRow } & Reasons)
  /** No row of this grade is known for the day, and the amount follows from another grade's rows. */
  | ({ kind: 'consistent'; derived: DerivedAmount } & Reasons)
  /** The amount of another day's row: the scale of another year. */
  | ({ kind: 'fits-another'; row: SalaryRow; ofTheDay: OfTheDay } & Reasons)
  /** The amount that follows from another grade's rows for another day, of which no row of this grade is known. */
  | ({ kind: 'fits-another-derived'; derived: DerivedAmount; ofTheDay: OfTheDay } & Reasons)
  /** An amount in another currency than the scale's, or for another period: the two are not compared. */
  | ({ kind: 'not-comparable'; printed: PrintedSalary; scale: SalaryRow; ofTheDay: OfTheDay } & Reasons)
  | ({ kind: 'differs'; expectedMinor: number; row: SalaryRow } & Reasons)
  /** No row of this grade is known for the day, and another amount follows from another grade's rows. */
  | ({ kind: 'inconsistent'; derived: DerivedAmount } & Reasons)
  | ({ kind: 'unknown'; printed: PrintedSalary } & Reasons)
  | NoTwinGrades;

/** Whether a printed amount is the one of the scale in force on a day, or of which other day it is. */
export function checkPrintedSalary(rules: SalaryRules, printed: PrintedSalary, question: SalaryQuestion): SalaryCheck {
  const refused = twinsRefused(rules, question);
  if (refused) return refused;
  const asked = placed(rules, question);
  const known = knownOf(rules, asked.place, question.on);
  const { ofTheDay } = known;
  const told = (restsOn: RestsOn) => ({ reasons: salaryReasons(rules, asked, restsOn) });

  if (ofTheDay && 'row' in ofTheDay && isPrinted(ofTheDay.row, printed))
    return { kind: 'matches', ...ofTheDay, ...told(ofTheDay) };
  if (ofTheDay && 'derived' in ofTheDay && agrees(ofTheDay.derived, printed))
    return { kind: 'consistent', ...ofTheDay, ...told(ofTheDay) };
  const row = known.rows.find((candidate) => isPrinted(candidate, printed));
  if (row) return { kind: 'fits-another', row, ofTheDay, ...told({ row, ofTheDay }) };
  const derived = known.derived.find((candidate) => agrees(candidate, printed));
  if (derived) return { kind: 'fits-another-derived', derived, ofTheDay, ...told({ derived, ofTheDay }) };

  const [scale] = known.rows;
  if (scale && !known.rows.some((candidate) => isComparable(candidate, printed)))
    return { kind: 'not-comparable', printed, scale, ofTheDay, ...told({ row: scale, ofTheDay }) };
  if (ofTheDay === null) return { kind: 'unknown', printed, ...told({}) };
  if ('derived' in ofTheDay) return { kind: 'inconsistent', ...ofTheDay, ...told(ofTheDay) };
  return { kind: 'differs', expectedMinor: minorOf(ofTheDay.row), ...ofTheDay, ...told(ofTheDay) };
}

function knownOf({ salaries }: SalaryRules, place: Place, on: string) {
  const rows = rowsOf(salaries, place);
  const derived = derivedAmounts(salaries, place);
  const row = rows.find((candidate) => isInForce(candidate, on));
  const derivedThen = row ? undefined : derived.find(({ reference }) => isInForce(reference, on));
  const ofTheDay: OfTheDay = row ? { row } : derivedThen ? { derived: derivedThen } : null;
  return { rows, derived, ofTheDay };
}

type Kept = Pick<SalaryRow, 'currency' | 'period'>;
const isComparable = (kept: Kept, { currency, period }: PrintedSalary) =>
  kept.currency === currency && (period === null || period === kept.period);

const isPrinted = (row: SalaryRow, printed: PrintedSalary) =>
  minorOf(row) === printed.amountMinor && isComparable(row, printed);

const agrees = (derived: DerivedAmount, printed: PrintedSalary) =>
  derived.leastMinor <= printed.amountMinor &&
  printed.amountMinor <= derived.mostMinor &&
  isComparable(derived, printed);

function twinsRefused(rules: SalaryRules, question: SalaryQuestion): NoTwinGrades | undefined {
  if (question.grades.length !== 2 || rules.salaries.twinGrade !== null) return undefined;
  const grades = lowerFirst(rules.grades, question.grades);
  const { rule } = rules.salaries;
  const { step = rules.salaries.appointmentStep.step, country, on } = question;
  const values = { grade: null, step, country, on, from: null };
  return {
    kind: 'no-twin-grades',
    grades,
    reasons: [{ rule, source: rules.grades.source, values, decides: 'amount' }],
  };
}

function placed({ salaries, grades }: SalaryRules, question: SalaryQuestion): PlacedQuestion {
  const { step = salaries.appointmentStep.step, country } = question;
  const sorted = lowerFirst(grades, question.grades);
  const counts = sorted.length <= 2 && areOrdered(grades, sorted);
  const grade = (salaries.twinGrade?.printed === 'higher' ? sorted.at(-1) : sorted[0]) ?? null;
  return { ...question, place: { grade: counts ? grade : null, step, country } };
}
