import { expect, test } from 'vitest';
import { deadlineInstant } from './deadline.ts';
import { eligibleNationality } from './eligibility/eligibility.ts';
import { compareLanguages } from './eligibility/language-levels.ts';
import { NATO_IS, NORTHERN_RIVERS } from './regulations-testing.ts';
import { explainDeadline, explainLanguages, explainNationality } from './regulations-texts.ts';

const explained = (nationalities: string[], on: string) => {
  const answer = eligibleNationality(NATO_IS, nationalities, on);
  return explainNationality(answer.ok ? answer.value : answer.refusal);
};

test('says which nationality opens the way', () => {
  const { en, fr } = explained(['BR', 'FR'], '2027-01-18');

  expect(en.sentence).toBe('You hold the nationality of a member nation (France; rules of 18 January 2027).');
  expect(fr.sentence).toMatch(
    /^Vous avez la nationalité d’un pays membre .*\(France\u202f; règles du 18 janvier 2027\)\.$/,
  );
});

test('says why not, by which rule, and what to do if that looks wrong', () => {
  const { en, fr } = explained(['SE', 'CH'], '2024-03-01');

  expect(en.sentence).toBe(
    'Only nationals of a member nation may apply. On 1 March 2024 none of the nationalities you gave is a member’s (Sweden and Switzerland). Sweden: member from 7 March 2024.',
  );
  expect(fr.sentence).toContain('(Suède et Suisse)');
  expect(en).toMatchObject({ rule: 'E1', source: NATO_IS.memberNations.source.en });
  expect(fr).toMatchObject({ rule: 'E1', source: NATO_IS.memberNations.source.fr });
  expect(en.ifWrong).toContain('A person will look at it.');
  expect(fr.ifWrong).toContain('Une personne examinera votre cas.');
});

test('asks for a nationality where there is none', () => {
  expect(explained([], '2024-03-01').en.sentence).toContain('your profile names no nationality yet');
});

test('says whether the organisation completed a deadline', () => {
  const completed = explainDeadline(deadlineInstant({ date: '2027-01-18', time: null }, NORTHERN_RIVERS, '2026-11-23'));
  const printed = explainDeadline(
    deadlineInstant({ date: '2027-01-18', time: '12:00:00' }, NORTHERN_RIVERS, '2026-11-23'),
  );

  expect(completed.en.sentence).toBe(
    'The notice gives a date alone, 18 January 2027. The organisation’s rule completes it: 23:59:59, Brussels time.',
  );
  expect(printed.en.sentence).toContain('It names no zone');
  expect(printed.fr.sentence).toContain('heure de Bruxelles');
});

test('says what the language levels mean, and that they exclude nobody', () => {
  const comparison = compareLanguages(NORTHERN_RIVERS.languages, { one: 'V', other: 'II' }, { en: 'V' });

  const { en, fr } = explainLanguages(comparison);

  expect(en.sentence).toContain('do not reach it');
  expect(en.ifWrong).toContain('This excludes nobody');
  expect(fr.ifWrong).toContain('n’exclut personne');
});
