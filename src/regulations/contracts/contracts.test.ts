import { describe, expect, test } from 'vitest';
import type { Person } from '../organisation/contracts-schema.ts';
import { planContract, type ContractPlan } from './contracts.ts';
import type { ContractQuestion } from './contract-case.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { INVENTED, NATO_IS, NORTHERN_RIVERS, RIVERS_COMMISSION } from '../regulations-testing.ts';

const START = '2025-03-01';
const TURNOVER: ContractQuestion = { clause: 'turnover', person: 'non-seconded', startsOn: START, on: START };
const EXPERT: ContractQuestion = { ...TURNOVER, clause: 'temporary-agent' };

const plan = (organisation: Organisation, question: ContractQuestion) => {
  const answer = planContract(organisation, question);
  if (!answer.ok) throw new Error(`Refused: ${answer.refusal.kind}`);
  if (answer.value.kind === 'ask') throw new Error('Somebody must be asked');
  return answer.value;
};
const refusal = (organisation: Organisation, question: ContractQuestion) => {
  const answer = planContract(organisation, question);
  return answer.ok ? undefined : answer.refusal;
};
const reason = ({ reasons }: ContractPlan, decides: string) => reasons.find((entry) => entry.decides === decides);
const open = ({ openPoints }: ContractPlan) => openPoints.map(({ code }) => code);

describe('the contract decision table (b4), at both organisations that have these clauses', () => {
  const rows: [rule: string, clause: string, person: Person, decides: string, values: object][] = [
    ['C1', 'turnover', 'non-seconded', 'firstEnds', { endsOn: '2028-02-29', agreedBy: ['organisation', 'applicant'] }],
    ['C2', 'turnover', 'non-seconded', 'renewalEnds', { upToMonths: 36, endsOn: '2031-02-28' }],
    ['C2', 'turnover', 'non-seconded', 'agreement', { agreedBy: ['organisation'] }],
    ['C3', 'turnover', 'non-seconded', 'indefinite', { way: 'on-request', agreedBy: ['organisation'] }],
    ['C3', 'turnover', 'non-seconded', 'conversionWindow', { from: '2028-03-01', to: '2030-02-28' }],
    ['C4', 'turnover', 'non-seconded', 'tooEarly', { before: '2028-03-01' }],
    ['C5', 'turnover', 'non-seconded', 'tooLate', { after: '2030-02-28', monthsBeforeEnd: 12 }],
    ['C6', 'turnover', 'non-seconded', 'latestEnd', { months: 72, endsOn: '2031-02-28' }],
    ['C7', 'indefinite-possible', 'non-seconded', 'firstEnds', { months: 36, endsOn: '2028-02-29' }],
    ['C8', 'indefinite-possible', 'non-seconded', 'indefinite', { way: 'may-follow', from: '2028-03-01' }],
    ['C9', 'turnover', 'seconded', 'firstEnds', { endsOn: '2028-02-29', agreedBy: ['organisation', 'applicant'] }],
    ['C9', 'indefinite-possible', 'seconded', 'firstEnds', { endsOn: '2028-02-29' }],
    ['C10', 'turnover', 'seconded', 'agreement', { agreedBy: ['organisation', 'national-authority'] }],
    ['C10', 'indefinite-possible', 'seconded', 'renewalEnds', { upToMonths: 36, endsOn: '2031-02-28' }],
    ['C10', 'indefinite-possible', 'seconded', 'latestEnd', { months: 72, endsOn: '2031-02-28', person: 'seconded' }],
    ['C11', 'turnover', 'seconded', 'indefinite', { way: 'never', agreedBy: [] }],
    ['C11', 'indefinite-possible', 'seconded', 'indefinite', { way: 'never', agreedBy: [] }],
    ['C12', 'turnover', 'serving-staff', 'ask', {}],
    ['C12', 'indefinite-possible', 'serving-staff', 'ask', {}],
  ];

  test.each(rows)('%s: %s, %s, decides %s', (...[rule, clause, person, decides, values]) => {
    for (const organisation of [NATO_IS, NORTHERN_RIVERS]) {
      const answer = planContract(organisation, { ...TURNOVER, clause, person, renewalMonths: undefined });

      const reasons = answer.ok ? answer.value.reasons : [];
      const source = organisation.contractClauses.find(({ code }) => code === clause)?.terms[0]?.source;
      expect(reasons).toContainEqual({ rule, source, decides, values: expect.objectContaining(values) });
    }
  });
});

