import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAfter, periodEnd } from '../civil-dates.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { anyCivilDate, anyOrganisation, NATO_IS, NORTHERN_RIVERS, RIVERS_COMMISSION } from '../regulations-testing.ts';
import { planTwinGrade, TWIN_GRADE_CANDIDATES } from './twin-grade.ts';
import type { TwinGradeQuestion } from './twin-grade.ts';

const TWIN: TwinGradeQuestion = {
  lower: 'G10',
  higher: 'G12',
  candidate: 'external',
  startsOn: '2025-03-01',
  on: '2025-03-01',
};
const plan = (question: Partial<TwinGradeQuestion> = {}, organisation: Organisation = NATO_IS) => {
  const answer = planTwinGrade(organisation, { ...TWIN, ...question });
  if (!answer.ok) throw new Error(`Refused: ${answer.refusal.kind}`);
  return answer.value;
};

describe('twin grades (C13 to C16), at both organisations that have them', () => {
  const rows: [rule: string, candidate: TwinGradeQuestion['candidate'], decides: string, values: object][] = [
    ['C13', 'external', 'appointedAt', { lower: 'G10', higher: 'G12' }],
    ['C13', 'serving-staff', 'appointedAt', { lower: 'G10', higher: 'G12' }],
    ['C14', 'external', 'normalAdvancement', { higher: 'G12', months: 36, from: '2028-03-01', missingDay: false }],
    ['C14', 'serving-staff', 'normalAdvancement', { higher: 'G12', months: 36, from: '2028-03-01', missingDay: false }],
    [
      'C15',
      'external',
      'earliestAdvancement',
      { higher: 'G12', upToMonths: 24, from: '2026-03-01', missingDay: false },
    ],
    ['C16', 'serving-staff', 'directToHigher', { higher: 'G12' }],
  ];

  test.each(rows)('%s: %s, decides %s', (...[rule, candidate, decides, values]) => {
    for (const organisation of [NATO_IS, NORTHERN_RIVERS]) {
      const source = organisation.grades.twinGrade[0]?.source;
      expect(plan({ candidate }, organisation).reasons).toContainEqual({ rule, source, decides, values });
    }
  });

  test('from outside: at the lower grade, with the reduction, never directly at the higher', () => {
    expect(plan()).toMatchObject({
      appointedAt: 'G10',
      directToHigher: false,
      normalAdvancement: '2028-03-01',
      earliestAdvancement: '2026-03-01',
    });
    expect(plan().reasons.map(({ rule }) => rule)).toEqual(['C13', 'C14', 'C15']);
  });

  test('serving staff: directly at the higher is possible, and no reduction is stated', () => {
    expect(plan({ candidate: 'serving-staff' })).toMatchObject({ directToHigher: true, earliestAdvancement: null });
  });

  test('from 29 February, advancement is possible when the months are complete', () => {
    expect(plan({ startsOn: '2024-02-29' })).toMatchObject({
      normalAdvancement: '2027-03-01',
      earliestAdvancement: '2025-03-01',
    });
  });

  test('a reduction by as much as the whole leaves no waiting', () => {
    const twinGrade = NATO_IS.grades.twinGrade.map((row) => ({ ...row, reduction: { rule: 'C15', upToMonths: 48 } }));
    const generous = { ...NATO_IS, grades: { ...NATO_IS.grades, twinGrade } };

    expect(plan({}, generous).earliestAdvancement).toBe(TWIN.startsOn);
  });

  test.each<[string, Partial<TwinGradeQuestion>, object]>([
    ['a grade that the organisation lacks', { higher: 'P4' }, { kind: 'unknown-grade', grade: 'P4' }],
    ['the higher first', { lower: 'G12', higher: 'G10' }, { kind: 'not-lower' }],
    ['one grade twice', { higher: 'G10' }, { kind: 'not-lower' }],
    ['a start that does not exist', { startsOn: '2025-02-29' }, { kind: 'impossible-date', field: 'startsOn' }],
    ['an offer on no day', { on: '' }, { kind: 'impossible-date', field: 'on' }],
  ])('refuses %s', (_, question, refusal) => {
    expect(planTwinGrade(NATO_IS, { ...TWIN, ...question })).toMatchObject({ ok: false, refusal });
  });

  test('an organisation without twin grades says so', () => {
    expect(planTwinGrade(RIVERS_COMMISSION, { ...TWIN, lower: 'AD5', higher: 'AD6' })).toMatchObject({
      refusal: { kind: 'no-twin-grades', from: null },
    });
  });

  test('grades of two families are not compared where no source says that they can be', () => {
    expect(planTwinGrade(RIVERS_COMMISSION, { ...TWIN, lower: 'AST9', higher: 'AD5' })).toMatchObject({
      refusal: { kind: 'not-comparable' },
    });
  });

  test('a rule that begins later is not applied before', () => {
    const twinGrade = NATO_IS.grades.twinGrade.map((row) => ({ ...row, from: '2025-03-02' }));
    const later = { ...NATO_IS, grades: { ...NATO_IS.grades, twinGrade } };

    expect(planTwinGrade(later, TWIN)).toMatchObject({ refusal: { kind: 'no-twin-grades', from: '2025-03-02' } });
    expect(plan({ on: '2025-03-02' }, later).normalAdvancement).toBe('2028-03-01');
  });

  test('a reduction only ever brings advancement forward, and never before the first day', () => {
    const anyQuestion = anyOrganisation.chain((organisation) =>
      fc.record({
        organisation: fc.constant(organisation),
        lower: fc.constantFrom(...organisation.grades.order),
        higher: fc.constantFrom(...organisation.grades.order),
        candidate: fc.constantFrom(...TWIN_GRADE_CANDIDATES),
        startsOn: anyCivilDate,
        on: anyCivilDate,
      }),
    );
    fc.assert(
      fc.property(anyQuestion, ({ organisation, ...question }) => {
        const answer = planTwinGrade(organisation, question);
        if (!answer.ok) return;
        const { normalAdvancement, earliestAdvancement, appointedAt, directToHigher } = answer.value;
        const months = organisation.grades.twinGrade[0]?.advancement.months ?? 0;
        expect(normalAdvancement).toBe(dayAfter(periodEnd(question.startsOn, months)));
        expect(appointedAt).toBe(question.lower);
        expect(directToHigher && earliestAdvancement !== null).toBe(false);
        if (earliestAdvancement === null) return;
        expect(question.startsOn <= earliestAdvancement && earliestAdvancement <= normalAdvancement).toBe(true);
      }),
    );
  });
});
