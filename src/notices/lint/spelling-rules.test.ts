import { describe, expect, test } from 'vitest';
import { isNear } from './spelling-rules.ts';
import { findingsOf, inBoth, linesIn, printed, told } from './lint-testing.ts';

const desirable = (en: string, fr: string) => ({ desirable: inBoth([en], [fr]) });
const english = (en: string) => desirable(en, 'la connaissance des règles de navigation');
const french = (fr: string) => desirable('knowledge of the rules of navigation', fr);

describe('a French accent in an English word', () => {
  test('is an error with its fix, on the line of the word', () => {
    const text = printed(english('knowledge of the Staff Régulations of the river'));
    const [finding, ...others] = findingsOf('language/english-accent', text);

    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', fix: { from: 'Régulations', to: 'Regulations' } });
    expect(finding && linesIn(text, finding)).toEqual({ en: '- knowledge of the Staff Régulations of the river' });
  });

  test('stands on the line that the word is printed on, of several', () => {
    const text = printed(english(`${'knowledge of the rules of the river, '.repeat(3)}and the Staff Régulations`), {
      width: 60,
    });
    const [finding] = findingsOf('language/english-accent', text);

    expect(finding && linesIn(text, finding).en).toContain('Régulations');
  });

  test.each([
    ['words that English writes so', 'a résumé, a communiqué and the protégé of a chargé d’affaires'],
    ['a diaeresis', 'a naïve coöperation with the towns'],
    ['names', 'work in Genève, Québec, Montréal or Düsseldorf'],
    ['an English word that is not one without its accents', 'work with the démarche of the towns'],
    ['a French name', 'work with the Direction générale of the towns'],
  ])('is not told of %s', (_, en) => {
    expect(told('language/english-accent', english(en))).toEqual([]);
  });

  test('is not told of a name that French has too', () => {
    expect(
      told('language/english-accent', desirable('work on the Régulation', 'travailler sur la Régulation')),
    ).toEqual([]);
  });
});

describe('a French capital without its accent', () => {
  test('is a warning with its fix', () => {
    const text = printed(french('réussir à l’Epreuve de navigation'));
    const [finding] = findingsOf('language/capital-accent', text);

    expect(finding).toMatchObject({ severity: 'warning', fix: { from: 'Epreuve', to: 'Épreuve' } });
    expect(finding && linesIn(text, finding)).toEqual({ fr: '- réussir à l’Epreuve de navigation' });
  });

  test.each([
    ['words that have none', 'connaître l’Europe, Amsterdam et Evere'],
    ['headings in capitals', 'connaître les ETATS DE LA RIVIERE'],
    ['an English name', 'connaître le Program Evaluation de la Commission'],
  ])('is not told of %s', (_, fr) => {
    expect(told('language/capital-accent', french(fr))).toEqual([]);
  });
});

describe('a word of no dictionary', () => {
  test('is a note with what is near it, once', () => {
    const text = printed(english('knowledge of navigaton and navigaton again'));

    expect(findingsOf('language/spelling', text)).toMatchObject([
      { severity: 'info', message: { en: expect.stringContaining('“navigation”') } },
    ]);
  });

  test.each([
    ['British and American endings', english('organise and organize the locks')],
    ['compounds', english('river-bank work and flood-proof gates')],
    ['names', english('knowledge of Hydronetz and SharePoint')],
    ['addresses', english('see www.rivrs.example or write to gauges@rivrs.example')],
    ['words of English in French', french('connaître le cloud et le reporting')],
    ['elisions', french('l’aménagement d’aujourd’hui qu’on connaît')],
    ['words near to none', english('knowledge of qwrtzplk')],
  ])('is not told of %s', (_, changes) => {
    expect(told('language/spelling', changes)).toEqual([]);
  });
});

test.each([
  ['tasker', 'taskers', true],
  ['taht', 'that', true],
  ['form', 'from', true],
  ['river', 'rider', true],
  ['river', 'ri ver', false],
  ['river', 'rivalry', false],
])('one letter apart: %s and %s, %s', (word, other, near) => {
  expect(isNear(word, other)).toBe(near);
});