describe('the worked dates (b4)', () => {
  test('turnover, not seconded', () => {
    expect(plan(NATO_IS, TURNOVER)).toMatchObject({
      firstEnds: '2028-02-29',
      renewal: { starts: '2028-03-01', ends: '2031-02-28', months: 36, upToMonths: 36 },
      conversionWindow: { from: '2028-03-01', to: '2030-02-28' },
      latestEnd: '2031-02-28',
      notOffered: [],
      warnings: [],
    });
  });

  test('seconded: the same dates, and no conversion', () => {
    expect(plan(NATO_IS, { ...TURNOVER, person: 'seconded' })).toMatchObject({
      firstEnds: '2028-02-29',
      renewal: { starts: '2028-03-01', ends: '2031-02-28' },
      conversionWindow: null,
      latestEnd: '2031-02-28',
      indefinite: 'never',
      notOffered: ['indefinite', 'request'],
    });
  });

  test('an indefinite contract may follow the first: no renewal, no request, no latest end', () => {
    expect(plan(NATO_IS, { ...TURNOVER, clause: 'indefinite-possible' })).toMatchObject({
      firstEnds: '2028-02-29',
      renewal: null,
      conversionWindow: null,
      latestEnd: null,
      indefiniteFrom: '2028-03-01',
      notOffered: ['renewal', 'request'],
    });
  });

  test('serving staff: no length, and who is asked', () => {
    const answer = planContract(NATO_IS, { ...TURNOVER, person: 'serving-staff' });

    expect(answer).toMatchObject({ ok: true, value: { kind: 'ask', ask: { en: 'the contract office' } } });
    expect(JSON.stringify(answer)).not.toMatch(/months|\d{4}-\d{2}-\d{2}/);
  });
});

describe('leap days and short months (decision 7)', () => {
  test('from 29 February nobody loses a day, and the maximum is counted from the first day', () => {
    const from29February = plan(NATO_IS, { ...TURNOVER, startsOn: '2024-02-29' });

    expect(from29February).toMatchObject({
      firstEnds: '2027-02-28',
      renewal: { starts: '2027-03-01', ends: '2030-02-28' },
      conversionWindow: { from: '2027-03-01', to: '2029-02-28' },
      latestEnd: '2030-02-28',
    });
    expect(open(from29February)).toContain('missing-day');
  });

  test('a renewal ends so many months after the first day in the post, not after its own', () => {
    const { renewal } = plan(NATO_IS, { ...TURNOVER, startsOn: '2024-02-29', renewalMonths: 12 });

    expect(renewal).toMatchObject({ starts: '2027-03-01', ends: '2028-02-28' });
  });

  test('a renewal that ends on 29 February is asked for by 28 February', () => {
    expect(plan(NATO_IS, { ...TURNOVER, startsOn: '2026-03-01' }).conversionWindow).toEqual({
      from: '2029-03-01',
      to: '2031-02-28',
    });
  });

  test('a renewal of months from the 31st ends with the month that lacks the day', () => {
    const { renewal } = plan(NATO_IS, { ...TURNOVER, startsOn: '2025-08-31', renewalMonths: 6 });

    expect(renewal).toMatchObject({ starts: '2028-08-31', ends: '2029-02-28' });
  });

  test('a usual day raises no such question', () => {
    expect(open(plan(NATO_IS, TURNOVER))).not.toContain('missing-day');
  });
});

