import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eligibleNationality, membersOn } from './eligibility.ts';
import { anyCivilDate, anyCountry, anyOrganisation, NATO_IS, NORTHERN_RIVERS } from '../regulations-testing.ts';

describe('nationality (E1)', () => {
  test('a national of a member nation may apply', () => {
    const answer = eligibleNationality(NORTHERN_RIVERS, ['BE'], '2027-01-18');

    expect(answer).toMatchObject({ ok: true, value: { reasons: [{ rule: 'E1', values: { members: ['BE'] } }] } });
  });

  test('one nationality of a member nation is enough', () => {
    const answer = eligibleNationality(NORTHERN_RIVERS, ['BR', 'PT', 'RO'], '2027-01-18');

    expect(answer).toMatchObject({ ok: true, value: { reasons: [{ values: { members: ['RO'] } }] } });
  });

  test('a refusal names the rule, its source and the values it rests on', () => {
    const answer = eligibleNationality(NORTHERN_RIVERS, ['NO'], '2027-01-18');

    expect(answer).toEqual({
      ok: false,
      refusal: {
        kind: 'not-a-member-national',
        reasons: [
          {
            rule: 'E1',
            source: NORTHERN_RIVERS.memberNations.source,
            values: { nationalities: ['NO'], on: '2027-01-18', members: [], otherTimes: [] },
          },
        ],
      },
    });
  });

  test('without any nationality the answer is not that one is missing from the members', () => {
    expect(eligibleNationality(NATO_IS, [], '2027-01-18')).toMatchObject({ refusal: { kind: 'no-nationality-given' } });
  });

  test.each([
    ['2024-03-06', false],
    ['2024-03-07', true],
  ])('a nation counts from its first day as a member: Sweden on %s, %s', (on, eligible) => {
    expect(eligibleNationality(NATO_IS, ['SE'], on).ok).toBe(eligible);
  });

  test.each([
    ['2020-01-31', true],
    ['2020-02-01', false],
  ])('a nation that leaves counts to its last day: %s, %s', (on, eligible) => {
    const nations = [{ country: 'GB', from: '1973-01-01', until: '2020-01-31' }];
    const left = { memberNations: { ...NATO_IS.memberNations, nations } };

    expect(eligibleNationality(left, ['GB'], on).ok).toBe(eligible);
  });

  test('NATO has 32 members today, twelve of them founders', () => {
    expect(membersOn(NATO_IS, '2026-11-22')).toHaveLength(32);
    expect(membersOn(NATO_IS, '1949-08-24')).toHaveLength(12);
    expect(membersOn(NATO_IS, '1949-08-23')).toHaveLength(0);
  });

  test('a further nationality never takes eligibility away', () => {
    fc.assert(
      fc.property(anyOrganisation, fc.array(anyCountry, { minLength: 1 }), anyCivilDate, (organisation, held, on) => {
        const before = eligibleNationality(organisation, held.slice(1), on).ok;
        const after = eligibleNationality(organisation, held, on).ok;
        expect(after || !before).toBe(true);
      }),
    );
  });

  test('the order of nationalities decides nothing', () => {
    fc.assert(
      fc.property(anyOrganisation, fc.array(anyCountry), anyCivilDate, (organisation, held, on) => {
        expect(eligibleNationality(organisation, held.toReversed(), on).ok).toBe(
          eligibleNationality(organisation, held, on).ok,
        );
      }),
    );
  });

  test('exactly the nationals of that day’s members may apply', () => {
    fc.assert(
      fc.property(anyOrganisation, fc.array(anyCountry), anyCivilDate, (organisation, held, on) => {
        const members = membersOn(organisation, on);
        expect(eligibleNationality(organisation, held, on).ok).toBe(held.some((code) => members.includes(code)));
      }),
    );
  });
});
