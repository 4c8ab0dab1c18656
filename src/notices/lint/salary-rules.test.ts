import { describe, expect, test } from 'vitest';
import { findingsOf, linesIn, printed } from './lint-testing.ts';

describe('salary and grade', () => {
  const salary = (amountMinor: number) => ({ salary: { amountMinor, currency: 'EUR', period: 'monthly' } as const });

  test('an amount that is not the scale’s is an error in both languages', () => {
    const text = printed(salary(784500));
    const [finding] = findingsOf('completeness/salary', text);

    expect(finding).toMatchObject({ severity: 'error', field: 'salary' });
    expect(finding?.message.en).toBe('EUR\u00A07,845.00 is not what G17 pays by the scale: EUR\u00A07,845.15.');
    expect(finding && linesIn(text, finding).fr).toContain('7 845,00Euro');
  });

  test('a grade that the organisation doesn’t have is an error', () => {
    const text = printed({ grades: ['G71'] });

    expect(findingsOf('completeness/salary', text)).toMatchObject([{ severity: 'error', field: 'grades' }]);
  });

  test('a post of another country, or without a salary, is not checked', () => {
    const elsewhere = printed(salary(784500))
      .replace('Netherlands-Maastricht', 'Peru-Lima')
      .replace('Pays-Bas-Maastricht', 'Pérou-Lima');
    const unpaid = printed().replaceAll(/Sala[^]*?(?=Grade)/g, '');

    expect(findingsOf('completeness/salary', elsewhere)).toEqual([]);
    expect(findingsOf('completeness/salary', unpaid)).toEqual([]);
  });
});
