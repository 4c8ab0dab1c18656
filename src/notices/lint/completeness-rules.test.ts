import { describe, expect, test } from 'vitest';
import { edited, findingsOf, inBoth, linesIn, lintText, otherText, printed, told } from './lint-testing.ts';

describe('the clearance', () => {
  const CLEARED = inBoth(
    ['Appointment depends on a security clearance, which the national authorities give.'],
    ['La nomination dépend d’une habilitation de sécurité, que donnent les autorités nationales.'],
  );

  test('is a warning where appointment depends on one and no level is stated', () => {
    const text = printed({ clearance: null, ...otherText({ application: CLEARED }) });
    const [finding] = findingsOf('completeness/clearance', text);

    expect(finding).toMatchObject({ severity: 'warning', field: 'clearance' });
    expect(finding && linesIn(text, finding).en).toBe('Grade: NATO Grade G17');
  });

  test('is not missed where a level is stated, or where none is asked for', () => {
    expect(told('completeness/clearance', otherText({ application: CLEARED }))).toEqual([]);
    expect(told('completeness/clearance', { clearance: null })).toEqual([]);
  });
});

describe('the time of the deadline', () => {
  const deadline = { date: '2026-12-18', time: '23:59:00' };

  test('is a note where it has no zone', () => {
    const text = printed({ deadline });
    const [finding] = findingsOf('completeness/time-zone', text);

    expect(finding).toMatchObject({ severity: 'info', message: { en: expect.stringContaining('Europe/Brussels') } });
    expect(finding && linesIn(text, finding).en).toBe('Application Deadline: 18-Dec-2026, 11:59:00 PM');
  });

  test('is not told of a deadline without a time, nor beside a printed zone', () => {
    expect(told('completeness/time-zone')).toEqual([]);
    expect(
      findingsOf('completeness/time-zone', edited(printed({ deadline }), '11:59:00 PM', '11:59:00 PM CET')),
    ).toEqual([]);
  });
});

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

describe('names of language levels', () => {
  const item = (name: string) => edited(printed(), 'I (“Beginner”)', `I (“${name}”)`);

  test('the name of another level is an error where it stands', () => {
    const text = item('Intermediate');
    const [finding] = findingsOf('completeness/level-names', text);

    expect(finding).toMatchObject({ severity: 'error', field: 'essential.en[2]' });
    expect(finding?.message.en).toBe('Level I is called “Beginner”, not “Intermediate”.');
    expect(finding && linesIn(text, finding).en).toContain('possess the following');
  });

  test('is not told of a level without a name of its own, named by part of another’s', () => {
    const text = edited(printed(), 'I (« débutant »)', 'IV (« intermédiaire supérieur »)');

    expect(findingsOf('completeness/level-names', text)).toEqual([]);
  });

  test.each(['Beginner', 'beginner', 'first steps'])('is not told of “%s”', (name) => {
    expect(findingsOf('completeness/level-names', item(name))).toEqual([]);
  });
});

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

describe('the closing duty', () => {
  test('is a note where neither language has it', () => {
    const text = printed({ closingDuty: {} });
    const [finding] = findingsOf('completeness/closing-duty', text);

    expect(finding).toMatchObject({ severity: 'info' });
    expect(finding && linesIn(text, finding).en).toContain('Answer the questions of the river towns.');
  });

  test('is not missed where the last accountability says it', () => {
    const text = edited(
      printed({ closingDuty: {} }),
      'river towns.\n\n4.',
      'river towns. Carry out other duties.\n\n4.',
    );

    expect(findingsOf('completeness/closing-duty', text)).toEqual([]);
  });
});

describe('a stage of the schedule', () => {
  const staged = (year: string) =>
    otherText({
      application: inBoth(
        [
          'The competition is provisionally scheduled as follows:',
          `Written test in the second week of February${year}, online.`,
        ],
        [
          'Le concours est programmé provisoirement comme suit :',
          `Épreuve écrite la deuxième semaine de février${year}, en ligne.`,
        ],
      ),
    });

  test('is a note where it has no year', () => {
    const text = printed(staged(''));
    const [finding] = findingsOf('completeness/schedule-year', text);

    expect(finding).toMatchObject({ severity: 'info' });
    expect(finding && linesIn(text, finding).fr).toContain('la deuxième semaine de février');
  });

  test('is not told where it has one', () => {
    expect(told('completeness/schedule-year', staged(' 2027'))).toEqual([]);
  });
});

describe('the numbers of the headings', () => {
  test('a heading without its number is a warning', () => {
    const text = edited(printed(), '5. COMPÉTENCES', 'COMPÉTENCES');
    const [finding] = findingsOf('completeness/numbering', text);

    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding && linesIn(text, finding)).toEqual({ fr: 'COMPÉTENCES' });
  });

  test('headings without any numbers are a style', () => {
    expect(told('completeness/numbering', {}, { numbering: '' })).toEqual([]);
    expect(told('completeness/numbering', {}, { numbering: 'I. ' })).toEqual([]);
  });
});

test('an organisation without clearances asks for none', () => {
  const text = printed({ clearance: null });

  expect(lintText(text, 'rivers-commission').filter(({ rule }) => rule === 'completeness/clearance')).toEqual([]);
});
