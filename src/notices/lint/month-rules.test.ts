import { describe, expect, test } from 'vitest';
import { inBoth, told } from './lint-testing.ts';

const desirable = (en: string, fr: string) => ({ desirable: inBoth([en], [fr]) });

describe('months that differ', () => {
  test('are an error, by their names', () => {
    const [finding] = told(
      'parity/numbers',
      desirable('know the flood of June 2021', 'connaître la crue de juillet 2021'),
    );

    expect(finding).toMatchObject({
      severity: 'error',
      message: { en: 'The numbers differ: June in English, juillet in French.' },
    });
  });

  test('are told without a year, where a part of the month is named', () => {
    expect(told('parity/numbers', desirable('be free at the end of April', 'être libre fin mai'))).toHaveLength(1);
  });
});

describe('months that agree', () => {
  test.each([
    ['in other words', 'know the flood of 14 July 2021', 'connaître la crue du 14 juillet 2021'],
    ['in figures', 'know the flood of 14 July 2021', 'connaître la crue du 14/07/2021'],
    [
      'a verb',
      'be one of those who may 2 times a year be on duty',
      'être de celles qui peuvent assurer 2 gardes par an',
    ],
    ['a step', 'have taken part in a March of 30 km', 'avoir participé à une marche de 30 km'],
  ])('are not told: %s', (_, en, fr) => {
    expect(told('parity/numbers', desirable(en, fr))).toEqual([]);
  });
});
