import { ok, refuse } from '../../platform/result.ts';
import type { Result } from '../../platform/result.ts';
import { dayAfter, isCivilDate, lacksDay, periodEnd } from '../civil-dates.ts';
import { inForce } from '../in-force.ts';
import type { Grades, Organisation } from '../organisation/organisation.ts';
import type { Reason } from '../reason.ts';

export const TWIN_GRADE_CANDIDATES = ['external', 'serving-staff'] as const;
export type TwinGradeCandidate = (typeof TWIN_GRADE_CANDIDATES)[number];

export interface TwinGradeQuestion {
  lower: string;
  higher: string;
  candidate: TwinGradeCandidate;
  /** First day in the post. */
  startsOn: string;
  /** The day whose rules count: the offer's date. */
  on: string;
}

export interface TwinGradePlan {
  appointedAt: string;
  /** Whether an appointment directly to the higher grade is possible, under the circumstances that the source names. */
  directToHigher: boolean;
  /** Advancement isn't automatic, and normally not before this day. */
  normalAdvancement: string;
  /** The same with the longest reduction; null where none is possible. */
  earliestAdvancement: string | null;
  reasons: TwinGradeReason[];
}

interface Decided<Part extends string, Values extends object> extends Reason<Values> {
  decides: Part;
}
/** Whether the month counted to lacks the day on which service began, which a text leaves open (b4, open point 4). */
interface Counted {
  missingDay: boolean;
}
export type TwinGradeReason =
  | Decided<'appointedAt', { lower: string; higher: string }>
  | Decided<'normalAdvancement', { higher: string; months: number; from: string } & Counted>
  | Decided<'earliestAdvancement', { higher: string; upToMonths: number; from: string } & Counted>
  | Decided<'directToHigher', { higher: string }>;

interface Refused<Kind extends string> {
  kind: Kind;
  reasons: Reason[];
}
export type TwinGradeRefusal =
  | (Refused<'impossible-date'> & { field: 'startsOn' | 'on'; given: string })
  | (Refused<'unknown-grade'> & { grade: string; known: string[] })
  | (Refused<'not-lower'> & { lower: string; higher: string })
  | (Refused<'not-comparable'> & { lower: string; higher: string })
  | (Refused<'no-twin-grades'> & { from: string | null; on: string });

type TwinGradeRow = Grades['twinGrade'][number];

/** What two grades for one post mean for somebody who starts on a day (C13 to C16). */
export function planTwinGrade(
  { grades }: Pick<Organisation, 'grades'>,
  question: TwinGradeQuestion,
): Result<TwinGradePlan, TwinGradeRefusal> {
  for (const field of ['startsOn', 'on'] as const)
    if (!isCivilDate(question[field]))
      return refuse({ kind: 'impossible-date', field, given: question[field], reasons: [] });
  const misfit = misfitOf(grades, question);
  if (misfit) return refuse(misfit);
  const { on } = question;
  const row = inForce(grades.twinGrade, on);
  if (!row) return refuse({ kind: 'no-twin-grades', from: grades.twinGrade[0]?.from ?? null, on, reasons: [] });
  return ok(planned(row, question));
}

/** Why two grades are no twins: one isn't known, or the first isn't below the second. */
function misfitOf(grades: Grades, { lower, higher }: TwinGradeQuestion): TwinGradeRefusal | undefined {
  const unknown = [lower, higher].find((grade) => !grades.order.includes(grade));
  if (unknown !== undefined) return { kind: 'unknown-grade', grade: unknown, known: grades.order, reasons: [] };
  const family = (grade: string) => grades.families.find((entry) => entry.grades.includes(grade))?.code;
  if (family(lower) !== family(higher) && grades.comparableAcrossFamilies !== true)
    return { kind: 'not-comparable', lower, higher, reasons: [] };
  const isLower = grades.order.indexOf(lower) < grades.order.indexOf(higher);
  return isLower ? undefined : { kind: 'not-lower', lower, higher, reasons: [] };
}

function planned(row: TwinGradeRow, { lower, higher, candidate, startsOn }: TwinGradeQuestion): TwinGradePlan {
  const { source, appointment, advancement } = row;
  const dayAfterMonths = (months: number) => dayAfter(periodEnd(startsOn, months));
  const from = dayAfterMonths(advancement.months);
  const reduction = candidate === 'external' ? row.reduction : null;
  const direct = candidate === 'serving-staff' ? row.direct : null;
  const reasons: TwinGradeReason[] = [
    { rule: appointment.rule, source, decides: 'appointedAt', values: { lower, higher } },
    {
      rule: advancement.rule,
      source,
      decides: 'normalAdvancement',
      values: { higher, months: advancement.months, from, missingDay: lacksDay(startsOn, advancement.months) },
    },
  ];
  const plan = { appointedAt: lower, directToHigher: direct !== null, normalAdvancement: from, reasons };
  if (direct) reasons.push({ rule: direct.rule, source, decides: 'directToHigher', values: { higher } });
  if (!reduction) return { ...plan, earliestAdvancement: null };
  const { rule, upToMonths } = reduction;
  const left = Math.max(0, advancement.months - upToMonths);
  const earliest = dayAfterMonths(left);
  const values = { higher, upToMonths, from: earliest, missingDay: lacksDay(startsOn, left) };
  reasons.push({ rule, source, decides: 'earliestAdvancement', values });
  return { ...plan, earliestAdvancement: earliest };
}
