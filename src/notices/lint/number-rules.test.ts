import { describe, expect, test } from 'vitest';
import { inBoth, linesIn, otherText, printed, told, findingsOf } from './lint-testing.ts';

const desirable = (en: string, fr: string) => ({ desirable: inBoth([en], [fr]) });

describe('numbers that differ', () => {
  test('are an error on both items, with the numbers of each', () => {
    const text = printed(desirable('have read 12 gauges on the Meuse', 'avoir lu 15 échelles sur la Meuse'));
    const [finding] = findingsOf('parity/numbers', text);

    expect(finding).toMatchObject({
      severity: 'error',
      message: { en: 'The numbers differ: 12 in English, 15 in French.' },
    });
    expect(finding && linesIn(text, finding)).toEqual({
      en: '- have read 12 gauges on the Meuse',
      fr: '- avoir lu 15 échelles sur la Meuse',
    });
  });

  test.each([
    ['figures against words', 'have 5 years of experience on rivers', 'avoir quatre ans d’expérience des rivières'],
    ['words against words', 'have ten years of experience on rivers', 'avoir neuf ans d’expérience des rivières'],
    ['a number that is dropped', 'submit at most 2 pages on rivers', 'présenter un texte sur les rivières'],
    ['one of several', 'know rules 12, 14 and 18 of the river', 'connaître les règles 12, 14 et 19 de la rivière'],
  ])('are told: %s', (_, en, fr) => {
    expect(told('parity/numbers', desirable(en, fr))).toHaveLength(1);
  });

  test('are told in the contract and the summary too', () => {
    const contract = inBoth(['The lock is kept for 7 years.'], ['L’écluse est gardée pendant huit ans.']);

    expect(told('parity/numbers', otherText({ contract }))).toHaveLength(1);
  });
});

describe('numbers that are the same in another form', () => {
  test.each([
    ['figures and words', 'have 3 years on the river', 'avoir trois ans sur la rivière'],
    ['long numbers', 'warn 25,000 people by the river', 'avertir 25 000 personnes près de la rivière'],
    ['decimals', 'measure to 0.50 of a metre', 'mesurer à 0,5 mètre près'],
    ['compounds', 'hold a permit for 97 weeks', 'avoir un permis de quatre-vingt-dix-sept semaines'],
    ['months and years', 'have 24 months on the river', 'avoir deux ans sur la rivière'],
    ['dates', 'begin on 1 April with the boats', 'commencer le 1er avril avec les bateaux'],
    ['clocks', 'start the watch at 5 p.m. on the lock', 'prendre la garde à 17 heures à l’écluse'],
    ['adjectives', 'write a six-month report on the river', 'écrire un rapport semestriel sur la rivière'],
    ['cycles', 'know the four-year cycle of the floods', 'connaître le cycle quadriennal des crues'],
    ['centuries', 'know the floods of the 21st century', 'connaître les crues du XXIe siècle'],
    ['scales', 'manage 2.5 million euros for the river', 'gérer 2 500 000 euros pour la rivière'],
    ['decades', 'know the floods of the 1980s', 'connaître les crues des années 1980'],
  ])('are not told: %s', (_, en, fr) => {
    expect(told('parity/numbers', desirable(en, fr))).toEqual([]);
  });

  test('are not told where the items stand in another order', () => {
    const lists = inBoth(
      ['have read the 12 gauges of the lower Meuse', 'hold permit 44 for navigation on canals'],
      ['avoir un permis de navigation (no 44) sur les canaux', 'connaître les 12 échelles de la basse Meuse'],
    );

    expect(told('parity/numbers', { desirable: lists })).toEqual([]);
  });

  test('are not told where the paragraphs are parted otherwise', () => {
    const summary = inBoth(
      ['The Section watches 12 rivers.', 'It has 40 gauges. Its staff travels by boat.'],
      ['La Section surveille 12 rivières. Elle a 40 échelles.', 'Son personnel se déplace en bateau.'],
    );

    expect(told('parity/numbers', { summary })).toEqual([]);
  });

  test('are told of two items that exchange their numbers alone', () => {
    const lists = inBoth(
      ['have 3 years of experience in navigation', 'have 5 years of experience in hydrology'],
      ['avoir cinq ans d’expérience en navigation', 'avoir trois ans d’expérience en hydrologie'],
    );

    expect(told('parity/numbers', { desirable: lists })).toHaveLength(2);
  });
});
