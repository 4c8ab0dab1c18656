import { describe, expect, test } from 'vitest';
import { compareAge } from './eligibility/age.ts';
import { compareClearance } from './eligibility/clearance.ts';
import { planContract } from './contracts/contracts.ts';
import type { ContractQuestion } from './contracts/contract-case.ts';
import { deadlineInstant } from './deadline.ts';
import { eligibleNationality } from './eligibility/eligibility.ts';
import { countExperience } from './eligibility/experience.ts';
import { compareLanguageParts } from './eligibility/language-requirement.ts';
import { RIVERS_COMMISSION } from './regulations-testing.ts';
import { compareSimilarPost } from './pay/similar-post.ts';

const TODAY = '2026-11-23';

describe('nationality', () => {
  test.each([
    ['TN', '1991-09-14', false],
    ['TN', '1991-09-15', true],
    ['SM', '2019-06-30', true],
    ['SM', '2019-07-01', false],
    ['HR', '2026-12-31', false],
    ['HR', '2027-01-01', true],
  ])('of %s on %s is accepted: %s', (country, on, accepted) => {
    expect(eligibleNationality(RIVERS_COMMISSION, [country], on).ok).toBe(accepted);
  });
});

test.each([
  ['2021-12-31', '2027-07-01T16:00:00.000Z'],
  ['2022-01-01', '2027-07-01T11:00:00.000Z'],
])('a date alone falls at the hour of Lisbon that was in force on %s', (on, instant) => {
  const { at, zone } = deadlineInstant({ date: '2027-07-01', time: null }, RIVERS_COMMISSION, on);

  expect({ at: at.toISOString(), zone }).toEqual({ at: instant, zone: 'Europe/Lisbon' });
});

describe('contracts', () => {
  const planned = (question: Partial<ContractQuestion>) => {
    const plan = planContract(RIVERS_COMMISSION, {
      clause: 'temporary-agent',
      person: 'non-seconded',
      startsOn: '2027-03-01',
      on: TODAY,
      ...question,
    });
    if (!plan.ok) return plan.refusal;
    if (plan.value.kind === 'ask') return plan.value;
    const { firstEnds, renewal, latestEnd, conversionWindow, indefinite, indefiniteFrom } = plan.value;
    return { firstEnds, renewalEnds: renewal?.ends, latestEnd, conversionWindow, indefinite, indefiniteFrom };
  };

  test('a temporary agent has five years and five; what follows is indefinite, and nobody asks for it', () => {
    expect(planned({})).toEqual({
      firstEnds: '2032-02-29',
      renewalEnds: '2037-02-28',
      latestEnd: null,
      conversionWindow: null,
      indefinite: 'after-renewal',
      indefiniteFrom: '2037-03-01',
    });
  });

  test('an offer of 2023 was for four years and four', () => {
    expect(planned({ startsOn: '2024-03-01', on: '2023-12-31' })).toMatchObject({
      firstEnds: '2028-02-29',
      renewalEnds: '2032-02-29',
      indefiniteFrom: '2032-03-01',
    });
  });

  test('service ends with the month of the age of the grade, before the contract would', () => {
    const born = { bornOn: '1965-06-15' };

    expect(planned({ ...born, grade: 'AST9' })).toMatchObject({ latestEnd: '2030-06-30', firstEnds: '2030-06-30' });
    expect(planned({ ...born, grade: 'AD12' })).toMatchObject({ latestEnd: '2031-06-30', firstEnds: '2031-06-30' });
    expect(planned({ ...born, grade: 'AD13' })).toMatchObject({ latestEnd: '2032-06-30', firstEnds: '2032-02-29' });
  });

  test('a fixed task has two years and one at the most, and earlier service in the post counts', () => {
    const task = { clause: 'fixed-task', startsOn: '2027-01-01' };

    expect(planned(task)).toMatchObject({
      firstEnds: '2028-12-31',
      renewalEnds: '2029-12-31',
      latestEnd: '2029-12-31',
      indefinite: 'never',
    });
    expect(planned({ ...task, earlierMonths: 12 })).toMatchObject({ latestEnd: '2028-12-31', renewalEnds: undefined });
  });

  test('a seconded expert has two years and two; nobody else is offered that clause', () => {
    const expertise = { clause: 'seconded-expert', startsOn: '2027-01-01' };

    expect(planned({ ...expertise, person: 'seconded' })).toMatchObject({
      latestEnd: '2030-12-31',
      indefinite: 'never',
    });
    expect(planned(expertise)).toMatchObject({ kind: 'no-terms-for-person' });
    expect(planned({ person: 'seconded' })).toMatchObject({ kind: 'no-terms-for-person' });
  });

  test('serving staff ask the careers office', () => {
    expect(planned({ person: 'serving-staff' })).toMatchObject({ kind: 'ask', ask: { es: 'la oficina de carreras' } });
  });
});

