import { Temporal } from 'temporal-polyfill';

const NANOSECONDS_OF_A_SECOND = 1_000_000_000;

const inZone = (at: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).round({
    smallestUnit: 'second',
    roundingMode: 'floor',
  });

/**
 * The time of an instant by the clock of a zone, `20270118T235959`; undefined where that clock shows it twice, since programs
 * differ on which of the two is meant.
 */
export function timeInZone(at: Date, zone: string): string | undefined {
  const there = inZone(at, zone);
  const civil = there.toPlainDateTime();
  const [first, second] = [
    civil.toZonedDateTime(zone, { disambiguation: 'earlier' }),
    civil.toZonedDateTime(zone, { disambiguation: 'later' }),
  ];
  return first.equals(second) ? written(civil) : undefined;
}

/**
 * A zone as a program that knows none reads it (VTIMEZONE, RFC 5545, 3.6.5): each change of its clock from the year before
 * the first instant to the year after the last. No rule for years to come is made up: states change them.
 */
export function zoneLines(zone: string, instants: readonly Date[]): string[] {
  const years = instants.map((at) => inZone(at, zone).year);
  const startOf = (year: number) =>
    Temporal.PlainDateTime.from({ year, month: 1, day: 1 }).toZonedDateTime(zone, { disambiguation: 'earlier' });
  const [from, until] = [startOf(Math.min(...years) - 1), startOf(Math.max(...years) + 2)];
  const changes = changesBetween(from, until);
  const offsets = [from, ...changes].map(({ offsetNanoseconds }) => offsetNanoseconds);
  const least = Math.min(...offsets);
  const parts = [from, ...changes].map((at, index) =>
    observanceLines(at, { before: offsets[Math.max(0, index - 1)] ?? 0, least }),
  );
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts.flat(), 'END:VTIMEZONE'];
}

function changesBetween(from: Temporal.ZonedDateTime, until: Temporal.ZonedDateTime): Temporal.ZonedDateTime[] {
  const changes: Temporal.ZonedDateTime[] = [];
  let next = from.getTimeZoneTransition('next');
  while (next && Temporal.ZonedDateTime.compare(next, until) < 0) {
    changes.push(next);
    next = next.getTimeZoneTransition('next');
  }
  return changes;
}

type Offsets = { before: number; least: number };

/** What the clock shows from one change on; the change itself is told by the clock as it was before. */
function observanceLines(at: Temporal.ZonedDateTime, { before, least }: Offsets): string[] {
  const after = at.offsetNanoseconds;
  const name = after > least ? 'DAYLIGHT' : 'STANDARD';
  const onset = at.toPlainDateTime().add({ nanoseconds: before - after });
  return [
    `BEGIN:${name}`,
    `DTSTART:${written(onset)}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    `END:${name}`,
  ];
}

/** `20270118T235959`. */
const written = (civil: Temporal.PlainDateTime): string =>
  civil.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');

/** `+0100`, with seconds where there are any (RFC 5545, 3.3.14). */
function offset(nanoseconds: number): string {
  const seconds = Math.abs(nanoseconds) / NANOSECONDS_OF_A_SECOND;
  const digits = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  );
  const [hours = '', minutes = '', rest = ''] = digits;
  return `${nanoseconds < 0 ? '-' : '+'}${hours}${minutes}${rest === '00' ? '' : rest}`;
}
