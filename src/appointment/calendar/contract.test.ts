import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NATO_IS, NORTHERN_RIVERS, ORGANISATIONS } from '../../regulations/regulations-testing.ts';
import { addDays } from '../../regulations/civil-dates.ts';
import { composeOffer } from '../offer/offer-terms.ts';
import { PERSONS } from '../../regulations/organisation/contracts-schema.ts';
import { contractReminders } from './contract-calendar.ts';
import { contractAfter, gradeOn, lastDayOf, type Contract } from './contract.ts';
import { contractActions } from './contract-actions.ts';
import { decideContract } from './contract-decision.ts';
import { daysOf, openDays, waitingFor } from './contract-days.ts';
import { CONTRACT_ACTIONS, GROUNDS, type TakenStep } from './contract-step.ts';
import { acceptedBy, contractOf, deciding, refusalOf, type Wish } from './contract-testing.ts';

const RIVERS = NORTHERN_RIVERS;
const FULL: Wish = { action: 'agree-renewal', months: '36' };
const told = (contract: Contract, organisation = RIVERS) =>
  daysOf(contract, organisation.appointment.calendar).map(({ day, kind }) => `${day} ${kind}`);
const open = (contract: Contract) =>
  openDays(daysOf(contract, RIVERS.appointment.calendar)).map(({ day, kind }) => `${day} ${kind}`);

describe('probation', () => {
  test('is open until somebody confirms it', () => {
    expect(open(contractOf(RIVERS))[0]).toBe('2025-08-31 probation-ends');
    expect(open(contractOf(RIVERS, [{ action: 'confirm-probation' }]))).not.toContain('2025-08-31 probation-ends');
  });

  test('is extended by exception alone: with a reason, to a later day, and not beyond the contract', () => {
    const contract = contractOf(RIVERS);
    const extend: Wish = { action: 'extend-probation', onDay: '2025-11-30', reason: 'Ill for three months' };

    expect(told(contractOf(RIVERS, [extend]))).toContain('2025-11-30 probation-ends');
    expect(refusalOf(RIVERS, contract, { ...extend, reason: ' ' })).toEqual({ kind: 'reason-missing' });
    expect(refusalOf(RIVERS, contract, { ...extend, onDay: '2025-08-31' })).toEqual({
      kind: 'day-too-early',
      bound: '2025-09-01',
    });
    expect(refusalOf(RIVERS, contract, { ...extend, onDay: '2028-03-01' })).toMatchObject({ kind: 'day-too-late' });
    expect(refusalOf(RIVERS, contract, { ...extend, onDay: '2025-02-30' })).toEqual({ kind: 'day-missing' });
  });
});

