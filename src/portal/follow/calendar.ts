/** A deadline as an entry of a calendar. */
export type CalendarEntry = {
  /** The same for the same vacancy for ever, so that a calendar changes its entry instead of adding one. */
  uid: string;
  /** Grows with every change that the reader is to notice. */
  sequence: number;
  at: Date;
  changedAt: Date;
  summary: string;
  description: string;
  url: string;
  cancelled: boolean;
};

/** A calendar (RFC 5545) of deadlines, all in UTC, each with a reminder a day before. */
export const calendarOf = (entries: readonly CalendarEntry[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Concours//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...entries.flatMap(linesOf),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');

const linesOf = (entry: CalendarEntry): string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.uid}`,
  `SEQUENCE:${entry.sequence}`,
  `DTSTAMP:${inUtc(entry.changedAt)}`,
  `LAST-MODIFIED:${inUtc(entry.changedAt)}`,
  `DTSTART:${inUtc(entry.at)}`,
  `SUMMARY:${escaped(entry.summary)}`,
  `DESCRIPTION:${escaped(entry.description)}`,
  `URL:${entry.url}`,
  `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'TRANSP:TRANSPARENT',
  ...(entry.cancelled
    ? []
    : ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(entry.summary)}`, 'TRIGGER:-P1D', 'END:VALARM']),
  'END:VEVENT',
];

/** `20270118T225959Z`. */
const inUtc = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '');

/** At most 75 octets a line, never within a letter; what goes on begins with a space. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const letter of line) {
    if (Buffer.byteLength(current + letter) > 75) {
      lines.push(current);
      current = ' ';
    }
    current += letter;
  }
  return [...lines, current].join('\r\n');
}
