import { timeInZone, zoneLines } from './calendar-zone.ts';

/** An entry of a calendar: at an instant, or all of one day, which no zone moves. */
export type CalendarEvent = Entry & (Timed | { day: string });

type Timed = {
  at: Date;
  /** When it ends; without it, the entry takes nobody’s time. */
  endsAt?: Date;
  /** The zone (IANA) that it is announced in; without one, it is given in UTC. */
  zone?: string;
};

type Entry = {
  /** The same for ever, whatever becomes of the entry. */
  uid: string;
  /** Higher with each change, so that programs take the later one. */
  sequence: number;
  /** When it was last changed. */
  changedAt: Date;
  summary: string;
  description?: string;
  location?: string | undefined;
  url?: string;
  /** It does not take place: programs strike it out. */
  cancelled?: boolean;
  /** Whether the reader is reminded a day before. */
  reminder?: boolean;
};

/**
 * What a calendar that is sent says besides (RFC 5546): that its entries are there, or are no more, and by whom they are.
 * Nobody is asked to answer to it: that is done on a page.
 */
export type SentBy = { method: 'PUBLISH' | 'CANCEL'; organiser: { name: string; address: string } };

type Calendar = { name: string; events: readonly CalendarEvent[]; sent?: SentBy };

/**
 * A calendar file (iCalendar, RFC 5545): every program shows its instants in its reader's own zone. An entry that is announced
 * in a zone is given in it, with the zone described; any other in UTC. Unless it is sent to somebody, it names no method: that needs an organiser
 * (RFC 5546), and makes DTSTAMP the instant of the file instead of that of the last change.
 */
export function calendarOf({ name, events, sent }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Concours//Concours//EN',
    // NAME is that of RFC 7986; programs that are older look for the other.
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    ...(sent ? [`METHOD:${sent.method}`] : []),
    ...zonesOf(events),
    ...events.flatMap((event) => eventLines(event, sent)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** The zones that entries are given in, each once. */
function zonesOf(events: readonly CalendarEvent[]): string[] {
  const timed = events.filter((event) => 'at' in event);
  const given = Map.groupBy(timed, (event) => (timesOf(event).zone === undefined ? '' : (event.zone ?? '')));
  return [...given].flatMap(([zone, at]) => (zone === '' ? [] : zoneLines(zone, at.flatMap(instantsOf))));
}

const instantsOf = ({ at, endsAt }: Timed): Date[] => (endsAt === undefined ? [at] : [at, endsAt]);

/** When an entry begins and ends: by the clock of its zone where that says both without doubt, else in UTC. */
function timesOf({ zone, ...event }: Timed): { zone: string | undefined; times: string[] } {
  const instants = instantsOf(event);
  const local = zone === undefined || zone === 'UTC' ? [] : instants.flatMap((one) => timeInZone(one, zone) ?? []);
  return local.length === instants.length ? { zone, times: local } : { zone: undefined, times: instants.map(instant) };
}

function timeLines(event: CalendarEvent): string[] {
  if ('day' in event) return [`DTSTART;VALUE=DATE:${event.day.replaceAll('-', '')}`];
  const { zone, times } = timesOf(event);
  const names = ['DTSTART', 'DTEND'].map((name) => (zone === undefined ? name : `${name};TZID=${zone}`));
  return times.map((time, index) => `${names[index] ?? ''}:${time}`);
}

function eventLines(event: CalendarEvent, sent: SentBy | undefined): string[] {
  const { uid, sequence, changedAt, summary, description, location, url } = event;
  const takesTime = 'at' in event && event.endsAt !== undefined;
  const { cancelled = false, reminder = false } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${instant(changedAt)}`,
    `LAST-MODIFIED:${instant(changedAt)}`,
    ...(sent ? [organiserLine(sent)] : []),
    // Without an end, it is over as it begins: a deadline takes nobody's time.
    ...timeLines(event),
    `SUMMARY:${text(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${text(description)}`]),
    ...(location === undefined ? [] : [`LOCATION:${text(location)}`]),
    ...(url === undefined ? [] : [`URL:${url}`]),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${takesTime ? 'OPAQUE' : 'TRANSPARENT'}`,
    ...(reminder && !cancelled ? alarmLines(summary) : []),
    'END:VEVENT',
  ];
}

/** A name in quotes may hold anything but quotes and control characters (RFC 5545, 3.2). */
const organiserLine = ({ organiser }: SentBy): string =>
  `ORGANIZER;CN="${organiser.name.replaceAll(/["\p{Cc}]/gu, '')}":mailto:${organiser.address}`;

const alarmLines = (summary: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${text(summary)}`,
  'TRIGGER:-P1D',
  'END:VALARM',
];

/** `20270118T225959Z`. */
const instant = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d+/g, '');

/** A text in which nothing is read as the end of a value (RFC 5545, 3.3.11). */
const text = (value: string): string =>
  value
    .toWellFormed()
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/[\p{Cc}]/gu, '');

const LONGEST_LINE_BYTES = 75;

/** A line in pieces of 75 bytes at most, never within a character (RFC 5545, 3.1). */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LONGEST_LINE_BYTES) {
      pieces.push(piece);
      piece = ' ';
      bytes = 1;
    }
    piece += character;
    bytes += size;
  }
  return [...pieces, piece].join('\r\n');
}
