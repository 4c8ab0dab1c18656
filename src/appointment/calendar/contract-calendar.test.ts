import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PERSONS } from '../../regulations/organisation/contracts-schema.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { addDays } from '../../regulations/civil-dates.ts';
import { NATO_IS, NORTHERN_RIVERS, ORGANISATIONS } from '../../regulations/regulations-testing.ts';
import { composeOffer, type OfferChoice } from '../offer/offer-terms.ts';
import { contractCalendar, contractReminders, type ContractDay, type DueReminder } from './contract-calendar.ts';

const CHOICE: OfferChoice = {
  clause: 'turnover',
  person: 'non-seconded',
  grades: ['G17'],
  country: 'BE',
  startsOn: '2025-03-01',
  on: '2025-01-10',
  directly: null,
  reduction: null,
};

function calendarOf(
  more: Partial<OfferChoice> = {},
  { organisation = NORTHERN_RIVERS, renewed = true }: { organisation?: Organisation; renewed?: boolean } = {},
): ContractDay[] {
  const choice = { ...CHOICE, ...more };
  const terms = composeOffer(organisation, choice);
  if (!terms.ok) throw new Error(terms.refusal.kind);
  const { person, startsOn } = choice;
  return contractCalendar({ ...terms.value, person, startsOn, renewed }, organisation.appointment.calendar);
}

const told = (days: readonly ContractDay[]) => days.map(({ kind, day }) => `${day} ${kind}`);

describe('the calendar of a contract', () => {
  test('has every date that a turnover post gives somebody from outside', () => {
    expect(told(calendarOf())).toEqual([
      '2025-03-01 first-day',
      '2025-08-31 probation-ends',
      '2027-08-29 propose-renewal',
      '2028-02-29 contract-ends',
      '2028-03-01 request-from',
      '2030-02-28 request-until',
      '2031-02-28 renewal-ends',
      '2031-02-28 latest-end',
    ]);
  });

  test('has the end of a secondment, and no request for an indefinite contract', () => {
    const seconded = told(calendarOf({ person: 'seconded' }));

    expect(seconded).toContain('2031-02-28 secondment-ends');
    expect(seconded.filter((day) => /request|latest/.test(day))).toEqual([]);
  });

  test('has when somebody may advance to the higher of two grades, normally and at the earliest', () => {
    const twin = { clause: 'indefinite-possible', grades: ['G10', 'G12'] };

    expect(told(calendarOf(twin, { organisation: NATO_IS }))).toEqual([
      '2025-03-01 first-day',
      '2025-08-31 probation-ends',
      '2026-03-01 earliest-advancement',
      '2028-02-29 contract-ends',
      '2028-03-01 advancement',
    ]);
  });

  test('has the first day alone of serving staff, to whom no clause gives a length', () => {
    expect(told(calendarOf({ person: 'serving-staff' }))).toEqual(['2025-03-01 first-day']);
  });

  test('says which dates rest on a renewal that nobody has agreed to', () => {
    const open = calendarOf({}, { renewed: false }).filter(({ ifRenewed }) => ifRenewed);

    expect(open.map(({ kind }) => kind)).toEqual(['request-from', 'request-until', 'renewal-ends', 'latest-end']);
  });

  test('proposes no renewal before the contract has begun', () => {
    const kinds = calendarOf({ renewalMonths: 0 }).map(({ kind }) => kind);

    expect(kinds).not.toContain('propose-renewal');
    expect(kinds).not.toContain('renewal-ends');
  });

  test('gives no date before the first day or after the end of service, from whatever first day', () => {
    fc.assert(
      fc.property(anyContract(), ({ organisation, choice }) => {
        const terms = composeOffer(organisation, choice);
        const days = terms.ok ? calendarOf(choice, { organisation }) : [];
        const latest = terms.ok && terms.value.contract.kind === 'planned' ? terms.value.contract.latestEnd : null;
        const bound = days.filter(({ kind }) => !/advancement|probation/.test(kind));

        expect(days.filter(({ day }) => day < choice.startsOn)).toEqual([]);
        expect(bound.filter(({ day }) => latest !== null && day > latest)).toEqual([]);
        expect(told(days)).toEqual(told(days.toSorted((a, b) => Number(a.day > b.day) - Number(a.day < b.day))));
      }),
    );
  });
});

describe('the reminders of a contract', () => {
  const rules = NORTHERN_RIVERS.appointment.calendar;
  const due = (today: string, sent: DueReminder[] = []) => contractReminders(calendarOf(), { rules, today, sent });

  test('come as many days before a date as the organisation says, each once', () => {
    const first = due('2025-07-02');

    expect(due('2025-07-01')).toEqual([]);
    expect(first).toEqual([{ kind: 'probation-ends', day: '2025-08-31', remindOn: '2025-07-02' }]);
    expect(due('2025-07-20', first)).toEqual([]);
    expect(due('2025-08-17', first)).toEqual([{ kind: 'probation-ends', day: '2025-08-31', remindOn: '2025-08-17' }]);
  });

  test('are none of what rests on a renewal that nobody has agreed to, nor of what nobody has to act on', () => {
    const open = calendarOf({}, { renewed: false });

    expect(contractReminders(open, { rules, today: '2031-02-01', sent: [] })).toEqual([]);
    expect(contractReminders(calendarOf(), { rules, today: '2028-02-20', sent: [] })).toMatchObject([
      { kind: 'contract-ends' },
    ]);
  });

  test('each comes before its day, and is due but once however often it is looked for', () => {
    fc.assert(
      fc.property(anyContract(), fc.integer({ min: -50, max: 2500 }), ({ organisation, choice }, offset) => {
        const composed = composeOffer(organisation, choice);
        const days = composed.ok ? calendarOf(choice, { organisation }) : [];
        const asked = { rules: organisation.appointment.calendar, today: addDays(choice.startsOn, offset) };

        const reminders = contractReminders(days, { ...asked, sent: [] });

        expect(reminders.filter(({ day, remindOn }) => remindOn >= day || asked.today >= day)).toEqual([]);
        expect(contractReminders(days, { ...asked, sent: reminders })).toEqual([]);
      }),
    );
  });
});

/** Any first day, leap days among them, with any clause of any organisation and any kind of person. */
function anyContract(): fc.Arbitrary<{ organisation: Organisation; choice: OfferChoice }> {
  const firstDay = fc.oneof(
    fc.constantFrom('2028-02-29', '2027-02-28', '2026-12-31', '2028-01-31', '2027-08-31'),
    fc
      .date({ min: new Date('2026-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  );
  return fc.constantFrom(...ORGANISATIONS).chain((organisation) =>
    fc
      .record({
        clause: fc.constantFrom(...organisation.contractClauses.map(({ code }) => code)),
        person: fc.constantFrom(...PERSONS),
        startsOn: firstDay,
        renewalMonths: fc.option(fc.integer({ min: 0, max: 36 }), { nil: undefined }),
        bornOn: fc.option(fc.constantFrom('1970-02-28', '1985-11-30'), { nil: undefined }),
      })
      .map((more) => ({ organisation, choice: { ...CHOICE, grades: [], on: '2026-01-01', ...more } })),
  );
}
