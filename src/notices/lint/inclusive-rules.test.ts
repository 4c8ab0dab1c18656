import { describe, expect, test } from 'vitest';
import { findingsOf, inBoth, linesIn, printed, told } from './lint-testing.ts';

const RULE = 'language/inclusive';
const summary = (en: string, fr: readonly string[]) => ({ summary: inBoth([en, ...fr.slice(1)], fr) });
const french = (...fr: readonly string[]) => ({
  summary: inBoth(
    fr.map(() => 'The Section watches the rivers.'),
    fr,
  ),
});
const english = (en: string) => summary(en, ['La Section surveille les rivières.']);

describe('in French', () => {
  test('a doublet otherwise than the one before it is a note', () => {
    const text = printed(french('La/Le titulaire du poste mesure.', 'Le/La titulaire du poste écrit.'));
    const [finding] = findingsOf(RULE, text);

    expect(finding).toMatchObject({ severity: 'info' });
    expect(finding && linesIn(text, finding)).toEqual({ fr: 'Le/La titulaire du poste écrit.' });
  });

  test('a function in the masculine alone is a note', () => {
    expect(told(RULE, french('Elle fait rapport au secrétaire général de la Commission.'))).toMatchObject([
      { severity: 'info', message: { en: expect.stringContaining('“au secrétaire général”') } },
    ]);
  });

  test.each([
    ['one style of doublets', 'La/Le titulaire mesure. Elle/Il écrit.'],
    ['a doublet of a function', 'Elle relève de la directrice/le directeur.'],
    ['both named in words', 'C’est l’œuvre de la candidate ou du candidat, du candidat ou de la candidate.'],
    ['a feminine in brackets', 'Elle relève du secrétaire général(e).'],
    ['an epicene function', 'Elle relève de la/du chef de la Section.'],
  ])('no finding: %s', (_, fr) => {
    expect(told(RULE, french(fr))).toEqual([]);
  });
});

describe('in English', () => {
  test.each(['his/her', 'he or she', 's/he'])('“%s” is a note', (pair) => {
    expect(told(RULE, english(`The incumbent says what ${pair} towns need.`))).toMatchObject([{ severity: 'info' }]);
  });

  test.each(['their', 'her'])('“%s” is no finding', (pronoun) => {
    expect(told(RULE, english(`The incumbent says what ${pronoun} towns need.`))).toEqual([]);
  });
});