describe('a renewal', () => {
  test('once agreed, gives the dates that rested on it, and is decided once', () => {
    const renewed = contractOf(RIVERS, [{ action: 'propose-renewal' }, FULL]);

    expect(lastDayOf(contractOf(RIVERS))).toEqual({ kind: 'day', day: '2028-02-29' });
    expect(lastDayOf(renewed)).toEqual({ kind: 'day', day: '2031-02-28' });
    expect(open(renewed)).toContain('2030-02-28 request-until');
    expect(refusalOf(RIVERS, renewed, FULL)).toEqual({ kind: 'not-possible', action: 'agree-renewal' });
  });

  test('is never longer than the data of the organisation allow', () => {
    expect(refusalOf(RIVERS, contractOf(RIVERS), { ...FULL, months: '37' })).toMatchObject({
      kind: 'no-such-renewal',
      refusal: { kind: 'contract', refusal: { kind: 'renewal-too-long', mostMonths: 36 } },
    });
    expect(refusalOf(RIVERS, contractOf(RIVERS), { ...FULL, months: '1.5' })).toEqual({ kind: 'months-missing' });
    expect(refusalOf(RIVERS, contractOf(RIVERS), { ...FULL, months: '0' })).toEqual({ kind: 'months-missing' });
  });

  test('that leaves no day to ask for an indefinite contract, is confirmed first', () => {
    const short: Wish = { ...FULL, months: '12' };

    expect(refusalOf(RIVERS, contractOf(RIVERS), short)).toMatchObject({
      kind: 'to-confirm',
      warnings: [{ kind: 'no-day-to-ask' }],
    });
    expect(contractOf(RIVERS, [{ ...short, confirmed: true }]).state.renewal).toBe('agreed');
    expect(refusalOf(RIVERS, contractOf(RIVERS), { ...FULL, months: '13' })).toBeUndefined();
  });

  test('that leaves a single day, since service ends at an age, says which', () => {
    const source = { en: 'invented', fr: 'inventée' };
    const serviceEnds = [{ grades: ['G10'], age: 65 }];
    const row = { from: null, source, rule: 'age', minimum: null, serviceEnds };
    const limited = { ...NATO_IS, eligibility: { ...NATO_IS.eligibility, age: [row] } };
    const contract = contractOf(limited, [], { startsOn: '2025-04-30', grades: ['G10'], bornOn: '1964-04-02' });

    expect(refusalOf(limited, contract, FULL)).toMatchObject({
      kind: 'to-confirm',
      warnings: [{ kind: 'one-day-to-ask', day: '2028-04-30' }],
    });
  });

  test('of somebody seconded needs the agreement of the national authority, given and not to come', () => {
    const seconded = { person: 'seconded' as const };
    const contract = contractOf(RIVERS, [], seconded);
    const agreed = { ...FULL, authority: 'Ministry of Water', agreedOn: '2027-08-30' };

    expect(refusalOf(RIVERS, contract, FULL)).toEqual({ kind: 'agreement-missing' });
    expect(refusalOf(RIVERS, contract, { ...agreed, agreedOn: '2027-09-02' })).toEqual({ kind: 'agreement-to-come' });
    expect(contractOf(RIVERS, [agreed], seconded).standing).toMatchObject([
      { authority: 'Ministry of Water', agreedOn: '2027-08-30', months: 36 },
    ]);
  });

  test('that comes when the first contract is over needs a reason, since the text does not say what becomes of it', () => {
    const late: Wish = { ...FULL, today: '2028-03-01' };

    expect(refusalOf(RIVERS, contractOf(RIVERS), late)).toEqual({ kind: 'reason-missing' });
    expect(refusalOf(RIVERS, contractOf(RIVERS), { ...late, reason: 'Agreed by mail on 20 February' })).toBeUndefined();
    expect(refusalOf(RIVERS, contractOf(RIVERS), { ...late, today: '2028-02-29' })).toBeUndefined();
  });

  test('that is declined leaves the first contract to its end, with a reason', () => {
    const declined = contractOf(RIVERS, [{ action: 'decline-renewal', reason: 'The post is abolished' }]);

    expect(told(declined).at(-1)).toBe('2028-02-29 contract-ends');
    expect(contractActions(declined).filter((action) => action.endsWith('renewal'))).toEqual([]);
  });
});

describe('a request for an indefinite contract', () => {
  const grant: Wish = { action: 'grant-request', onDay: '2028-07-01', reason: 'As the panel advised' };

  test('is granted only where the rules admit the day on which it reached us', () => {
    const asked = (onDay: string, steps = [FULL]) =>
      contractOf(RIVERS, [...steps, { action: 'request', onDay, today: '2031-01-01' }]);

    expect(refusalOf(RIVERS, asked('2028-03-01'), grant)).toBeUndefined();
    expect(refusalOf(RIVERS, asked('2028-02-29'), grant)).toMatchObject({ refusal: { kind: 'too-early' } });
    expect(refusalOf(RIVERS, asked('2030-02-28'), { ...grant, onDay: '2030-05-01' })).toBeUndefined();
    expect(refusalOf(RIVERS, asked('2030-03-01'), grant)).toMatchObject({ refusal: { kind: 'too-late' } });
    expect(refusalOf(RIVERS, asked('2027-12-01', []), grant)).toEqual({ kind: 'not-renewed' });
  });

  test('waits for the office until it is answered, by a named person with a reason', () => {
    const asked = contractOf(RIVERS, [FULL, { action: 'request', onDay: '2028-04-01', today: '2028-04-02' }]);
    const refused = contractOf(RIVERS, [
      FULL,
      { action: 'request', onDay: '2028-04-01', today: '2028-04-02' },
      { action: 'refuse-request', reason: 'The post ends with its programme' },
    ]);

    expect(waitingFor(asked)).toEqual(['request']);
    expect(refusalOf(RIVERS, asked, { ...grant, reason: '' })).toEqual({ kind: 'reason-missing' });
    expect(waitingFor(refused)).toEqual([]);
    expect(contractActions(refused)).toContain('request');
  });

  test('once granted, leaves no end', () => {
    const granted = contractOf(RIVERS, [FULL, { action: 'request', onDay: '2028-04-01', today: '2028-04-02' }, grant]);

    expect(lastDayOf(granted)).toEqual({ kind: 'indefinite' });
    expect(told(granted).at(-1)).toBe('2028-07-01 indefinite-from');
    expect(told(granted).join()).not.toMatch(/renewal-ends|latest-end|request-until/);
  });

  test('is offered to nobody seconded', () => {
    expect(contractActions(contractOf(RIVERS, [], { person: 'seconded' }))).not.toContain('request');
  });
});

