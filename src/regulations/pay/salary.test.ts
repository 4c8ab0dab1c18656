import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeNamed } from './grade-names.ts';
import { anyOrganisation, NATO_IS, NORTHERN_RIVERS, ORGANISATIONS, RIVERS_COMMISSION } from '../regulations-testing.ts';
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
      reasons: [
        { rule: 'salary', source: { en: 'notice 241167', fr: 'avis 241167' }, values: { grade: 'G20', step: 1 } },
        { decides: 'step' },
      ],
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
    ['of 2025 by derivation, on a day of 2024', 'G17', 797_025, '2024-12-08', 'fits-another-derived'],
    ['of 2026 by derivation, on a day of 2025', 'G17', 827_312, '2025-12-08', 'fits-another-derived'],
    ['that contradicts what is derived', 'G17', 800_000, '2025-02-01', 'inconsistent'],
    ['further from what is derived than rounding can be', 'G17', 797_035, '2025-02-01', 'inconsistent'],
    ['of 2022, on a day of 2023', 'G20', 820_640, '2023-06-01', 'fits-another'],
  ])('%s: %s', (...[, grade, amountMinor, on, kind]) => {
    expect(checkPrintedSalary(NATO_IS, euros(amountMinor), inBelgium(grade, on)).kind).toBe(kind);
  });

  test('says of which year it is', () => {
    const check = checkPrintedSalary(NATO_IS, euros(1_115_091), inBelgium('G22', '2025-12-10'));

    const [told] = explainSalary(check).en;

    expect(told?.sentence).toBe(
      'The amount of 10 December 2025 is not known for grade G22, step 1, Belgium; the one printed does not agree with the adjustment of grade G20, which gives EUR\u00a010,742.68 a month (from EUR\u00a010,742.67 to EUR\u00a010,742.70 with rounding). The amount printed is that of the scale in force from 1 January 2026 to 31 December 2026: EUR\u00a011,150.91 a month.',
    );
    expect(explainSalary(check).fr[0]?.sentence).toContain(
      'celui du barème en vigueur du 1er janvier 2026 au 31 décembre 2026',
    );
  });

  test.each([
    [
      'the amount in force, where it is known',
      ['G20', 820_640, '2024-06-01'],
      'The amount printed is not the one in force on 1 June 2024, which is EUR\u00a08,754.21 a month (grade G20, step 1, Belgium; scale in force from 1 January 2024 to 31 December 2024). The amount printed is that of the scale in force from 1 January 2022 to 31 December 2022: EUR\u00a08,206.40 a month.',
      'celui du barème en vigueur du 1er janvier 2022 au 31 décembre 2022',
    ],
    [
      'that nothing is known of the day',
      ['G20', 820_640, '2023-06-01'],
      'No amount is known on 1 June 2023 for grade G20, step 1, Belgium. The amount printed is that of the scale in force from 1 January 2022 to 31 December 2022: EUR\u00a08,206.40 a month.',
      'Aucun montant n’est connu au 1er juin 2023 pour le grade G20',
    ],
    [
      'the year it fits by derivation',
      ['G17', 797_025, '2024-12-08'],
      'The amount printed is not the one in force on 8 December 2024, which is EUR\u00a07,540.44 a month (grade G17, step 1, Belgium; scale in force from 1 January 2024 to 31 December 2024). The amount printed agrees with the scale in force from 1 January 2025 to 31 December 2025, for which the adjustment of grade G20 gives EUR\u00a07,970.25 a month (from EUR\u00a07,970.24 to EUR\u00a07,970.27 with rounding).',
      'concorde avec le barème en vigueur du 1er janvier 2025 au 31 décembre 2025',
    ],
    [
      'the derived amount that it contradicts',
      ['G17', 800_000, '2025-02-01'],
      'The amount of 1 February 2025 is not known for grade G17, step 1, Belgium; the one printed does not agree with the adjustment of grade G20, which gives EUR\u00a07,970.25 a month (from EUR\u00a07,970.24 to EUR\u00a07,970.27 with rounding).',
      'ne concorde pas avec l’ajustement du grade G20, qui donne 7\u202f970,25\u00a0EUR par mois',
    ],
    [
      'that it could not be checked',
      ['G17', 756_338, '2023-01-08'],
      'No amount is known on 8 January 2023 for grade G17, step 1, Belgium. The amount printed could not be checked.',
      'Le montant imprimé n’a pas pu être vérifié.',
    ],
  ] as const)('tells %s', (...[, [grade, amountMinor, on], english, french]) => {
    const told = explainSalary(checkPrintedSalary(NATO_IS, euros(amountMinor), inBelgium(grade, on)));

    expect(told.en[0]?.sentence).toBe(english);
    expect(told.fr[0]?.sentence).toContain(french);
  });

  test('rests, where it is derived, on three rows and the rule of adjustment, each with its source', () => {
    const check = checkPrintedSalary(NATO_IS, euros(797_025), inBelgium('G17', '2025-02-01'));

    expect(check.reasons).toMatchObject([
      { decides: 'amount' },
      { decides: 'adjustment', source: { en: expect.stringContaining('our check of the rows') } },
      { decides: 'base', source: { en: 'notice 241324' }, values: { grade: 'G17', from: '2024-01-01' } },
      { decides: 'before', source: { en: 'notice 241167' }, values: { grade: 'G20', from: '2024-01-01' } },
      { decides: 'reference', source: { en: 'notice 250604' }, values: { grade: 'G20', from: '2025-01-01' } },
      { decides: 'step' },
    ]);
    expect(explainSalary(check).en[2]?.sentence).toBe(
      'Grade G17: EUR\u00a07,540.44 a month (scale in force from 1 January 2024 to 31 December 2024).',
    );
  });

  test('that fits another scale rests on the row in force too, or on those from which that is derived', () => {
    const known = checkPrintedSalary(NATO_IS, euros(797_025), inBelgium('G17', '2024-12-08'));
    const derived = checkPrintedSalary(NATO_IS, euros(827_312), inBelgium('G17', '2025-12-08'));

    const decided = (check: typeof known) => check.reasons.map(({ decides }) => decides);
    // The row in force is the base as well: a row is told once.
    expect(decided(known)).toEqual(['amount', 'inForce', 'adjustment', 'before', 'reference', 'step']);
    expect(new Set(derived.reasons.map(({ source, values }) => JSON.stringify([source, values]))).size).toBe(
      derived.reasons.length,
    );
    expect(decided(derived)).toEqual(expect.arrayContaining(['amount', 'adjustment', 'base', 'before', 'reference']));
  });

  test('in another currency, or for another period, is not compared', () => {
    const dollars = { amountMinor: 820_640, currency: 'USD', period: null };
    const check = checkPrintedSalary(NATO_IS, dollars, inBelgium('G20', '2024-06-01'));
    const monthly = { amountMinor: 56_735_000, currency: 'MAD', period: 'monthly' } as const;
    const inMorocco = { grades: ['AD7'], country: 'MA', on: '2025-06-01' };

    expect(check.kind).toBe('not-comparable');
    expect(explainSalary(check).en[0]?.sentence).toBe(
      'The amount printed is in USD and the scale in EUR a month (grade G20, step 1, Belgium): the two cannot be compared. On 1 June 2024 the basic salary is EUR\u00a08,754.21 a month (scale in force from 1 January 2024 to 31 December 2024).',
    );
    expect(checkPrintedSalary(RIVERS_COMMISSION, monthly, inMorocco).kind).toBe('not-comparable');
    expect(checkPrintedSalary(RIVERS_COMMISSION, { ...monthly, period: 'annual' }, inMorocco).kind).toBe('matches');
  });

  test('that is known agrees with what the other rows give, to the rounding', () => {
    const derivable = NATO_IS.salaries.rows.flatMap((row) => {
      const rows = NATO_IS.salaries.rows.filter((other) => other !== row);
      const { grade, country, from, currency, period } = row;
      const printed = { amountMinor: Number(row.amount.replace('.', '')), currency, period };
      const without = { ...NATO_IS, salaries: { ...NATO_IS.salaries, rows } };
      const { kind } = checkPrintedSalary(without, printed, { grades: [grade], country, on: from });
      return kind === 'unknown' ? [] : [`${grade} of ${from}: ${kind}`];
    });

    expect(derivable).toEqual([
      'G20 of 2022-01-01: consistent',
      'G17 of 2022-01-01: consistent',
      'G20 of 2024-01-01: consistent',
      'G17 of 2024-01-01: consistent',
      'G10 of 2024-01-01: consistent',
      'G20 of 2025-01-01: consistent',
      'G10 of 2025-01-01: consistent',
    ]);
  });

  test('agrees whatever the amounts and the factor were before they were rounded, and never 20 cents away', () => {
    const anyCents = fc.double({ min: 200_000, max: 1_500_000, noNaN: true });
    fc.assert(
      fc.property(anyCents, anyCents, fc.double({ min: 0.9, max: 1.3, noNaN: true }), (own, other, factor) => {
        const [row] = NATO_IS.salaries.rows;
        const amountOf = (cents: number) => (Math.round(cents) / 100).toFixed(2);
        const rows = [
          { grade: 'G17', from: '2022-01-01', until: '2022-12-31', amount: amountOf(own) },
          { grade: 'G20', from: '2022-01-01', until: '2022-12-31', amount: amountOf(other) },
          { grade: 'G20', from: '2023-01-01', until: null, amount: amountOf(other * factor) },
        ].flatMap((part) => (row ? { ...row, ...part } : []));
        const rules = { ...NATO_IS, salaries: { ...NATO_IS.salaries, rows } };
        const kindOf = (cents: number) =>
          checkPrintedSalary(rules, euros(Math.round(cents)), inBelgium('G17', '2023-06-01')).kind;

        expect(kindOf(own * factor)).toBe('consistent');
        expect(kindOf(own * factor + 20)).not.toBe('consistent');
        expect(kindOf(own * factor - 20)).not.toBe('consistent');
      }),
    );
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

describe('the salary of a twin grade', () => {
  test('is the same in whatever order the two are given', () => {
    const anyCase = anyOrganisation.chain((rules) => {
      const grade = fc.constantFrom(...rules.grades.order);
      const row = fc.constantFrom(...rules.salaries.rows);
      return fc.record({ rules: fc.constant(rules), grades: fc.tuple(grade, grade), row, printed: row });
    });
    fc.assert(
      fc.property(anyCase, ({ rules, grades, row: { country, from }, printed: { amount, currency, period } }) => {
        const [given, turned] = [grades, grades.toReversed()].map((each) => ({ grades: each, country, on: from }));
        if (!given || !turned) return;
        const check = { amountMinor: Number(amount.replace('.', '')), currency, period };
        expect(salaryOf(rules, turned)).toEqual(salaryOf(rules, given));
        expect(checkPrintedSalary(rules, check, turned)).toEqual(checkPrintedSalary(rules, check, given));
      }),
    );
    expect(salaryOf(NATO_IS, inBelgium('G20-G17', '2024-06-01'))).toMatchObject({ amountMinor: 754_044 });
  });

  test('is not told of three grades, nor where the scale knows no post with two', () => {
    expect(salaryOf(NATO_IS, inBelgium('G10-G17-G20', '2024-06-01')).kind).toBe('unknown');
    expect(checkPrintedSalary(NATO_IS, euros(754_044), inBelgium('G10-G17-G20', '2024-06-01')).kind).toBe('unknown');
    const refused = salaryOf(RIVERS_COMMISSION, { grades: ['AD8', 'AD7'], country: 'PT', on: '2025-06-01' });
    expect(refused).toMatchObject({
      kind: 'no-twin-grades',
      grades: ['AD7', 'AD8'],
      reasons: [{ source: { en: 'Staff Regulations, annex I' } }],
    });
    expect(explainSalary(refused).en[0]?.sentence).toContain('no post with two grades (AD7-AD8)');
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
