import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeNamed } from './grade-names.ts';
import { NATO_IS, NORTHERN_RIVERS, ORGANISATIONS, RIVERS_COMMISSION } from './regulations-testing.ts';
import { checkPrintedSalary, salaryOf } from './salary.ts';
import { explainSalary } from './salary-texts.ts';

const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR', period: 'monthly' }) as const;
const inBelgium = (grade: string, on: string) => ({ grades: grade.split('-'), country: 'BE', on });

describe('the salary of a grade', () => {
  test('is the row in force on the day, with its source', () => {
    expect(salaryOf(NATO_IS, inBelgium('G20', '2024-09-19'))).toMatchObject({
      kind: 'known',
      amountMinor: 875_421,
      currency: 'EUR',
      period: 'monthly',
      reasons: [{ rule: 'salary', source: 'notice 241167', values: { grade: 'G20', step: 1 } }, { decides: 'step' }],
    });
  });

  test.each([
    ['a year without a row', inBelgium('G20', '2023-06-01')],
    ['a grade without a row', inBelgium('G12', '2024-06-01')],
    ['another country', { ...inBelgium('G20', '2024-06-01'), country: 'US' }],
    ['another step', { ...inBelgium('G20', '2024-06-01'), step: 2 }],
    ['no grade', { grades: [], country: 'BE', on: '2024-06-01' }],
  ])('is not known for %s', (_, question) => {
    expect(salaryOf(NATO_IS, question).kind).toBe('unknown');
  });

  test('of a twin grade is that of the lower', () => {
    expect(salaryOf(NATO_IS, inBelgium('G10-G12', '2024-12-08'))).toMatchObject({ amountMinor: 431_916 });
  });

  test('differs from country to country', () => {
    const on = '2026-01-04';
    expect(salaryOf(NATO_IS, { grades: ['G22'], country: 'LU', on })).toMatchObject({ amountMinor: 1_303_944 });
    expect(salaryOf(NATO_IS, { grades: ['G22'], country: 'BE', on })).toMatchObject({ amountMinor: 1_115_091 });
  });

  test('is that of the organisation’s own step', () => {
    const answer = salaryOf(RIVERS_COMMISSION, { grades: ['AD7'], country: 'PT', on: '2025-06-01' });

    expect(answer).toMatchObject({ kind: 'known', row: { step: 2 }, amountMinor: 527_430 });
  });
});

describe('a printed salary', () => {
  test.each([
    ['241167', 'G20', 875_421, '2024-09-01', 'matches'],
    ['241600', 'G10-G12', 431_916, '2024-12-01', 'matches'],
    ['241324', 'G17', 754_044, '2024-10-01', 'matches'],
    ['250604', 'G20', 925_321, '2025-04-01', 'matches'],
    ['251918', 'G22', 1_115_091, '2025-12-10', 'fits-another'],
    ['of 2026, from the row of 2024', 'G17', 827_311, '2026-02-01', 'consistent'],
    ['of 2022 printed too high', 'G17', 756_338, '2022-12-20', 'differs'],
    ['of 2023, of which nothing is known', 'G17', 756_338, '2023-01-08', 'unknown'],
  ])('%s: %s', (...[, grade, amountMinor, on, kind]) => {
    expect(checkPrintedSalary(NATO_IS, euros(amountMinor), inBelgium(grade, on)).kind).toBe(kind);
  });

  test('says of which year it is', () => {
    const check = checkPrintedSalary(NATO_IS, euros(1_115_091), inBelgium('G22', '2025-12-10'));

    const [told] = explainSalary(check).en;

    expect(told?.sentence).toBe(
      'The amount printed is not the one in force on 10 December 2025; it is that of another scale (grade G22, step 1, Belgium; scale in force from 1 January 2026).',
    );
    expect(explainSalary(check).fr[0]?.sentence).toContain('\u202f; barème en vigueur depuis le 1er janvier 2026');
  });

  test('is not judged by other grades where each is adjusted by itself', () => {
    const printed = { amountMinor: 500_000, currency: 'EUR', period: 'monthly' } as const;
    const check = checkPrintedSalary(RIVERS_COMMISSION, printed, { grades: ['AD7'], country: 'PT', on: '2019-01-01' });

    expect(check.kind).toBe('unknown');
  });

  test('taken from the scale matches on its day, and one cent off never does', () => {
    const anyRow = fc.constantFrom(
      ...ORGANISATIONS.flatMap((organisation) => organisation.salaries.rows.map((row) => ({ organisation, row }))),
    );
    fc.assert(
      fc.property(anyRow, fc.constantFrom(-1, 1), ({ organisation, row }, cent) => {
        const { grade, step, country, from, currency, period } = row;
        const amountMinor = Number(row.amount.replace('.', ''));
        const question = { grades: [grade], step, country, on: from };
        const check = (minor: number) =>
          checkPrintedSalary(organisation, { amountMinor: minor, currency, period }, question).kind;
        expect(check(amountMinor)).toBe('matches');
        expect(check(amountMinor + cent)).not.toBe('matches');
      }),
    );
  });
});

describe('the name of a grade', () => {
  test.each([
    ['NATO Grade G22', 'G22'],
    ['A.2/ NATO Grade G15', 'G15'],
    ['A-2/G-15', 'G15'],
    ['B-4/G-10', 'G10'],
    ['A.4', 'G20'],
    ['g 15', 'G15'],
    ['G99', undefined],
    ['G10-G12', undefined],
    ['Unclassified', undefined],
  ])('“%s” is %s', (text, grade) => {
    expect(gradeNamed(NORTHERN_RIVERS.grades, text)).toBe(grade);
  });

  test('has the letters of the organisation', () => {
    expect(gradeNamed(RIVERS_COMMISSION.grades, 'AD 7')).toBe('AD7');
    expect(gradeNamed(RIVERS_COMMISSION.grades, 'ast-3')).toBe('AST3');
    expect(gradeNamed(RIVERS_COMMISSION.grades, 'A.2')).toBeUndefined();
  });
});
