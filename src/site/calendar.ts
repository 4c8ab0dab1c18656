/** An entry of a calendar at one instant. */
export type CalendarEvent = {
  /** The same for ever, whatever becomes of the entry. */
  uid: string;
  /** Higher with each change, so that programs take the later one. */
  sequence: number;
  /** When it was last changed. */
  changedAt: Date;
  at: Date;
  summary: string;
  description?: string;
  url?: string;
  /** It does not take place: programs strike it out. */
  cancelled?: boolean;
  /** Whether the reader is reminded a day before. */
  reminder?: boolean;
};

/**
 * A calendar file (iCalendar, RFC 5545), its instants in UTC: every program shows them in its reader's own zone, and no
 * description of a zone can go wrong. It names no method: that would make it an invitation, which needs an organiser
 * (RFC 5546), and DTSTAMP the instant of the file instead of that of the last change.
 */
export function calendarOf({ name, events }: { name: string; events: readonly CalendarEvent[] }): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Concours//Concours//EN',
    // NAME is that of RFC 7986; programs that are older look for the other.
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines({ uid, sequence, changedAt, at, summary, description, url, ...event }: CalendarEvent): string[] {
  const { cancelled = false, reminder = false } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${instant(changedAt)}`,
    `LAST-MODIFIED:${instant(changedAt)}`,
    // Without an end, it is over as it begins: a deadline takes nobody's time.
    `DTSTART:${instant(at)}`,
    `SUMMARY:${text(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${text(description)}`]),
    ...(url === undefined ? [] : [`URL:${url}`]),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    ...(reminder && !cancelled ? alarmLines(summary) : []),
    'END:VEVENT',
  ];
}

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
