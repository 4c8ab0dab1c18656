import { assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../platform/language.ts';
import { membersOn } from '../eligibility/eligibility.ts';
import { COUNTRY_CODES } from '../organisation/countries.ts';
import { editedFolder, lineOf, problemsIn } from '../organisation/organisation-testing.ts';
import { ORGANISATIONS } from '../regulations-testing.ts';
import { calledIn, kindOf, namesIn, speaksOfDegree, uncheckedIn } from './education.ts';
import { kindsTold } from './which-kind.tsx';

describe.each(ORGANISATIONS)('the help of $id', (organisation) => {
  const { education } = organisation;

  test('has names for the degrees of every member nation', () => {
    const without = membersOn(organisation, '2026-11-27').filter((country) => !namesIn(education, country));

    expect(without).toEqual([]);
  });

  test('tells the end of school, both cycles and the doctorate for each group of countries', () => {
    for (const { degrees } of education.countries) {
      const kinds = new Set(degrees.flatMap((degree) => degree.kinds));
      expect(['secondary', 'bachelor', 'master', 'doctorate'].filter((kind) => !kinds.has(kind))).toEqual([]);
    }
  });

  test('stands from the highest level to the lowest', () => {
    const levels = education.kinds.map(({ isced }) => Math.max(...isced.map(Number)));

    expect(levels.slice(0, 4)).toEqual([8, 7, 6, 5]);
  });

  test('never says more of any country than “usually”, in words of the reader’s language', () => {
    assert(
      property(constantFrom(...COUNTRY_CODES), constantFrom(...LANGUAGES), (country, language) => {
        for (const degree of namesIn(education, country)?.degrees ?? []) {
          expect(calledIn(degree).every(({ name }) => name !== '')).toBe(true);
          expect(kindsTold(degree, education, language)).not.toBe('');
          expect(degree.kinds.every((code) => kindOf(education, code) !== undefined)).toBe(true);
        }
      }),
    );
  });

  test('says of each name that no page confirmed which language it is in', () => {
    for (const { degrees } of education.countries) {
      for (const degree of degrees) {
        expect(uncheckedIn(degree).map(({ name }) => name)).toEqual(degree.unchecked);
      }
    }
  });

  test('sees a requirement that speaks of a degree, and no other, whatever its accents', () => {
    const asks = ['have a good general education at least to higher secondary level', 'possess a university degree'];
    const fr = ['avoir une bonne instruction générale, au moins du niveau secondaire supérieur', 'UN DIPLOME'];

    expect(asks.every((en) => speaksOfDegree({ en }, education))).toBe(true);
    expect(fr.every((words) => speaksOfDegree({ fr: words }, education))).toBe(true);
    expect(speaksOfDegree({ en: 'have 3 years of experience in logistics' }, education)).toBe(false);
    expect(speaksOfDegree({}, education)).toBe(false);
  });
});

test('a name said to be not yet checked stands among the names, else its line is told', () => {
  const to = 'unchecked: [Lehrling]';
  const folder = editedFolder([{ file: 'education.yaml', from: 'unchecked: [Lehre]', to }]);

  expect(problemsIn(folder)).toEqual([
    `education.yaml:${lineOf(folder, 'education.yaml', to)}: countries, entry 1, degrees, entry 2, unchecked, entry 1: No such name above`,
  ]);
});