describe('the renewal', () => {
  test('of chosen months', () => {
    expect(plan(NATO_IS, { ...TURNOVER, renewalMonths: 24 })).toMatchObject({
      renewal: { starts: '2028-03-01', ends: '2030-02-28', months: 24, upToMonths: 36 },
      conversionWindow: { from: '2028-03-01', to: '2029-02-28' },
      latestEnd: '2031-02-28',
    });
  });

  test('none, where none is planned: nothing to ask for, and the reasons stay', () => {
    const none = plan(NATO_IS, { ...TURNOVER, renewalMonths: 0 });

    expect(none).toMatchObject({ renewal: null, conversionWindow: null });
    expect(none.warnings).toEqual([{ kind: 'no-renewal-to-ask-in' }]);
    expect(none).toMatchObject({ definiteEnds: '2028-02-29', latestEnd: '2031-02-28' });
    expect(reason(none, 'tooEarly')).toMatchObject({ rule: 'C4', values: { before: null } });
  });

  test.each([1, 6, 11, 12])('of %i months leaves no day to ask for an indefinite contract (open point 1)', (months) => {
    const answer = plan(NATO_IS, { ...TURNOVER, renewalMonths: months });

    expect(answer.conversionWindow).toBeNull();
    expect(answer.warnings).toEqual([
      { kind: 'no-day-to-ask', renewalEnds: answer.renewal?.ends, monthsBeforeEnd: 12 },
    ]);
  });

  test('of 13 months leaves a month to ask', () => {
    const answer = plan(NATO_IS, { ...TURNOVER, renewalMonths: 13 });

    expect(answer).toMatchObject({ conversionWindow: { from: '2028-03-01', to: '2028-03-31' }, warnings: [] });
  });

  test('whose window closes on a day that its month lacks says that the count is open (open point 4)', () => {
    const answer = plan(NATO_IS, { ...TURNOVER, startsOn: '2022-03-01' });

    expect(answer).toMatchObject({ renewal: { ends: '2028-02-29' }, conversionWindow: { to: '2027-02-28' } });
    expect(answer.openPoints).toContainEqual(expect.objectContaining({ code: 'missing-day', settled: false }));
    expect(plan(NATO_IS, TURNOVER).openPoints.map(({ code }) => code)).not.toContain('missing-day');
  });

  test('has its condition where the clause states one', () => {
    const project = plan(NATO_IS, { ...TURNOVER, clause: 'project' });

    expect(project).toMatchObject({ latestEnd: null, indefinite: 'not-stated', notOffered: [] });
    expect(reason(project, 'agreement')?.values).toMatchObject({
      condition: { en: 'the project still needs the post' },
    });
  });
});

describe('what is refused', () => {
  test.each<[string, Partial<ContractQuestion>, object]>([
    ['a clause that the organisation lacks', { clause: 'tenure' }, { kind: 'unknown-clause', clause: 'tenure' }],
    ['a renewal that is too long', { renewalMonths: 37 }, { kind: 'renewal-too-long', months: 37, mostMonths: 36 }],
    [
      'a renewal where there is none',
      { clause: 'indefinite-possible', renewalMonths: 12 },
      { kind: 'no-renewal', reasons: [{ rule: 'C8' }] },
    ],
    [
      'a person of whom the clause says nothing',
      { clause: 'project', person: 'seconded' },
      { kind: 'no-terms-for-person' },
    ],
    ['a start that does not exist', { startsOn: '2025-02-29' }, { kind: 'impossible-date', field: 'startsOn' }],
    ['an offer on no day', { on: 'today' }, { kind: 'impossible-date', field: 'on' }],
    ['a birth after the first day', { bornOn: '2026-01-01' }, { kind: 'impossible-date', field: 'bornOn' }],
    ['a birth on no day', { bornOn: '1990-02-30' }, { kind: 'impossible-date', field: 'bornOn' }],
    ['half a month', { renewalMonths: 1.5 }, { kind: 'impossible-months', field: 'renewalMonths' }],
    ['service of less than nothing', { earlierMonths: -1 }, { kind: 'impossible-months', field: 'earlierMonths' }],
  ])('%s', (_, question, expected) => {
    expect(refusal(NATO_IS, { ...TURNOVER, ...question })).toMatchObject(expected);
  });

  test('a clause that is not in force yet', () => {
    const clauses = NATO_IS.contractClauses.map((clause) => ({
      ...clause,
      terms: clause.terms.map((row) => ({ ...row, from: '2030-01-01' })),
    }));

    expect(refusal({ ...NATO_IS, contractClauses: clauses }, TURNOVER)).toMatchObject({
      kind: 'not-in-force',
      on: START,
      from: '2030-01-01',
    });
  });

  test('the rules count that are in force on the day of the offer, not of the start', () => {
    const offered = (on: string) => plan(RIVERS_COMMISSION, { ...EXPERT, startsOn: '2024-03-01', on }).firstEnds;

    expect([offered('2023-12-31'), offered('2024-01-01')]).toEqual(['2028-02-29', '2029-02-28']);
  });
});