test('an indefinite contract may follow without a request where the clause says so, from the day after', () => {
  const indefinite: Wish = { action: 'agree-indefinite', reason: 'The post goes on' };
  const contract = contractOf(NATO_IS, [indefinite], { clause: 'indefinite-possible', grades: [] });

  expect(contract.state.indefiniteFrom).toBe('2028-03-01');
  expect(contractActions(contractOf(NATO_IS))).not.toContain('agree-indefinite');
});

describe('advancement to the higher of two grades', () => {
  const twin = { clause: 'indefinite-possible', grades: ['G10', 'G12'] };
  const advance: Wish = { action: 'advance', onDay: '2028-03-01' };
  const contract = contractOf(NATO_IS, [], twin);

  test('needs a reason before the normal day, and is never before the longest reduction', () => {
    expect(refusalOf(NATO_IS, contract, advance)).toBeUndefined();
    expect(refusalOf(NATO_IS, contract, { ...advance, onDay: '2028-02-29' })).toEqual({ kind: 'reason-missing' });
    expect(refusalOf(NATO_IS, contract, { ...advance, onDay: '2026-03-01', reason: 'Directive' })).toBeUndefined();
    expect(refusalOf(NATO_IS, contract, { ...advance, onDay: '2026-02-28', reason: 'Directive' })).toEqual({
      kind: 'day-too-early',
      bound: '2026-03-01',
    });
  });

  test('gives the higher grade from its day on', () => {
    const advanced = contractOf(NATO_IS, [advance], twin);

    expect(['2028-02-29', '2028-03-01'].map((one) => gradeOn(advanced, one))).toEqual(['G10', 'G12']);
  });

  test('is decided once, and nowhere without two grades', () => {
    expect(contractActions(contractOf(NATO_IS, [advance], twin))).not.toContain('advance');
    expect(contractActions(contractOf(NATO_IS))).not.toContain('advance');
  });
});

describe('serving staff, to whom no clause gives a length', () => {
  const serving = { person: 'serving-staff' as const };
  const length: Wish = { action: 'set-length', length: 'definite', onDay: '2029-06-30', reason: 'Regulations, 5.5' };

  test('wait for the office to enter one, with what it rests on', () => {
    const contract = contractOf(RIVERS, [], serving);

    expect(waitingFor(contract)).toEqual(['length']);
    expect(refusalOf(RIVERS, contract, { ...length, length: '' })).toEqual({ kind: 'length-missing' });
    expect(refusalOf(RIVERS, contract, { ...length, reason: '' })).toEqual({ kind: 'reason-missing' });
    expect(contractActions(contract)).not.toContain('agree-renewal');
  });

  test('have the end that was entered, or none', () => {
    const entered = contractOf(RIVERS, [length], serving);
    const endless = contractOf(RIVERS, [{ ...length, length: 'indefinite', onDay: '' }], serving);

    expect(told(entered).at(-1)).toBe('2029-06-30 contract-ends');
    expect(lastDayOf(endless)).toEqual({ kind: 'indefinite' });
    expect(waitingFor(endless)).toEqual([]);
  });
});

describe('the end of a contract', () => {
  test('is its last day at the end of its term, else a day within it, with a reason', () => {
    const resigns: Wish = {
      action: 'end',
      ground: 'resignation',
      onDay: '2026-06-30',
      reason: 'Their letter of 1 April',
    };
    const ended = contractOf(RIVERS, [resigns]);

    expect(contractOf(RIVERS, [{ action: 'end', ground: 'end-of-term' }]).state.ended?.lastDay).toBe('2028-02-29');
    expect(told(ended)).toEqual(['2025-03-01 first-day', '2025-08-31 probation-ends', '2026-06-30 service-ends']);
    expect(open(ended)).toEqual([]);
    expect(contractActions(ended)).toEqual(['take-back']);
    expect(refusalOf(RIVERS, contractOf(RIVERS), { ...resigns, onDay: '2028-03-01' })).toMatchObject({
      kind: 'day-too-late',
    });
    expect(refusalOf(RIVERS, contractOf(RIVERS), { ...resigns, ground: 'boredom' })).toEqual({
      kind: 'ground-missing',
    });
  });
});

test('what was taken back is as if it had not been; that somebody asked is never taken back', () => {
  const back: Wish = { action: 'take-back', reason: 'Entered for somebody else' };
  const asked = contractOf(RIVERS, [FULL, { action: 'request', onDay: '2028-04-01', today: '2028-04-02' }]);

  expect(contractOf(RIVERS, [FULL, back])).toEqual(contractOf(RIVERS));
  expect(refusalOf(RIVERS, asked, back)).toEqual({ kind: 'not-possible', action: 'take-back' });
  expect(refusalOf(RIVERS, contractOf(RIVERS), back)).toEqual({ kind: 'not-possible', action: 'take-back' });
});

