import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarOf } from './calendar.ts';

const HOUR = 3_600_000;
const entry = (at: Date, zone: string) => ({
  uid: 'stage-1@jobs.example.int',
  sequence: 1,
  changedAt: new Date('2026-12-01T08:00:00Z'),
  summary: 'Interview',
  at,
  endsAt: new Date(at.getTime() + HOUR),
  zone,
});
const linesOf = (at: Date, zone: string) =>
  calendarOf({ name: 'Your selection', events: [entry(at, zone)] })
    .replaceAll('\r\n ', '')
    .split('\r\n');

/** A time as a number of milliseconds, as if it were one in UTC. */
const asUtc = (written: string): number =>
  Date.parse(written.replace(/^(....)(..)(..)T(..)(..)(..)Z?$/, '$1-$2-$3T$4:$5:$6Z'));
const offsetOf = (written: string): number => {
  const [, sign = '', hours = '', minutes = '', seconds = '0'] = /^([+-])(..)(..)(..)?$/.exec(written) ?? [];
  return Number(`${sign}1`) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
};
const valuesOf = (lines: readonly string[], name: string): string[] =>
  lines.flatMap((line) => (line.startsWith(`${name}:`) ? [line.slice(name.length + 1)] : []));

const entryLines = (lines: readonly string[]) => lines.slice(lines.indexOf('BEGIN:VEVENT'));

/** What a program computes that knows no zone but the one described in the file (RFC 5545, 3.6.5). */
function plainReader(lines: readonly string[]): (name: string) => number {
  const described = lines.slice(0, lines.indexOf('BEGIN:VEVENT'));
  const offsets = valuesOf(described, 'TZOFFSETTO').map(offsetOf);
  const onsets = valuesOf(described, 'DTSTART').map((onset, index) => ({ from: asUtc(onset), offset: offsets[index] }));
  return (name) => {
    const line = entryLines(lines).find((one) => one.startsWith(`${name};TZID=`) || one.startsWith(`${name}:20`)) ?? '';
    const written = line.slice(line.indexOf(':') + 1);
    if (written.endsWith('Z')) return asUtc(written);
    const holds = onsets.filter(({ from }) => from <= asUtc(written)).toSorted((a, b) => b.from - a.from)[0];
    return asUtc(written) - (holds?.offset ?? Number.NaN);
  };
}

test('a time is given by the clock of its zone, which is described for the years around it', () => {
  const lines = linesOf(new Date('2027-01-18T08:00:00Z'), 'Europe/Brussels');

  expect(entryLines(lines)).toEqual(
    expect.arrayContaining([
      'DTSTART;TZID=Europe/Brussels:20270118T090000',
      'DTEND;TZID=Europe/Brussels:20270118T100000',
    ]),
  );
  expect(lines.slice(lines.indexOf('BEGIN:VTIMEZONE'), lines.indexOf('BEGIN:VTIMEZONE') + 17)).toEqual([
    'BEGIN:VTIMEZONE',
    'TZID:Europe/Brussels',
    'BEGIN:STANDARD',
    'DTSTART:20260101T000000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0100',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:20260329T020000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'END:DAYLIGHT',
    'BEGIN:STANDARD',
    'DTSTART:20261025T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'END:STANDARD',
  ]);
});

test('a time that the clock shows twice is given in UTC, and so is one that is announced in it', () => {
  for (const [at, zone] of [
    ['2026-10-25T00:30:00Z', 'Europe/Brussels'],
    ['2026-10-25T01:30:00Z', 'Europe/Brussels'],
    ['2026-10-24T23:30:00Z', 'Europe/Brussels'],
    ['2026-07-01T12:00:00Z', 'UTC'],
  ] as const) {
    const calendar = linesOf(new Date(at), zone).join('\n');

    expect(calendar).toContain(`DTSTART:${at.replaceAll(/[-:]/g, '')}`);
    expect(calendar).not.toMatch(/TZID|VTIMEZONE/);
  }
});

test('several entries of a zone share its description', () => {
  const events = [new Date('2026-03-01T08:00:00Z'), new Date('2027-08-01T08:00:00Z')].map((at) =>
    entry(at, 'Europe/Paris'),
  );

  const calendar = calendarOf({ name: 'Your selection', events });

  expect(calendar.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  expect(calendar).toContain('DTSTART:20281029T030000');
});

/** Days on or beside which clocks change in some of the zones. */
const CHANGES = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01', '2027-02-07'];
const ZONES = [
  'Europe/Brussels',
  'Europe/Dublin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Australia/Adelaide',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Etc/GMT+5',
  ...Intl.supportedValuesOf('timeZone'),
];

test('whatever the zone and the day, a program that knows no zone computes the same instants', () => {
  const nearChange = fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -2 * 24 * 60, max: 2 * 24 * 60 }))
    .map(([day, minutes]) => new Date(Date.parse(day) + minutes * 60_000));
  const anyDay = fc.date({ min: new Date('1995-01-01'), max: new Date('2060-12-31'), noInvalidDate: true });
  const toTheSecond = (at: Date) => Math.floor(at.getTime() / 1000) * 1000;
  fc.assert(
    fc.property(fc.oneof(nearChange, anyDay), fc.constantFrom(...ZONES), (at, zone) => {
      const lines = linesOf(at, zone);

      const read = plainReader(lines);

      expect([read('DTSTART'), read('DTEND')]).toEqual([toTheSecond(at), toTheSecond(at) + HOUR]);
      expect(lines.filter((line) => line === 'BEGIN:VTIMEZONE')).toHaveLength(
        lines.some((line) => line.startsWith('DTSTART;TZID=')) ? 1 : 0,
      );
    }),
    { numRuns: 300 },
  );
});