describe('earlier service in the same post (open point 2)', () => {
  const settled = (answer: boolean | null): Organisation => ({
    ...NATO_IS,
    openPoints: { ...NATO_IS.openPoints, earlierServiceCounts: { answer, source: INVENTED } },
  });

  test('counts where the organisation says so', () => {
    const counted = plan(settled(true), { ...TURNOVER, earlierMonths: 24 });

    expect(counted).toMatchObject({
      firstEnds: '2028-02-29',
      renewal: { ends: '2029-02-28', months: 12, upToMonths: 12 },
      latestEnd: '2029-02-28',
    });
    expect(reason(counted, 'latestEnd')?.values).toMatchObject({ months: 72, countedMonths: 24 });
    expect(counted.openPoints[0]).toEqual({ code: 'earlier-service', settled: true, answer: true, source: INVENTED });
  });

  test('ends the first contract too, where it leaves less than that', () => {
    const counted = plan(settled(true), { ...TURNOVER, earlierMonths: 60 });

    expect(counted).toMatchObject({ firstEnds: '2026-02-28', renewal: null, latestEnd: '2026-02-28' });
    expect(reason(counted, 'firstEnds')?.values).toMatchObject({ shortened: true });
  });

  test('leaves nothing, where it fills the maximum', () => {
    expect(refusal(settled(true), { ...TURNOVER, earlierMonths: 72 })).toMatchObject({
      kind: 'maximum-reached',
      reasons: [{ rule: 'C6' }],
    });
  });

  test('limits the renewal that may be asked for, and says by which rule', () => {
    expect(refusal(settled(true), { ...TURNOVER, earlierMonths: 24, renewalMonths: 13 })).toMatchObject({
      kind: 'renewal-too-long',
      mostMonths: 12,
      reasons: [{ rule: 'C2' }, { rule: 'C6' }],
    });
  });

  test('does not count where the organisation says so', () => {
    const answer = plan(settled(false), { ...TURNOVER, earlierMonths: 24 });

    expect(answer).toMatchObject({ latestEnd: '2031-02-28', warnings: [] });
  });

  test('is a person’s decision where nothing is settled: the dates leave it out, and say so', () => {
    const answer = plan(settled(null), { ...TURNOVER, earlierMonths: 24 });

    expect(answer).toMatchObject({
      latestEnd: '2031-02-28',
      warnings: [{ kind: 'earlier-service-not-counted', months: 24 }],
    });
    expect(answer.openPoints[0]).toMatchObject({ code: 'earlier-service', settled: false, answer: null });
  });

  test('is no question where there is no maximum', () => {
    const answer = plan(settled(null), { ...TURNOVER, clause: 'indefinite-possible', earlierMonths: 24 });

    expect(answer.warnings).toEqual([]);
    expect(open(answer)).not.toContain('earlier-service');
  });
});

describe('what the text leaves open', () => {
  test.each<[string, Partial<ContractQuestion>, string[]]>([
    ['turnover', {}, ['earlier-service', 'renewal-decided-by', 'indefinite-decided-by', 'request-from']],
    [
      'seconded',
      { person: 'seconded' },
      ['earlier-service', 'renewal-decided-by', 'late-agreement', 'after-secondment'],
    ],
    ['indefinite possible', { clause: 'indefinite-possible' }, ['indefinite-decided-by']],
  ])('is told where it concerns the case: %s', (_, question, codes) => {
    expect(open(plan(NATO_IS, { ...TURNOVER, ...question }))).toEqual(codes);
  });

  test('is answered where the organisation settled it, and otherwise not', () => {
    const seconded: ContractQuestion = { ...EXPERT, clause: 'seconded-expert', person: 'seconded' };

    expect(plan(RIVERS_COMMISSION, seconded).openPoints.every(({ settled }) => settled)).toBe(true);
    expect(plan(NATO_IS, { ...TURNOVER, person: 'seconded' }).openPoints.some(({ settled }) => settled)).toBe(false);
  });
});

