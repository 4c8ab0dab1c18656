import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyOrganisation, NORTHERN_RIVERS, RIVERS_COMMISSION } from '../regulations-testing.ts';
import { compareSimilarPost } from './similar-post.ts';
import { explainSimilarPost } from './similar-post-texts.ts';

const ON = '2026-11-23';

test('the answer is the same in whatever order the two grades of a post are given', () => {
  const anyCase = anyOrganisation.chain((rules) => {
    const grade = fc.constantFrom(...rules.grades.order, 'G99', 'Z1');
    const grades = fc.array(grade, { maxLength: 3 });
    return fc.record({ rules: fc.constant(rules), notice: grades, target: grades });
  });
  fc.assert(
    fc.property(anyCase, ({ rules, notice, target }) => {
      const given = compareSimilarPost(rules, { notice, target, on: ON });
      const turned = compareSimilarPost(rules, { notice: notice.toReversed(), target: target.toReversed(), on: ON });
      expect(turned).toEqual(given);
    }),
  );
  const twins = { notice: ['G12', 'G10'], target: ['G11'], on: ON };
  expect(compareSimilarPost(NORTHERN_RIVERS, twins).outcome).toBe('higher');
});

test('of three grades, a person decides', () => {
  const answer = compareSimilarPost(NORTHERN_RIVERS, { notice: ['G10', 'G11', 'G12'], target: ['G10'], on: ON });

  expect(answer).toMatchObject({ outcome: 'for-a-person', doubts: ['too-many-grades'] });
  expect(explainSimilarPost(answer).en[0]?.sentence).toContain('one grade, or two as a twin grade');
});

test.each([
  ['a higher grade', NORTHERN_RIVERS, { notice: ['G10'], target: ['G12'] }, 'it is not offered.'],
  ['a lower one where the same is asked', RIVERS_COMMISSION, { notice: ['AD8'], target: ['AD7'] }, 'grade is offered.'],
] as const)('%s is not offered, and nothing is said of checking its requirements', (...[, rules, grades, end]) => {
  const told = explainSimilarPost(compareSimilarPost(rules, { ...grades, on: ON }));

  expect(told.en[0]?.sentence.endsWith(end)).toBe(true);
  expect(told.fr[0]?.sentence).toMatch(/proposé\.$/);
});

test('what may be offered is checked again by a person', () => {
  const told = explainSimilarPost(compareSimilarPost(NORTHERN_RIVERS, { notice: ['G12'], target: ['G12'], on: ON }));

  expect(told.en[0]?.sentence).toMatch(/A person checks again whether each requirement/);
});
