/**
 * Civil dates `YYYY-MM-DD` counted in months, as decision 7 settles it. Integers of our own, since a contract is computed
 * a hundred thousand times a second; a property holds every function to Temporal.
 */

type Day = readonly [year: number, month: number, day: number];

const FORM = /^\d{4}-\d{2}-\d{2}$/;
const MONTHS_IN_YEAR = 12;
const ZERO = '0'.charCodeAt(0);
/** What is earlier or later is a slip of the pen, not the date of a contract. */
export const YEARS = { first: 1900, last: 2999 };

/** Whether a text is a day that exists, between the years 1900 and 2999. */
export function isCivilDate(text: string): boolean {
  if (!FORM.test(text)) return false;
  const [year, month, day] = numbersOf(text);
  if (year < YEARS.first || year > YEARS.last || month < 1 || month > MONTHS_IN_YEAR) return false;
  return day >= 1 && day <= daysIn(year, month);
}

/** The same day so many months later, or earlier; where that month lacks the day, its last. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = numbersOf(date);
  const [inYear, inMonth] = monthAfter(year, month, months);
  return dateOf([inYear, inMonth, Math.min(day, daysIn(inYear, inMonth))]);
}

/**
 * The last day of a period of so many months from its first day: the day before the same day of the month; where the
 * month of the end lacks that day, its last day. A period of no months ends the day before it begins.
 */
export function periodEnd(firstDay: string, months: number): string {
  const [year, month, day] = numbersOf(firstDay);
  const [inYear, inMonth] = monthAfter(year, month, months);
  const last = daysIn(inYear, inMonth);
  return day > last ? dateOf([inYear, inMonth, last]) : dayBefore(dateOf([inYear, inMonth, day]));
}

/** Whether the month in which a period ends lacks the day it began on: 31 April, 29 February. */
export function lacksDay(firstDay: string, months: number): boolean {
  const [year, month, day] = numbersOf(firstDay);
  return day > daysIn(...monthAfter(year, month, months));
}

export function dayAfter(date: string): string {
  const [year, month, day] = numbersOf(date);
  if (day < daysIn(year, month)) return dateOf([year, month, day + 1]);
  return dateOf([...monthAfter(year, month, 1), 1]);
}

export function dayBefore(date: string): string {
  const [year, month, day] = numbersOf(date);
  if (day > 1) return dateOf([year, month, day - 1]);
  return endOfMonth(dateOf([...monthAfter(year, month, -1), 1]));
}

/** So many days later, or earlier where the number is negative. */
export function addDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

const A_DAY_MS = 24 * 3_600_000;

/** How many days lie from one day to another; negative where the other comes first. */
export const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / A_DAY_MS;

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Counted from Monday, 0, to Sunday, 6. */
export function weekdayOf(date: string): number {
  const [year, month, day] = numbersOf(date);
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + WEEKDAYS.length - 1) % WEEKDAYS.length;
}

export function endOfMonth(date: string): string {
  const [year, month] = numbersOf(date);
  return dateOf([year, month, daysIn(year, month)]);
}

/** The earlier of two dates; `null` is no date at all. */
export const earlier = (date: string, other: string | null): string => (other !== null && other < date ? other : date);

/** The numbers of a civil date. */
export const numbersOf = (date: string): Day => [numberIn(date, 0, 4), numberIn(date, 5, 7), numberIn(date, 8, 10)];

/** Digit by digit, since this is where a decision spends most of its time: no text is made for a number. */
function numberIn(date: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) value = value * 10 + date.charCodeAt(index) - ZERO;
  return value;
}

/** The date of its numbers. */
export const dateOf = ([year, month, day]: Day): string =>
  `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

function monthAfter(year: number, month: number, months: number): [year: number, month: number] {
  const count = year * MONTHS_IN_YEAR + month - 1 + months;
  return [Math.floor(count / MONTHS_IN_YEAR), (count % MONTHS_IN_YEAR) + 1];
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const isLeapYear = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