describe('a further renewal that is indefinite (Southern Rivers)', () => {
  test('follows the renewal, and nobody asks for it', () => {
    expect(plan(RIVERS_COMMISSION, { ...EXPERT, grade: 'AD5', bornOn: '1990-06-15' })).toMatchObject({
      firstEnds: '2030-02-28',
      renewal: { starts: '2030-03-01', ends: '2035-02-28', months: 60 },
      indefinite: 'after-renewal',
      indefiniteFrom: '2035-03-01',
      conversionWindow: null,
      notOffered: ['request'],
    });
  });

  test('does not come about without the renewal', () => {
    expect(plan(RIVERS_COMMISSION, { ...EXPERT, renewalMonths: 0 }).indefiniteFrom).toBeNull();
  });
});

describe('an age at which service ends (Southern Rivers)', () => {
  const aged = (bornOn: string, question: Partial<ContractQuestion> = {}) =>
    plan(RIVERS_COMMISSION, { ...EXPERT, grade: 'AD5', bornOn, ...question });

  test('ends every contract with the month in which it is reached', () => {
    // 66 on 15 June 2032.
    const answer = aged('1966-06-15');

    expect(answer).toMatchObject({
      firstEnds: '2030-02-28',
      renewal: { starts: '2030-03-01', ends: '2032-06-30', months: 60 },
      latestEnd: '2032-06-30',
      indefiniteFrom: null,
    });
    expect(reason(answer, 'serviceEnds')).toEqual({
      rule: 'SR-E11',
      source: RIVERS_COMMISSION.eligibility.age[1]?.source,
      decides: 'serviceEnds',
      values: {
        age: 66,
        grade: 'AD5',
        endsOn: '2032-06-30',
        shortens: ['renewalEnds', 'latestEnd', 'indefinite'],
      },
    });
  });

  test.each([
    ['AST5', '2027-06-30'],
    ['AD12', '2028-06-30'],
    ['AD13', '2029-06-30'],
  ])('depends on the grade: %s until %s', (grade, ends) => {
    expect(aged('1962-06-15', { grade })).toMatchObject({ firstEnds: ends, renewal: null, latestEnd: ends });
  });

  test('leaves no renewal, and says so', () => {
    expect(aged('1962-06-15').warnings).toEqual([{ kind: 'renewal-after-service', serviceEnds: '2028-06-30' }]);
  });

  test('is the rule of the day of the offer', () => {
    const on = '2022-12-31';

    expect(aged('1962-06-15', { on }).latestEnd).toBe('2027-06-30');
  });

  test('allows a start on its very day, and refuses one after it', () => {
    expect(aged('1959-02-10', { startsOn: '2025-02-28' }).firstEnds).toBe('2025-02-28');
    expect(refusal(RIVERS_COMMISSION, { ...EXPERT, grade: 'AD5', bornOn: '1959-02-10' })).toMatchObject({
      kind: 'past-age-of-service',
      serviceEnds: '2025-02-28',
      reasons: [{ rule: 'SR-E11' }],
    });
    expect(aged('1959-03-10').firstEnds).toBe('2025-03-31');
  });

  test('is asked for where it cannot be counted', () => {
    expect(plan(RIVERS_COMMISSION, EXPERT).warnings).toEqual([
      { kind: 'age-not-considered', missing: ['grade', 'date-of-birth'] },
    ]);
    expect(plan(RIVERS_COMMISSION, { ...EXPERT, grade: 'AD5' }).warnings).toEqual([
      { kind: 'age-not-considered', missing: ['date-of-birth'] },
    ]);
  });

  test('does not concern a grade without one', () => {
    expect(plan(NATO_IS, { ...TURNOVER, grade: 'G10', bornOn: '1940-01-01' }).warnings).toEqual([]);
  });

  test('may leave a single day to ask for an indefinite contract', () => {
    const row = {
      from: null,
      source: INVENTED,
      rule: 'age',
      minimum: null,
      serviceEnds: [{ grades: ['G10'], age: 65 }],
    };
    const limited = { ...NATO_IS, eligibility: { ...NATO_IS.eligibility, age: [row] } };

    // Service ends on 30 April 2029; the renewal begins on 30 April 2028.
    const answer = plan(limited, { ...TURNOVER, startsOn: '2025-04-30', grade: 'G10', bornOn: '1964-04-02' });

    expect(answer.conversionWindow).toEqual({ from: '2028-04-30', to: '2028-04-30' });
    expect(answer.warnings).toEqual([{ kind: 'one-day-to-ask', day: '2028-04-30', monthsBeforeEnd: 12 }]);
  });
});
