import type { SalaryRow } from '../organisation/grades-schema.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Reason } from '../reason.ts';
import type { OfTheDay, PlacedQuestion } from './salary-question.ts';
import type { DerivedAmount } from './salary-derivation.ts';

/** What was asked, as an answer took it. */
export interface SalaryCase {
  /** The grade whose amount counts; null where the post has none of the scale. */
  grade: string | null;
  step: number;
  country: string;
  on: string;
  /** The first day of the row that the answer rests on, where there is one. */
  from: string | null;
}

interface Decided<Part extends string, Values extends object> extends Reason<Values> {
  decides: Part;
}
export type SalaryReason =
  | Decided<'amount' | 'step' | 'grade' | 'adjustment', SalaryCase>
  /** The row of the day asked for, where the answer rests on another; and the rows from which an amount is derived. */
  | Decided<'inForce' | DerivedFrom, SalaryRow>;

const DERIVED_FROM = ['base', 'before', 'reference'] as const;
type DerivedFrom = (typeof DERIVED_FROM)[number];

/** The rows and derivations behind an answer. */
export interface RestsOn {
  row?: SalaryRow | undefined;
  derived?: DerivedAmount | undefined;
  /** What is told of the day asked for besides. */
  ofTheDay?: OfTheDay;
}

/** Why an amount is the one told: its row, or those from which it is derived, then the step and the grade that count. */
export function salaryReasons(
  { salaries }: Pick<Organisation, 'salaries'>,
  { place, step, grades, on }: PlacedQuestion,
  restsOn: RestsOn,
): SalaryReason[] {
  const { rule, source, appointmentStep, twinGrade } = salaries;
  const { row, derived } = restsOn;
  const values: SalaryCase = { ...place, on, from: row?.from ?? derived?.reference.from ?? null };
  const reasons: SalaryReason[] = [
    { rule, source: row?.source ?? source, values, decides: 'amount' },
    ...rowReasons(salaries, values, restsOn),
  ];
  if (place.grade === null) return reasons;
  if (step === undefined) reasons.push({ rule, source: appointmentStep.source, values, decides: 'step' });
  if (twinGrade && grades.length > 1) reasons.push({ rule, source: twinGrade.source, values, decides: 'grade' });
  return reasons;
}

function rowReasons(
  { rule, uniformAdjustment }: Organisation['salaries'],
  values: SalaryCase,
  { row, derived, ofTheDay = null }: RestsOn,
): SalaryReason[] {
  const reasons: SalaryReason[] = [];
  // A row on which an answer rests twice is told once.
  const add = (rested: SalaryRow, decides: 'inForce' | DerivedFrom) => {
    if (!reasons.some((reason) => reason.values === rested))
      reasons.push({ rule, source: rested.source, values: rested, decides });
  };
  if (ofTheDay && 'row' in ofTheDay && ofTheDay.row !== row) add(ofTheDay.row, 'inForce');
  const ofThatDay = ofTheDay && 'derived' in ofTheDay ? ofTheDay.derived : undefined;
  const amounts = [ofThatDay, derived].filter((amount) => amount !== undefined);
  if (amounts.length > 0 && uniformAdjustment)
    reasons.push({ rule, source: uniformAdjustment.source, values, decides: 'adjustment' });
  for (const amount of amounts) for (const decides of DERIVED_FROM) add(amount[decides], decides);
  return reasons;
}
