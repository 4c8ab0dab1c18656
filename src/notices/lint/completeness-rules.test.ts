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
