import type { Organisation, Salaries } from './organisation.ts';
import type { SalaryRow } from './grades-schema.ts';
import type { Reason } from './reason.ts';

export interface SalaryQuestion {
  /** One grade, or the two of a twin grade, the lower first. */
  grades: readonly string[];
  /** By default the step at which appointments are made. */
  step?: number | undefined;
  /** Where the post is, ISO 3166-1 alpha-2. */
  country: string;
  /** The civil day that counts. */
  on: string;
}

/** An amount as it is printed: minor units, ISO 4217. */
export interface PrintedSalary {
  amountMinor: number;
  currency: string;
  period: 'monthly' | 'annual' | 'hourly' | null;
}

export type SalaryReason = Reason<{
  grade: string | null;
  step: number;
  country: string;
  on: string;
  /** The first day of the row that the answer rests on, where there is one. */
  from: string | null;
}>;
type Reasons = { reasons: SalaryReason[] };

export type SalaryAnswer =
  | ({ kind: 'known'; row: SalaryRow; amountMinor: number; currency: string; period: SalaryRow['period'] } & Reasons)
  | ({ kind: 'unknown' } & Reasons);

/** The basic salary of a grade on a day, as far as a row says it; of what no row says, nothing. */
export function salaryOf({ salaries }: Pick<Organisation, 'salaries'>, question: SalaryQuestion): SalaryAnswer {
  const row = rowsOf(salaries, question).find((candidate) => isInForce(candidate, question.on));
  const reasons = reasonsOf(salaries, question, row);
  if (!row) return { kind: 'unknown', reasons };
  const { currency, period } = row;
  return { kind: 'known', row, amountMinor: minorOf(row), currency, period, reasons };
}

export type SalaryCheck =
  /** The amount of the row in force on the day. */
  | ({ kind: 'matches'; row: SalaryRow } & Reasons)
  /** The amount of another day's row: the scale of another year. */
  | ({ kind: 'fits-another'; row: SalaryRow; inForce: SalaryRow | null } & Reasons)
  /** No row of this grade is known for the day, and the amount follows from another grade's rows. */
  | ({ kind: 'consistent'; row: SalaryRow; derivedMinor: number; reference: SalaryRow } & Reasons)
  | ({ kind: 'differs'; expectedMinor: number; row: SalaryRow } & Reasons)
  | ({ kind: 'unknown' } & Reasons);

/** Whether a printed amount is the one of the scale in force on a day, or of which other day it is. */
export function checkPrintedSalary(
  { salaries }: Pick<Organisation, 'salaries'>,
  printed: PrintedSalary,
  question: SalaryQuestion,
): SalaryCheck {
  const rows = rowsOf(salaries, question);
  const current = rows.find((row) => isInForce(row, question.on));
  const told = (row?: SalaryRow) => ({ reasons: reasonsOf(salaries, question, row) });
  if (current && isPrinted(current, printed)) return { kind: 'matches', row: current, ...told(current) };

  const other = rows.find((row) => isPrinted(row, printed));
  if (other) return { kind: 'fits-another', row: other, inForce: current ?? null, ...told(other) };
  if (current) return { kind: 'differs', expectedMinor: minorOf(current), row: current, ...told(current) };
  return derived(salaries, printed, question) ?? { kind: 'unknown', ...told() };
}

/** What rounding of two published amounts can move a derived one by, in minor units: one unit of the currency. */
const TOLERANCE_MINOR = 100;

/** Where all grades move by one factor, another grade known on both days gives the amount, nearly to the cent. */
function derived(salaries: Salaries, printed: PrintedSalary, question: SalaryQuestion): SalaryCheck | undefined {
  if (salaries.uniformAdjustment?.holds !== true) return undefined;
  const { step = salaries.appointmentStep.step, country, on } = question;
  const others = salaries.rows.filter((row) => row.step === step && row.country === country);
  for (const row of rowsOf(salaries, question).toReversed()) {
    for (const reference of others.filter((candidate) => isInForce(candidate, on))) {
      const before = others.find((candidate) => candidate.grade === reference.grade && candidate.from === row.from);
      if (!before || row.currency !== reference.currency) continue;
      const derivedMinor = Math.round((minorOf(row) * minorOf(reference)) / minorOf(before));
      const near = Math.abs(derivedMinor - printed.amountMinor) <= TOLERANCE_MINOR;
      if (near && printed.currency === row.currency)
        return { kind: 'consistent', row, derivedMinor, reference, reasons: reasonsOf(salaries, question, reference) };
    }
  }
  return undefined;
}

const isInForce = ({ from, until }: SalaryRow, on: string) => from <= on && (until === null || on <= until);

const isPrinted = (row: SalaryRow, { amountMinor, currency, period }: PrintedSalary) =>
  minorOf(row) === amountMinor && row.currency === currency && (period === null || period === row.period);

/** The grade whose amount counts: of a twin-graded post the one that the organisation prints. */
const gradeOf = ({ twinGrade }: Salaries, grades: readonly string[]): string | null =>
  (twinGrade?.printed === 'higher' ? grades.at(-1) : grades[0]) ?? null;

function reasonsOf(salaries: Salaries, { grades, step, country, on }: SalaryQuestion, row?: SalaryRow): SalaryReason[] {
  const { rule, source, appointmentStep, twinGrade } = salaries;
  const values = {
    grade: gradeOf(salaries, grades),
    step: step ?? appointmentStep.step,
    country,
    on,
    from: row?.from ?? null,
  };
  const reasons: SalaryReason[] = [{ rule, source: row?.source ?? source, values, decides: 'amount' }];
  if (step === undefined) reasons.push({ rule, source: appointmentStep.source, values, decides: 'step' });
  if (twinGrade && grades.length > 1) reasons.push({ rule, source: twinGrade.source, values, decides: 'grade' });
  return reasons;
}

/** Rows by grade, step and country, oldest first; made once for each scale. */
const INDEXES = new WeakMap<Salaries, Map<string, SalaryRow[]>>();

function rowsOf(salaries: Salaries, { grades, step, country }: SalaryQuestion): readonly SalaryRow[] {
  let index = INDEXES.get(salaries);
  if (!index) {
    index = Map.groupBy(
      salaries.rows.toSorted((a, b) => a.from.localeCompare(b.from)),
      (row) => `${row.grade} ${row.step} ${row.country}`,
    );
    INDEXES.set(salaries, index);
  }
  return index.get(`${gradeOf(salaries, grades)} ${step ?? salaries.appointmentStep.step} ${country}`) ?? [];
}

/** The amount in minor units: the file gives two decimals, as text, so that no cent is lost. */
const minorOf = ({ amount }: SalaryRow): number => Number(amount.replace('.', ''));
