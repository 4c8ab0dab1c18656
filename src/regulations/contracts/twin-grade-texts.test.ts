import { describe, expect, test } from 'vitest';
import { NATO_IS, RIVERS_COMMISSION } from '../regulations-testing.ts';
import { planTwinGrade } from './twin-grade.ts';
import type { TwinGradeQuestion } from './twin-grade.ts';
import { explainTwinGrade, explainTwinGradeRefusal } from './twin-grade-texts.ts';

const TWIN: TwinGradeQuestion = {
  lower: 'G10',
  higher: 'G12',
  candidate: 'external',
  startsOn: '2025-03-01',
  on: '2025-03-01',
};
const explained = (question: Partial<TwinGradeQuestion> = {}) => {
  const answer = planTwinGrade(NATO_IS, { ...TWIN, ...question });
  if (!answer.ok) throw new Error(`Refused: ${answer.refusal.kind}`);
  return explainTwinGrade(answer.value);
};
const refused = (question: Partial<TwinGradeQuestion>, organisation = NATO_IS) => {
  const answer = planTwinGrade(organisation, { ...TWIN, ...question });
  if (answer.ok) throw new Error('It is not refused');
  return explainTwinGradeRefusal(answer.refusal);
};

describe('twin grades in words', () => {
  test('from outside, each rule in its sentence', () => {
    expect(explained().en.map(({ rule, sentence }) => [rule, sentence])).toEqual([
      [
        'C13',
        'The post has two grades, G10 and G12. The appointment is at G10, whatever the qualifications and experience.',
      ],
      [
        'C14',
        'Advancement to G12 is not automatic, and normally not possible in the first 3 years in the post: not before 1 March 2028.',
      ],
      [
        'C15',
        'For candidates from outside, that time might be reduced by up to 2 years: not before 1 March 2026. In which circumstances, the notice does not say: a named person decides, and says on what it rests.',
      ],
    ]);
  });

  test('serving staff may go directly to the higher grade, and a person decides', () => {
    const { en, fr } = explained({ candidate: 'serving-staff' });

    expect(en.at(-1)).toMatchObject({ rule: 'C16', sentence: expect.stringContaining('directly at G12') });
    expect(fr.at(-1)?.sentence).toContain('une personne désignée décide');
  });

  test('a month without the day is said to be counted to its last, and nothing is said where it has it', () => {
    const said = (startsOn: string) =>
      explained({ startsOn })
        .en.map(({ sentence }) => sentence)
        .join(' ');

    expect(said('2024-02-29').match(/lacks the day on which service began/g)).toHaveLength(2);
    expect(said('2025-03-01')).not.toContain('lacks');
  });

  test('French is spaced as French is', () => {
    const sentences = [...explained().fr, ...explained({ candidate: 'serving-staff' }).fr];

    for (const { sentence, ifWrong } of sentences) expect(sentence + ifWrong).not.toMatch(/ [:;?!»]|« |\d ans?\b|'/);
  });

  test('a refusal says why, and what would clear the way', () => {
    expect(refused({ higher: 'P4' }).en).toEqual({
      sentence: 'The organisation has no grade “P4”.',
      next: 'Choose two of the organisation’s grades.',
    });
    expect(refused({ lower: 'G12', higher: 'G10' }).en.next).toBe('Give the lower grade first.');
    expect(refused({ startsOn: '2025-02-29' }).fr.sentence).toBe(
      'Premier jour dans le poste\u00a0: ce jour n’existe pas.',
    );
    expect(refused({ lower: 'AD5', higher: 'AD6' }, RIVERS_COMMISSION).en.sentence).toBe(
      'The organisation has no posts with two grades.',
    );
    expect(refused({ lower: 'AST9', higher: 'AD5' }, RIVERS_COMMISSION).fr.next).toContain('une personne');
  });
});
