import { ok, refuse, type Result } from '../platform/result.ts';
import { dayAfter, dayBefore, daysIn, isCivilDate } from './civil-dates.ts';
import { inForce } from './in-force.ts';
import type { Organisation } from './organisation.ts';
import type { Reason } from './reason.ts';

/** Work held from a day to a day, both included; `to: null` is work that goes on. */
export interface WorkPeriod {
  from: string;
  to: string | null;
  /** The share of full time, 1 to 100; by default 100. */
  percent?: number;
}

/** Whole months, each day counted once; a day short of a month is given to the candidate. */
export interface Months {
  /** Part-time work counted as if it were full. */
  inFull: number;
  /** Part-time work counted by its share; shares held at once add up to full time at most. */
  byShare: number;
}

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
export interface Span {
  from: string;
  /** The last day. */
  to: string;
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
  const after = qualifiedOn === undefined ? null : monthsOf(stretchesOf(periods, until, qualifiedOn));
  const { counted, open } = countedBy(row, all, after);
  const values = { on: until, qualifiedOn: qualifiedOn ?? null, months: after ?? all, counted };
  return ok({
    all,
    afterQualification: after,
    counted,
    open,
    overlaps: stretches.filter(({ posts }) => posts > 1).map(spanOf),
    gaps: stretches.filter(({ posts }) => posts === 0).map(spanOf),
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

/** A stretch of time during which the same posts were held: from a day to the day before another begins. */
interface Stretch {
  from: string;
  until: string;
  posts: number;
  /** Of full time, at most 100. */
  percent: number;
}

function stretchesOf(periods: readonly WorkPeriod[], on: string, earliest = ''): Stretch[] {
  const held = periods.flatMap(({ from, to, percent = 100 }) => {
    const start = from < earliest ? earliest : from;
    const last = to === null || to > on ? on : to;
    return start <= last ? [{ start, end: dayAfter(last), percent }] : [];
  });
  const turns = [...new Set(held.flatMap(({ start, end }) => [start, end]))].toSorted();
  return turns.slice(0, -1).map((from, index): Stretch => {
    const until = turns[index + 1] ?? from;
    const posts = held.filter(({ start, end }) => start <= from && until <= end);
    const percent = Math.min(
      100,
      posts.reduce((sum, post) => sum + post.percent, 0),
    );
    return { from, until, posts: posts.length, percent };
  });
}

/** A month in parts that every length of month divides, so that a day is its exact share of its month. */
const MONTH = 28 * 29 * 15 * 31;
const A_DAYS_GRACE = MONTH / 28;

function monthsOf(stretches: readonly Stretch[]): Months {
  const worked = stretches.filter(({ posts }) => posts > 0);
  const inFull = worked.reduce((sum, stretch) => sum + lengthOf(stretch), 0);
  const byShare = worked.reduce((sum, stretch) => sum + lengthOf(stretch) * stretch.percent, 0) / 100;
  return { inFull: wholeMonths(inFull), byShare: wholeMonths(byShare) };
}

const wholeMonths = (parts: number): number => (parts <= 0 ? 0 : Math.floor((parts + A_DAYS_GRACE) / MONTH));
const lengthOf = ({ from, until }: Stretch): number => placeOf(until) - placeOf(from);

function placeOf(date: string): number {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  return (year * 12 + month - 1) * MONTH + (day - 1) * (MONTH / daysIn(year, month));
}

const spanOf = ({ from, until }: Stretch): Span => ({ from, to: dayBefore(until) });
