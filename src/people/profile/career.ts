import { endOfMonth } from '../../regulations/civil-dates.ts';
import { countExperience, type WorkPeriod } from '../../regulations/eligibility/experience.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { isMonth, weeklyHours } from './entry-problems.ts';
import { valueIn, type Entry } from './profile.ts';

export type Career = {
  /** Whole months of all work: each day once, in full, and by the share of a full-time week. */
  months: { inFull: number; byShare: number };
  overlaps: { from: string; to: string }[];
  gaps: { from: string; to: string }[];
  /** Posts that could not be counted: without the month they began in, or one that cannot be. */
  notCounted: Entry[];
  /** Part-time posts counted in full, since nobody has said how long a full-time week is, or how many hours it was. */
  shareUnknown: Entry[];
};

type CareerRules = Pick<Organisation, 'eligibility' | 'form'>;

/**
 * The time that posts add up to by the civil day `on`, from their months: overlaps count once, shares held at once add
 * up to full time and never to more (E6). Evidence for a person to judge by: nothing is decided from it.
 */
export function careerOf(entries: readonly Entry[], rules: CareerRules, on: string): Career {
  const fullTimeHours = rules.form.experience.fullTimeHours;
  const posts = entries.map((entry) => ({ entry, period: periodOf(entry, fullTimeHours) }));
  const periods = posts.flatMap(({ period }) => (period && period.from <= on ? [period] : []));
  const counted = countExperience(rules, periods, { on });
  if (!counted.ok) throw new Error(`Months that were checked were refused: ${counted.refusal.kind}`);
  const { all, overlaps, gaps } = counted.value;
  return {
    months: all,
    overlaps,
    gaps,
    notCounted: posts.flatMap(({ entry, period }) => (period ? [] : [entry])),
    shareUnknown: entries.filter(
      (entry) => valueIn(entry, 'workingTime') === 'part-time' && !shareOf(entry, fullTimeHours),
    ),
  };
}

/** The posts whose months are known, as the rules count them. */
export const workPeriods = (entries: readonly Entry[], { form }: Pick<Organisation, 'form'>): WorkPeriod[] =>
  entries.flatMap((entry) => periodOf(entry, form.experience.fullTimeHours) ?? []);

/** From the first day of the month it began in to the last of the month it ended in; a year alone is no month. */
function periodOf(entry: Entry, fullTimeHours: number | null): WorkPeriod | undefined {
  const [from, to] = [valueIn(entry, 'from'), valueIn(entry, 'to')];
  const goesOn = to === '' && valueIn(entry, 'current') === 'yes';
  if (!isWholeMonth(from) || !(goesOn || isWholeMonth(to)) || (!goesOn && to < from)) return undefined;
  const percent = shareOf(entry, fullTimeHours);
  const days = { from: `${from}-01`, to: goesOn ? null : endOfMonth(`${to}-01`) };
  return percent === undefined ? days : { ...days, percent };
}

const isWholeMonth = (value: string): boolean => value.length === 7 && isMonth(value);

/** Per cent of a full-time week, as whole as a percentage is counted; nothing where it is full time or cannot be told. */
function shareOf(entry: Entry, fullTimeHours: number | null): number | undefined {
  const hours = weeklyHours(valueIn(entry, 'hours'));
  if (valueIn(entry, 'workingTime') !== 'part-time' || fullTimeHours === null || hours === undefined) return undefined;
  return Math.max(1, Math.min(100, Math.round((hours / fullTimeHours) * 100)));
}