const day = fc.oneof(
  fc.constantFrom('2028-02-29', '2028-03-01', '2029-02-28', '2030-02-28', '2031-02-28', ''),
  fc.integer({ min: -40, max: 2600 }).map((days) => addDays('2025-03-01', days)),
);
const wishes = fc.array(
  fc.record({
    action: fc.constantFrom(...CONTRACT_ACTIONS),
    months: fc.oneof(fc.integer({ min: 0, max: 80 }).map(String), fc.constantFrom('', 'x', '36')),
    onDay: day,
    agreedOn: day,
    authority: fc.constantFrom('', 'Ministry'),
    ground: fc.constantFrom('', ...GROUNDS),
    reason: fc.constantFrom('', 'So'),
    length: fc.constantFrom('', 'definite', 'indefinite'),
    confirmed: fc.boolean(),
    today: day.filter((one) => one !== ''),
  }),
  { maxLength: 12 },
);
const anyAccepted = fc.constantFrom(...ORGANISATIONS).chain((organisation) =>
  fc
    .record({
      clause: fc.constantFrom(...organisation.contractClauses.map(({ code }) => code)),
      person: fc.constantFrom(...PERSONS),
      startsOn: fc.constantFrom('2025-03-01', '2028-02-29', '2027-12-31', '2026-08-31'),
    })
    .map((more) => ({ organisation, more: { ...more, grades: [], on: '2026-01-01' } }))
    .filter(({ more }) => composeOffer(organisation, { ...BASE, ...more }).ok),
);
const BASE = { country: 'BE', directly: null, reduction: null };

/** A contract after whatever was tried on it: what the rules refused was not done. */
function tried(organisation: (typeof ORGANISATIONS)[number], more: object, tries: readonly Wish[]) {
  const accepted = acceptedBy(organisation, more);
  const steps: TakenStep[] = [];
  for (const wish of tries) {
    const decided = decideContract(contractAfter(accepted, steps), deciding(organisation, wish));
    if (decided.ok) steps.push(decided.value);
  }
  return { steps, contract: contractAfter(accepted, steps) };
}

describe('whatever is tried on a contract', () => {
  test('no definite contract ends after the latest day that the data of the organisation give', () => {
    fc.assert(
      fc.property(anyAccepted, wishes, ({ organisation, more }, tries) => {
        const { contract } = tried(organisation, more, tries);
        const { contract: terms } = contract.terms;
        const last = lastDayOf(contract);
        const latest = terms.kind === 'planned' && contract.state.indefiniteFrom === null ? terms.latestEnd : null;

        expect(last.kind === 'day' && latest !== null && last.day > latest).toBe(false);
        const days = daysOf(contract, organisation.appointment.calendar);
        expect(days.filter((one) => one.day < more.startsOn)).toEqual([]);
        expect(new Set(days.map(({ kind }) => kind)).size).toBe(days.length);
      }),
    );
  });

  test('nobody gets an indefinite contract that the rules never offer, nor by a request out of its time', () => {
    fc.assert(
      fc.property(anyAccepted, wishes, ({ organisation, more }, tries) => {
        const { contract } = tried(organisation, more, tries);
        const { terms, state } = contract;
        const never = terms.contract.kind === 'planned' && terms.contract.indefinite === 'never';
        const window = terms.contract.kind === 'planned' ? terms.contract.conversionWindow : null;
        const { receivedOn = '', outcome = 'open' } = state.request ?? {};
        const inTime = window !== null && window.from <= receivedOn && receivedOn <= window.to;

        expect(never && state.indefiniteFrom !== null).toBe(false);
        expect(outcome === 'granted' && !inTime).toBe(false);
      }),
    );
  });

  test('every reminder comes before its day, and none of what is settled', () => {
    fc.assert(
      fc.property(anyAccepted, wishes, day, ({ organisation, more }, tries, today) => {
        const rules = organisation.appointment.calendar;
        const days = openDays(daysOf(tried(organisation, more, tries).contract, rules));
        const reminders = contractReminders(days, { rules, today, sent: [] });

        expect(reminders.filter((one) => one.remindOn >= one.day || today >= one.day)).toEqual([]);
        expect(contractReminders(days, { rules, today, sent: reminders })).toEqual([]);
        expect(days.filter(({ settled, ifRenewed }) => settled || ifRenewed)).toEqual([]);
      }),
    );
  });

  test('what is taken back leaves the contract as it was', () => {
    fc.assert(
      fc.property(anyAccepted, wishes, ({ organisation, more }, tries) => {
        const { steps, contract } = tried(organisation, more, tries);
        const accepted = acceptedBy(organisation, more);
        const back = decideContract(contract, deciding(organisation, { action: 'take-back', reason: 'So' }));
        const after = back.ok ? contractAfter(accepted, [...steps, back.value]) : contract;

        expect(after.standing).toEqual(back.ok ? contract.standing.slice(0, -1) : contract.standing);
      }),
    );
  });
});
