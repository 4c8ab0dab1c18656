import { LANGUAGES } from '../../platform/language.ts';
import type { NoticeDeadline } from '../notice.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Value } from './header-values.ts';
import { wordsOf } from './words.ts';

type Months = Vocabulary['months'];
type Day = { readonly date: string; readonly rest: string; readonly sure: boolean };

/** A date with or without a time: `27-Apr-2025, 11:59:00 PM`, `27-avr.-2025, 23:59:00`, `4 January 2026`. */
export function readDeadline(text: string, { months }: Vocabulary): Value<NoticeDeadline> | undefined {
  const day = namedMonth(text, months) ?? numericDate(text);
  if (!day) return undefined;
  const time = readTime(day.rest);
  const rest = time ? day.rest.replace(time.printed, '') : day.rest;
  return { value: { date: day.date, time: time?.time ?? null }, sure: day.sure && !/[\p{L}\d]{2}/u.test(rest) };
}

const DAY_FIRST = /(?<!\d)(\d{1,2})(?:er|st|nd|rd|th)?[\s./-]{1,3}(\p{L}{3,12})\.?[\s./,-]{1,3}(\d{4})(?!\d)/u;
const MONTH_FIRST = /(?<!\p{L})(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)/u;

function namedMonth(text: string, months: Months): Day | undefined {
  const dayFirst = DAY_FIRST.exec(text);
  const found = dayFirst ?? MONTH_FIRST.exec(text);
  if (!found) return undefined;
  const [printed, first = '', second = '', year = ''] = found;
  const month = monthNumber(dayFirst ? second : first, months);
  const date = month === undefined ? undefined : civilDate(year, month, dayFirst ? first : second);
  return date === undefined ? undefined : { date, rest: text.replace(printed, ''), sure: true };
}

/** `2026-01-04`, `04/01/2026`: the day first, as both languages have it; a person confirms where it could be either. */
function numericDate(text: string): Day | undefined {
  const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  const common = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/.exec(text);
  const found = iso ?? common;
  if (!found) return undefined;
  const [printed, first = '', month = '', last = ''] = found;
  const date = civilDate(iso ? first : last, Number(month), iso ? last : first);
  const unmistakable = iso !== null || Number(first) > 12;
  return date === undefined ? undefined : { date, rest: text.replace(printed, ''), sure: unmistakable };
}

/** The number of a month by three or more letters of its name, in either language. */
function monthNumber(name: string, months: Months): number | undefined {
  const key = wordsOf(name).at(0)?.key ?? '';
  const found = new Set(
    LANGUAGES.flatMap((language) =>
      months[language].flatMap((month, index) => (key.length >= 3 && month.startsWith(key) ? [index + 1] : [])),
    ),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

function civilDate(year: string, month: number, day: string): string | undefined {
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : undefined;
}

const CLOCK = /(?<!\d)(\d{1,2})\s?[:h]\s?(\d{2})(?::(\d{2}))?(?!\d)\s?([ap]\.?m\b\.?)?/i;

/** A time of day as 'HH:MM:SS'; `12:59:00 AM` is 00:59. */
function readTime(text: string): { time: string; printed: string } | undefined {
  const [printed, hours, minutes, seconds, half] = CLOCK.exec(text) ?? [];
  if (printed === undefined || hours === undefined || minutes === undefined) return undefined;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0);
  const time = [String(hour).padStart(2, '0'), minutes, seconds ?? '00'].join(':');
  return /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(time) ? { time, printed } : undefined;
}
