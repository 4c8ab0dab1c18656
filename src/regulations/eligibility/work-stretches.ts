import { dateOf, daysIn, numbersOf } from '../civil-dates.ts';

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

export interface Span {
  from: string;
  /** The last day. */
  to: string;
}

/**
 * A day as a whole number: its month, counted, times 32, and its day of the month. It grows from day to day, so that time
 * is compared and cut without a text for each end; it is not a number of days.
 */
type Day = number;
const MONTH_STEP = 32;

/** A stretch of time during which the same posts were held. */
export interface Stretch {
  begins: Day;
  /** The day after its last. */
  ends: Day;
  posts: number;
  /** Of full time, at most 100. */
  percent: number;
}

/** The stretches from the first day of any period to the last, until the day that counts; oldest first. */
export function stretchesOf(periods: readonly WorkPeriod[], on: string): Stretch[] {
  const held = heldUntil(dayAfter(dayOf(on)), periods);
  const starts = held.map(({ begins }) => begins);
  const turns = starts.concat(held.map(({ ends }) => ends)).toSorted((a, b) => a - b);
  const stretches: Stretch[] = [];
  let begins = turns[0] ?? 0;
  for (const ends of turns) {
    if (begins < ends) stretches.push(stretchOf(held, begins, ends));
    begins = ends;
  }
  return stretches;
}

type Held = Pick<Stretch, 'begins' | 'ends' | 'percent'>;

function heldUntil(latest: Day, periods: readonly WorkPeriod[]): Held[] {
  const held: Held[] = [];
  for (const { from, to, percent = 100 } of periods) {
    const begins = dayOf(from);
    const ends = to === null ? latest : Math.min(dayAfter(dayOf(to)), latest);
    if (begins < ends) held.push({ begins, ends, percent });
  }
  return held;
}

function stretchOf(held: readonly Held[], begins: Day, ends: Day): Stretch {
  let posts = 0;
  let percent = 0;
  for (const post of held) {
    if (begins < post.begins || post.ends < ends) continue;
    posts += 1;
    percent += post.percent;
  }
  return { begins, ends, posts, percent: Math.min(100, percent) };
}

/** The work of all stretches, or what of it was done from a day on. */
export function monthsOf(stretches: readonly Stretch[], from?: string): Months {
  const earliest = from === undefined ? 0 : dayOf(from);
  let inFull = 0;
  let byShare = 0;
  for (const { begins, ends, posts, percent } of stretches) {
    if (posts === 0 || ends <= earliest) continue;
    const length = placeOf(ends) - placeOf(Math.max(begins, earliest));
    inFull += length;
    byShare += length * percent;
  }
  return { inFull: wholeMonths(inFull), byShare: wholeMonths(byShare / 100) };
}

/** The first and the last day of the stretches in which so many posts were held. */
export const spansOf = (stretches: readonly Stretch[], held: (posts: number) => boolean): Span[] =>
  stretches
    .filter(({ posts }) => held(posts))
    .map(({ begins, ends }) => ({ from: dateOn(begins), to: dateOn(dayBefore(ends)) }));

/** A month in parts that every length of month divides, so that a day is its exact share of its month. */
const MONTH = 28 * 29 * 15 * 31;
const A_DAYS_GRACE = MONTH / 28;

const wholeMonths = (length: number): number => (length <= 0 ? 0 : Math.floor((length + A_DAYS_GRACE) / MONTH));

/** Where a day begins on a line on which every month is equally long. */
const placeOf = (day: Day): number =>
  monthOf(day) * MONTH + ((day % MONTH_STEP) - 1) * (MONTH / lengthOf(monthOf(day)));

function dayOf(date: string): Day {
  const [year, month, day] = numbersOf(date);
  return (year * 12 + month - 1) * MONTH_STEP + day;
}

const dateOn = (day: Day): string => dateOf([Math.floor(monthOf(day) / 12), (monthOf(day) % 12) + 1, day % MONTH_STEP]);

const dayAfter = (day: Day): Day =>
  day % MONTH_STEP < lengthOf(monthOf(day)) ? day + 1 : (monthOf(day) + 1) * MONTH_STEP + 1;

const dayBefore = (day: Day): Day =>
  day % MONTH_STEP > 1 ? day - 1 : (monthOf(day) - 1) * MONTH_STEP + lengthOf(monthOf(day) - 1);

const monthOf = (day: Day): number => Math.floor(day / MONTH_STEP);
const lengthOf = (month: number): number => daysIn(Math.floor(month / 12), (month % 12) + 1);
