import { describe, expect, test } from 'vitest';
import { findingsOf, inBoth, linesIn, otherText, printed, told } from './lint-testing.ts';

describe('the periods of the contract', () => {
  const contract = (en: string, fr: string) =>
    otherText({
      contract: inBoth(
        [`This is a post in which turnover is desirable. ${en}`],
        [`Il s’agit d’un poste auquel il est souhaitable d’assurer une rotation. ${fr}`],
      ),
    });

  test('one that the clause doesn’t have is an error in one language alone', () => {
    const text = printed(contract('The contract is for four years.', 'Le contrat est de trois ans.'));
    const [finding] = findingsOf('completeness/contract', text);

    expect(finding).toMatchObject({ severity: 'error', message: { en: expect.stringContaining('“four years”') } });
    expect(finding && Object.keys(linesIn(text, finding))).toEqual(['en']);
  });

  test('one that both languages have is for a person to decide', () => {
    const findings = told('completeness/contract', contract('It is for four years.', 'Le contrat est de quatre ans.'));

    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });

  test.each([
    ['those of the clause', 'It is for 3 years, six at most.', 'Le contrat est de 3 ans, six au plus.'],
    ['a year before the end', 'Ask one year before its end.', 'À demander un an avant sa fin.'],
    ['a probation in months', 'It begins with 5 months.', 'Il commence par cinq mois.'],
    ['part of a longer number', 'It is for twenty-four months.', 'Il est de vingt-quatre mois.'],
  ])('no finding: %s', (_, en, fr) => {
    expect(told('completeness/contract', contract(en, fr))).toEqual([]);
  });

  test('a clause that is not known has no periods to hold a notice to', () => {
    const text = printed(contract('It is for four years.', 'Le contrat est de quatre ans.'));
    const unknown = text
      .replace('in which turnover is desirable', 'on a boat')
      .replace('souhaitable d’assurer une rotation', 'bon de ramer');

    expect(findingsOf('completeness/contract', unknown)).toEqual([]);
  });
});
