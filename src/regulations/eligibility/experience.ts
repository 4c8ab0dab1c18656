import { ok, refuse, type Result } from '../../platform/result.ts';
import { isCivilDate } from '../civil-dates.ts';
import { inForce } from '../in-force.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Reason } from '../reason.ts';
import { monthsOf, spansOf, stretchesOf, type Months, type Span, type WorkPeriod } from './work-stretches.ts';

export type { WorkPeriod } from './work-stretches.ts';

export interface Experience {
  /** All work until the day that counts. */
  all: Months;
  /** What was done from the day of the qualification; null where that day is not known. */
  afterQualification: Months | null;
  /** What the rule counts; null where a person decides, and `open` says why. */
  counted: number | null;
  open: ('part-time' | 'qualification' | 'qualification-day')[];
  /** Days on which several posts were held, and days between the first and the last on which none was. */
  overlaps: Span[];
  gaps: Span[];
  reasons: [Reason<{ on: string; qualifiedOn: string | null; months: Months; counted: number | null }>];
}
export type ExperienceRefusal =
  { kind: 'impossible-period'; index: number; reasons: [] } | { kind: 'no-rule'; on: string; reasons: [] };

interface ExperienceOn {
  /** The day whose rule counts. */
  on: string;
  /** The last day that is counted: what is later has not been done yet. By default the same. */
  until?: string | undefined;
  /** The day of the qualification that the notice asks for, where it is known. */
  qualifiedOn?: string | undefined;
}

/** Counts work from its dates without counting a day twice (E6). What it is worth for the post is for a person. */
export function countExperience(
  { eligibility }: Pick<Organisation, 'eligibility'>,
  periods: readonly WorkPeriod[],
  { on, until = on, qualifiedOn }: ExperienceOn,
): Result<Experience, ExperienceRefusal> {
  const wrong = periods.findIndex((period) => !isPossible(period));
  if (wrong >= 0) return refuse({ kind: 'impossible-period', index: wrong, reasons: [] });
  const row = inForce(eligibility.experience, on);
  if (!row) return refuse({ kind: 'no-rule', on, reasons: [] });

  const stretches = stretchesOf(periods, until);
  const all = monthsOf(stretches);
  const after = qualifiedOn === undefined ? null : monthsOf(stretches, qualifiedOn);
  const { counted, open } = countedBy(row, all, after);
  const values = { on: until, qualifiedOn: qualifiedOn ?? null, months: after ?? all, counted };
  return ok({
    all,
    afterQualification: after,
    counted,
    open,
    overlaps: spansOf(stretches, (posts) => posts > 1),
    gaps: spansOf(stretches, (posts) => posts === 0),
    reasons: [{ rule: row.rule, source: row.source, values }],
  });
}

type Rule = Organisation['eligibility']['experience'][number];

/** Which of the figures the rule takes; where it is silent and they differ, a person decides. */
function countedBy(rule: Rule, all: Months, after: Months | null): Pick<Experience, 'counted' | 'open'> {
  const open: Experience['open'] = [];
  if (rule.afterQualificationOnly === true && after === null) open.push('qualification-day');
  if (rule.afterQualificationOnly === null && after !== null && after.inFull !== all.inFull) open.push('qualification');
  const months = rule.afterQualificationOnly === false || after === null ? all : after;
  if (rule.partTime === null && months.inFull !== months.byShare) open.push('part-time');
  const counted = rule.partTime === 'pro-rata' ? months.byShare : months.inFull;
  return { counted: open.length > 0 ? null : counted, open };
}

function isPossible({ from, to, percent = 100 }: WorkPeriod): boolean {
  const dates = isCivilDate(from) && (to === null || (isCivilDate(to) && from <= to));
  return dates && percent > 0 && percent <= 100;
}
