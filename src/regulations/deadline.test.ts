import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineInstant } from './deadline.ts';
import { anyCivilDate, INVENTED, NORTHERN_RIVERS } from './regulations-testing.ts';

const TODAY = '2026-11-23';
const endOf = (date: string) => deadlineInstant({ date, time: null }, NORTHERN_RIVERS, TODAY).at.getTime();

describe('the instant of a deadline (E10)', () => {
  test('a date alone is completed by the organisation’s time, and says so', () => {
    const deadline = deadlineInstant({ date: '2027-01-18', time: null }, NORTHERN_RIVERS, TODAY);

    expect(deadline).toEqual({
      at: new Date('2027-01-18T22:59:59Z'),
      zone: 'Europe/Brussels',
      completed: true,
      reasons: [
        {
          rule: 'E10',
          source: { en: 'Staff Rules, article 9(2)', fr: 'Statut du personnel, article 9, paragraphe 2' },
          values: { date: '2027-01-18', time: '23:59:59', zone: 'Europe/Brussels' },
        },
      ],
    });
  });

  test('a printed time is kept', () => {
    const deadline = deadlineInstant({ date: '2025-04-27', time: '23:59:00' }, NORTHERN_RIVERS, TODAY);

    expect(deadline).toMatchObject({ at: new Date('2025-04-27T21:59:00Z'), completed: false });
  });

  test.each([
    ['winter', { date: '2026-01-04', time: '23:59:59' }, '2026-01-04T22:59:59Z'],
    ['summer', { date: '2026-07-04', time: '23:59:59' }, '2026-07-04T21:59:59Z'],
    ['the day the clocks go forward', { date: '2026-03-29', time: '23:59:59' }, '2026-03-29T21:59:59Z'],
    ['an hour that does not exist: the later reading', { date: '2026-03-29', time: '02:30' }, '2026-03-29T01:30:00Z'],
    ['the day the clocks go back', { date: '2026-10-25', time: '23:59:59' }, '2026-10-25T22:59:59Z'],
    ['an hour that comes twice: its second time', { date: '2026-10-25', time: '02:30' }, '2026-10-25T01:30:00Z'],
    ['a minute to one in the morning', { date: '2026-01-12', time: '00:59:00' }, '2026-01-11T23:59:00Z'],
  ])('%s: %o in Brussels is %s', (_, printed, instant) => {
    expect(deadlineInstant(printed, NORTHERN_RIVERS, TODAY).at).toEqual(new Date(instant));
  });

  test('another zone is another instant', () => {
    const rule = { from: null, time: '12:00:00', zone: 'America/Halifax', source: INVENTED };
    const inHalifaxAtNoon = { deadlines: [rule] };

    expect(deadlineInstant({ date: '2026-07-01', time: null }, inHalifaxAtNoon, TODAY).at).toEqual(
      new Date('2026-07-01T15:00:00Z'),
    );
  });

  test('a date that does not exist is a fault', () => {
    expect(() => deadlineInstant({ date: '2026-02-29', time: null }, NORTHERN_RIVERS, TODAY)).toThrow(RangeError);
  });

  test('the printed date is the date in its zone, whatever the season', () => {
    const inBrussels = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', dateStyle: 'short' });
    fc.assert(
      fc.property(anyCivilDate, (date) => {
        expect(inBrussels.format(deadlineInstant({ date, time: null }, NORTHERN_RIVERS, TODAY).at)).toBe(date);
      }),
    );
  });

  test('a later date is a later instant', () => {
    fc.assert(
      fc.property(anyCivilDate, anyCivilDate, (a, b) => {
        expect(Math.sign(endOf(a) - endOf(b))).toBe(Math.sign(a.localeCompare(b)));
      }),
    );
  });
});
