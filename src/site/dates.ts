import type { Language } from '../platform/language.ts';
import { dateTimeFormat, relativeTimeFormat } from './intl.ts';
import { LOCALES, plural } from './numbers.ts';
import { FRENCH_CITIES } from './zone-texts.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NO_BREAK = '\u00a0';

/** An instant to the second with the zone it is told in: `18 January 2027 at 23:59:59, Brussels time`. */
export const formatInstant = (instant: Date, zone: string, language: Language): string =>
  tell(instant, zone, language, true);

/** The same to the minute, for where a second decides nothing. */
export const formatInstantToMinute = (instant: Date, zone: string, language: Language): string =>
  tell(instant, zone, language, false);

function tell(instant: Date, ...[zone, language, withSeconds]: [string, Language, boolean]): string {
  const date = dateIn(instant, zone, language);
  const time = timeIn(instant, zone);
  const clock = formatClock(withSeconds ? time : time.slice(0, 5), language);
  return language === 'en'
    ? `${date} at ${clock}, ${formatZone(zone, language)}`
    : `le ${date} à ${clock}, ${formatZone(zone, language)}`;
}

/** The day an instant falls on in a zone: `18 January 2027`. */
export const dateIn = (instant: Date, zone: string, language: Language): string => longDate(instant, zone, language);

/** The civil date of an instant in a zone, `YYYY-MM-DD`. */
export const civilDayIn = (instant: Date, zone: string): string =>
  dateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);

/** The time of day of an instant in a zone, `HH:MM:SS`. */
export function timeIn(instant: Date, zone: string): string {
  const format = dateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium', hourCycle: 'h23' });
  return format.format(instant);
}

/** A civil date `YYYY-MM-DD` in words: `18 January 2027`, `1er janvier 2027`. */
export const formatDate = (civil: string, language: Language): string =>
  longDate(new Date(`${civil}T12:00:00Z`), 'UTC', language);

/** So many days from today, in words; negative where they have passed: `in 5 days`, `tomorrow`, `3 days ago`. */
export const daysFromToday = (days: number, language: Language): string =>
  relativeTimeFormat(LOCALES[language], { numeric: 'auto' }).format(days, 'day');

/** A time of day `HH:MM` or `HH:MM:SS`: `23:59`, `23 h 59 min 59 s`. */
export function formatClock(time: string, language: Language): string {
  if (language === 'en') return time;
  const [hours = '', minutes = '', seconds] = time.split(':');
  const hour = `${Number(hours)}${NO_BREAK}h`;
  if (seconds === undefined) return minutes === '00' ? hour : `${hour}${NO_BREAK}${minutes}`;
  return `${hour}${NO_BREAK}${minutes}${NO_BREAK}min${NO_BREAK}${seconds}${NO_BREAK}s`;
}

/** A zone (IANA) by the city it is named for: `Brussels time`, `heure de Bruxelles`. */
export function formatZone(zone: string, language: Language): string {
  if (zone === 'UTC' || zone.startsWith('Etc/')) return language === 'en' ? 'UTC' : 'UTC';
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  if (language === 'en') return `${city} time`;
  const name = FRENCH_CITIES[zone] ?? city;
  if (name.startsWith('Le ')) return `heure du ${name.slice(3)}`;
  return /^[aeiouyàâéèêîôû]/i.test(name) ? `heure d’${name}` : `heure de ${name}`;
}

const LEFT = {
  days: {
    en: { one: '{n} day left', other: '{n} days left' },
    fr: { one: '{n} jour restant', other: '{n} jours restants' },
  },
  hours: {
    en: { one: '{n} hour left', other: '{n} hours left' },
    fr: { one: '{n} heure restante', other: '{n} heures restantes' },
  },
  minutes: {
    en: { one: '{n} minute left', other: '{n} minutes left' },
    fr: { one: '{n} minute restante', other: '{n} minutes restantes' },
  },
};

/** How long is left at `now`, rounded down: days from two days on, then hours, then minutes; nothing once it has passed. */
export function remaining(now: Date, instant: Date, language: Language): string | undefined {
  const left = instant.getTime() - now.getTime();
  if (left <= 0) return undefined;
  if (left >= 2 * DAY) return plural(Math.floor(left / DAY), LEFT.days[language], language);
  if (left >= HOUR) return plural(Math.floor(left / HOUR), LEFT.hours[language], language);
  return plural(Math.floor(left / MINUTE), LEFT.minutes[language], language);
}

/** The last instant at which `remaining` says the same as at `now`; nothing where it says nothing any more. */
export function remainingStands(now: Date, instant: Date): Date | undefined {
  const left = instant.getTime() - now.getTime();
  if (left <= 0) return undefined;
  const unit = left >= 2 * DAY ? DAY : left >= HOUR ? HOUR : MINUTE;
  // Of the last minute, the last instant is that before nothing is left.
  return new Date(instant.getTime() - Math.max(1, Math.floor(left / unit) * unit));
}

function longDate(instant: Date, timeZone: string, language: Language): string {
  const format = dateTimeFormat(LOCALES[language], {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const firstOfMonth =
    language === 'fr' && format.formatToParts(instant).find(({ type }) => type === 'day')?.value === '1';
  return firstOfMonth ? format.format(instant).replace(/^1 /, '1er ') : format.format(instant);
}