test.each([
  { on: '2022-12-31', bornOn: '2006-01-01', grade: 'AD5', outcome: 'too-young' },
  { on: '2023-01-01', bornOn: '2006-01-01', grade: 'AD5', outcome: 'within' },
  { on: '2022-12-31', bornOn: '1958-06-15', grade: 'AD13', outcome: 'service-over' },
  { on: '2023-01-01', bornOn: '1958-06-15', grade: 'AD13', outcome: 'within' },
  { on: '2023-01-01', bornOn: '1958-06-15', grade: 'AST1', outcome: 'service-over' },
])('by the rule of $on somebody born on $bornOn who starts in July 2024 at $grade is $outcome', (row) => {
  expect(compareAge(RIVERS_COMMISSION, { ...row, startsOn: '2024-07-01' }).outcome).toBe(row.outcome);
});

test('until 2019 all work counted in full; since then its share, and only after the qualification', () => {
  const work = [{ from: '2010-01-01', to: '2013-12-31', percent: 50 }];
  const counted = (on: string, qualifiedOn?: string) => {
    const answer = countExperience(RIVERS_COMMISSION, work, { on, qualifiedOn });
    return answer.ok ? answer.value.counted : answer.refusal;
  };

  expect(counted('2019-12-31', '2012-01-01')).toBe(48);
  expect(counted('2020-01-01', '2012-01-01')).toBe(12);
  expect(counted('2020-01-01')).toBeNull();
});

describe('languages', () => {
  const outcome = (levels: Record<string, string>) =>
    compareLanguageParts(RIVERS_COMMISSION.languages, [{ kind: 'either', one: 'C1', other: 'B2' }], levels).outcome;

  test.each([
    [{ en: 'C1', fr: 'B2' }, 'met'],
    [{ es: 'C2', fr: 'B2' }, 'met'],
    [{ en: 'B2', es: 'C1' }, 'met'],
    [{ en: 'C2', fr: 'B1', es: 'B1' }, 'not-met'],
    [{ en: 'C2' }, 'not-met'],
    [{ en: 'V', fr: 'II' }, 'not-comparable'],
  ] as [Record<string, string>, string][])('%o is, for C1 in one and B2 in another, %s', (levels, expected) => {
    expect(outcome(levels)).toBe(expected);
  });
});

test('no clearance is required of anybody', () => {
  const answer = compareClearance(RIVERS_COMMISSION, { required: null, held: null, on: TODAY, fastTrack: false });

  expect(answer).toMatchObject({
    outcome: 'not-required',
    reasons: [{ source: { en: expect.stringContaining('25(4)') } }],
  });
  expect(RIVERS_COMMISSION.appointment.conditions.map(({ rule }) => rule)).not.toContain('P1');
});

test.each([
  { on: '2020-12-31', grade: 'AD9', offered: 'AD8', outcome: 'possible' },
  { on: '2021-01-01', grade: 'AD9', offered: 'AD9', outcome: 'possible' },
  { on: '2021-01-01', grade: 'AD9', offered: 'AD8', outcome: 'lower' },
  { on: '2021-01-01', grade: 'AD9', offered: 'AD10', outcome: 'higher' },
  { on: '2021-01-01', grade: 'AD5', offered: 'AST9', outcome: 'for-a-person' },
])('by the rule of $on, for $grade a post of grade $offered is $outcome', ({ on, grade, offered, outcome }) => {
  expect(compareSimilarPost(RIVERS_COMMISSION, { notice: [grade], target: [offered], on }).outcome).toBe(outcome);
});

test('nothing is left open: every point has its answer and every period its months', () => {
  const { openPoints, retention, appointment, documents } = RIVERS_COMMISSION;

  expect(Object.values(openPoints).filter(({ answer }) => answer === null)).toEqual([]);
  expect(retention.filter(({ months }) => months === null)).toEqual([]);
  expect(appointment.reserveList.months).toBe(24);
  expect(Object.values(documents.consequence)).not.toContain(null);
});
