import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NATO_IS, NORTHERN_RIVERS, RIVERS_COMMISSION } from '../../regulations/regulations-testing.ts';
import { composeOffer, type OfferChoice } from './offer-terms.ts';

/** The worked dates of the domain: a first day of 1 March 2025. */
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
const TWIN: OfferChoice = { ...CHOICE, clause: 'indefinite-possible', grades: ['G10', 'G12'] };

const composed = (more: Partial<OfferChoice>, organisation = NATO_IS) =>
  composeOffer(organisation, { ...CHOICE, ...more });

describe('the terms of an offer', () => {
  test('are those that the clause gives somebody from outside', () => {
    expect(composed({})).toMatchObject({
      value: {
        grade: 'G17',
        contract: {
          firstEnds: '2028-02-29',
          renewal: { starts: '2028-03-01', ends: '2031-02-28' },
          conversionWindow: { from: '2028-03-01', to: '2030-02-28' },
          latestEnd: '2031-02-28',
        },
        advancementFrom: null,
        probationEnds: '2025-08-31',
      },
    });
  });

  test('are at the lower of two grades, with the salary of that grade on the first day', () => {
    const terms = composed(TWIN);

    expect(terms).toMatchObject({ value: { grade: 'G10', advancementFrom: '2028-03-01' } });
    expect(composed({ ...TWIN, grades: ['G10'] })).toMatchObject({ value: { salary: terms.ok && terms.value.salary } });
  });

  test('ask the contract office for serving staff, to whom no clause gives a length (C12)', () => {
    expect(composed({ person: 'serving-staff' })).toMatchObject({ value: { contract: { kind: 'ask' } } });
  });

  test('say of no salary more than the scale does', () => {
    expect(composed({ startsOn: '2031-03-01' })).toMatchObject({ value: { salary: { kind: 'unknown' } } });
    expect(composed({ grades: [] })).toMatchObject({ value: { grade: null, salary: null } });
  });

  test('are refused where the clause or the grades are none of the organisation', () => {
    expect(composed({ clause: 'nothing' })).toMatchObject({ refusal: { kind: 'contract' } });
    expect(composed({ ...TWIN, grades: ['G12', 'G10'] })).toMatchObject({ refusal: { kind: 'twin-grade' } });
    expect(composed(TWIN, RIVERS_COMMISSION)).toMatchObject({ ok: false });
  });
});

describe('an exception of a twin-graded post', () => {
  test('appoints serving staff directly to the higher grade, with a reason, and nobody from outside (C16)', () => {
    const directly = { reason: 'Has done the work of the higher grade for four years.' };

    expect(composed({ ...TWIN, person: 'serving-staff', directly })).toMatchObject({
      value: { grade: 'G12', advancementFrom: null },
    });
    expect(composed({ ...TWIN, person: 'serving-staff', directly: { reason: ' ' } })).toMatchObject({
      refusal: { kind: 'reason-missing', of: 'directly' },
    });
    expect(composed({ ...TWIN, directly })).toMatchObject({ refusal: { kind: 'not-directly' } });
    expect(composed({ directly })).toMatchObject({ refusal: { kind: 'not-directly' } });
  });

  test('lets somebody from outside advance sooner by as much as the rules allow, with a reason (C15)', () => {
    const reduced = (months: number, reason = 'Ten years in such a post.') =>
      composed({ ...TWIN, reduction: { months, reason } });

    expect(reduced(24)).toMatchObject({ value: { grade: 'G10', advancementFrom: '2026-03-01' } });
    expect(reduced(25)).toMatchObject({ refusal: { kind: 'reduction-too-long', upToMonths: 24 } });
    expect(reduced(6, '')).toMatchObject({ refusal: { kind: 'reason-missing', of: 'reduction' } });
    expect(composed({ ...TWIN, person: 'serving-staff', reduction: { months: 6, reason: 'Why' } })).toMatchObject({
      refusal: { kind: 'no-reduction' },
    });
  });

  test('never lets anybody advance before the rules do, from whatever first day', () => {
    const firstDay = fc
      .date({ min: new Date('2025-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(firstDay, fc.integer({ min: 1, max: 24 }), (startsOn, months) => {
        const of = (reduction: OfferChoice['reduction']) =>
          composeOffer(NORTHERN_RIVERS, { ...TWIN, startsOn, on: '2025-01-01', reduction });
        const [normal, reduced] = [of(null), of({ months, reason: 'Why' })].map((terms) =>
          terms.ok ? terms.value : undefined,
        );
        const earliest = normal?.twinGrade?.earliestAdvancement ?? '';

        expect((reduced?.advancementFrom ?? '') >= earliest).toBe(true);
        expect((reduced?.advancementFrom ?? '') < (normal?.advancementFrom ?? '')).toBe(true);
      }),
    );
  });
});
