import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../platform/language.ts';
import {
  dateIn,
  formatClock,
  formatDate,
  formatInstant,
  formatInstantToMinute,
  formatZone,
  remaining,
  timeIn,
} from './dates.ts';

const BRUSSELS = 'Europe/Brussels';
const anyInstant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

test('an instant is told to the second in the zone it is announced in', () => {
  const deadline = new Date('2027-01-18T22:59:59Z');

  expect(formatInstant(deadline, BRUSSELS, 'en')).toBe('18 January 2027 at 23:59:59, Brussels time');
  expect(formatInstant(deadline, BRUSSELS, 'fr')).toBe(
    'le 18 janvier 2027 à 23\u00a0h\u00a059\u00a0min\u00a059\u00a0s, heure de Bruxelles',
  );
});

test('to the minute, seconds are left out', () => {
  const noon = new Date('2027-07-01T10:00:30Z');

  expect(formatInstantToMinute(noon, BRUSSELS, 'en')).toBe('1 July 2027 at 12:00, Brussels time');
  expect(formatInstantToMinute(noon, BRUSSELS, 'fr')).toBe('le 1er juillet 2027 à 12\u00a0h, heure de Bruxelles');
});

test('the clocks going forward and back are followed', () => {
  expect(timeIn(new Date('2027-03-28T00:59:59Z'), BRUSSELS)).toBe('01:59:59');
  expect(timeIn(new Date('2027-03-28T01:00:00Z'), BRUSSELS)).toBe('03:00:00');
  expect(timeIn(new Date('2027-10-31T00:30:00Z'), BRUSSELS)).toBe('02:30:00');
  expect(timeIn(new Date('2027-10-31T01:30:00Z'), BRUSSELS)).toBe('02:30:00');
});

test('midnight begins the day at 0, and the day is that of the zone', () => {
  const midnight = new Date('2027-01-17T23:00:00Z');

  expect(timeIn(midnight, BRUSSELS)).toBe('00:00:00');
  expect(dateIn(midnight, BRUSSELS, 'en')).toBe('18 January 2027');
  expect(dateIn(midnight, 'America/New_York', 'en')).toBe('17 January 2027');
});

test('a civil date is the same day wherever the server stands', () => {
  expect(formatDate('2027-01-18', 'en')).toBe('18 January 2027');
  expect(formatDate('2027-02-01', 'fr')).toBe('1er février 2027');
  expect(formatDate('2027-02-11', 'fr')).toBe('11 février 2027');
});

test('a zone is told by its city, in the language of the page', () => {
  expect(formatZone('America/New_York', 'en')).toBe('New York time');
  expect(formatZone('Europe/Athens', 'fr')).toBe('heure d’Athènes');
  expect(formatZone('Africa/Cairo', 'fr')).toBe('heure du Caire');
  expect(formatZone('Europe/Paris', 'fr')).toBe('heure de Paris');
  expect(formatZone('UTC', 'fr')).toBe('UTC');
});

test('a time of day keeps its seconds only where it has them', () => {
  expect(formatClock('00:59', 'fr')).toBe('0\u00a0h\u00a059');
  expect(formatClock('23:59:59', 'en')).toBe('23:59:59');
});

const at = (text: string) => new Date(text);

test('what is left is told in days, then hours, then minutes', () => {
  const now = at('2027-01-01T00:00:00Z');

  expect(remaining(now, at('2027-01-28T23:59:59Z'), 'en')).toBe('27 days left');
  expect(remaining(now, at('2027-01-02T23:00:00Z'), 'en')).toBe('47 hours left');
  expect(remaining(now, at('2027-01-01T01:00:00Z'), 'fr')).toBe('1 heure restante');
  expect(remaining(now, at('2027-01-01T00:00:30Z'), 'fr')).toBe('0 minute restante');
  expect(remaining(now, now, 'en')).toBeUndefined();
});

test('never tells more time than there is', () => {
  const unit = { day: 86_400, hour: 3600, minute: 60 };
  fc.assert(
    fc.property(anyInstant, fc.integer({ min: 1, max: 10 ** 10 }), (now, left) => {
      const told = remaining(now, new Date(now.getTime() + left), 'en') ?? '';
      const [, figure, name] = /^([\d,]+) (day|hour|minute)s? left$/.exec(told) ?? [];

      const seconds = Number(figure?.replaceAll(',', '')) * unit[name as keyof typeof unit];

      expect(seconds * 1000).toBeLessThanOrEqual(left);
    }),
  );
});

test('every instant is told in every language without a missing part', () => {
  fc.assert(
    fc.property(anyInstant, fc.constantFrom(...LANGUAGES), (instant, language) => {
      expect(formatInstant(instant, BRUSSELS, language)).toMatch(/\d{4}.*\d{2}.*(Brussels time|heure de Bruxelles)$/);
    }),
  );
});
