import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarOf } from './calendar.ts';

const EVENT = {
  uid: 'deadline-260114@jobs.example.int',
  sequence: 3,
  changedAt: new Date('2026-12-01T08:00:00.123Z'),
  at: new Date('2027-01-18T22:59:59Z'),
  summary: 'Deadline: Officer; Floods, and “rivers”',
  description: 'First line\nC:\\second',
  url: 'https://jobs.example.int/en/vacancies/260114',
};

test('says when, in UTC, and what, with nothing that could end a value', () => {
  const lines = calendarOf({ name: 'Deadlines', events: [EVENT] }).split('\r\n');

  expect(lines).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Concours//Concours//EN',
    'NAME:Deadlines',
    'X-WR-CALNAME:Deadlines',
    'BEGIN:VEVENT',
    'UID:deadline-260114@jobs.example.int',
    'SEQUENCE:3',
    'DTSTAMP:20261201T080000Z',
    'LAST-MODIFIED:20261201T080000Z',
    'DTSTART:20270118T225959Z',
    String.raw`SUMMARY:Deadline: Officer\; Floods\, and “rivers”`,
    String.raw`DESCRIPTION:First line\nC:\\second`,
    'URL:https://jobs.example.int/en/vacancies/260114',
    'STATUS:CONFIRMED',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('gives a day as a day, which no zone moves and which takes nobody’s time', () => {
  const { at: _at, ...entry } = EVENT;
  const lines = calendarOf({ name: 'Days', events: [{ ...entry, day: '2028-02-29' }] }).split('\r\n');

  expect(lines).toContain('DTSTART;VALUE=DATE:20280229');
  expect(lines).toContain('TRANSP:TRANSPARENT');
  expect(lines.filter((line) => /DTEND|TZID|VTIMEZONE/.test(line))).toEqual([]);
});

test('reminds a day before where that is wanted, and strikes out what is cancelled', () => {
  const [reminded = '', cancelled = ''] = [{}, { cancelled: true }].map((more) =>
    calendarOf({ name: 'Deadlines', events: [{ ...EVENT, reminder: true, ...more }] }),
  );

  expect(reminded).toMatch(
    /BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:.*[^]*TRIGGER:-P1D\r\nEND:VALARM\r\nEND:VEVENT/,
  );
  expect(reminded).toContain('STATUS:CONFIRMED');
  expect(cancelled).toContain('STATUS:CANCELLED');
  expect(cancelled).not.toContain('VALARM');
});

test('sent to somebody, says that its entries are there or no more, by whom, and takes their time until it ends', () => {
  const organiser = { name: 'Rivers, "North"\r\nX:1', address: 'no-reply@jobs.example.int' };
  const endsAt = new Date('2027-01-18T23:45:00Z');
  const sent = (method: 'PUBLISH' | 'CANCEL') =>
    calendarOf({
      name: 'Your selection',
      sent: { method, organiser },
      events: [{ ...EVENT, endsAt, location: 'Room 3; left', cancelled: method === 'CANCEL' }],
    }).replaceAll('\r\n ', '');

  expect(sent('PUBLISH').split('\r\n')).toEqual(
    expect.arrayContaining([
      'METHOD:PUBLISH',
      'ORGANIZER;CN="Rivers, NorthX:1":mailto:no-reply@jobs.example.int',
      'DTEND:20270118T234500Z',
      String.raw`LOCATION:Room 3\; left`,
      'TRANSP:OPAQUE',
    ]),
  );
  expect(sent('CANCEL')).toMatch(/METHOD:CANCEL\r\n[^]*STATUS:CANCELLED/);
  expect(calendarOf({ name: 'Deadlines', events: [EVENT] })).not.toMatch(/METHOD|ORGANIZER|DTEND/);
});

/** The values of a calendar as a program reads them. */
const read = (calendar: string, name: string): string[] =>
  calendar
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) =>
      line.slice(name.length + 1).replaceAll(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark)),
    );

test('whatever a text holds, it is read back, and no line is longer than 75 bytes', () => {
  const anyText = fc
    .string({ unit: 'grapheme', maxLength: 200 })
    .map((text) => text.toWellFormed().replaceAll(/\p{Cc}/gu, '\n'));
  const anyInstant = fc.date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(anyText, anyText, anyInstant, (summary, description, at) => {
      const calendar = calendarOf({ name: 'Deadlines', events: [{ ...EVENT, summary, description, at }] });
      const [, date = '', time = ''] = /DTSTART:(\d{8})T(\d{6})Z/.exec(calendar) ?? [];

      expect(Math.max(...calendar.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
      expect(new Date(`${date.replace(/(....)(..)/, '$1-$2-')}T${time.replace(/(..)(..)/, '$1:$2:')}Z`).getTime()).toBe(
        Math.floor(at.getTime() / 1000) * 1000,
      );
      expect([read(calendar, 'SUMMARY'), read(calendar, 'DESCRIPTION')]).toEqual([[summary], [description]]);
      expect(calendar.match(/^END:/gm)).toHaveLength(2);
      expect(calendar.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
    }),
  );
});
