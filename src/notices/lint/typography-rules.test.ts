import { describe, expect, test } from 'vitest';
import { edited, findingsOf, inBoth, linesIn, printed, told } from './lint-testing.ts';

const summary = (en: string, fr: string) => ({ summary: inBoth([en], [fr]) });
const english = (en: string) => summary(en, 'La Section surveille les rivières.');
const french = (fr: string) => summary('The Section watches the rivers.', fr);

describe('spaces and quotation marks in French', () => {
  test.each([
    ['a mark without its space', 'La Section surveille les rivières: la Meuse et le Rhin.', '“:”'],
    ['a mark without a space after it', 'La Section surveille deux rivières :la Meuse et le Rhin.', 'after “:”'],
    ['an opening quotation mark', 'La Section surveille «la Meuse » en été.', '“«”'],
    ['English quotation marks', 'La Section surveille “la Meuse” en été.', 'English quotation marks'],
  ])('a note on the line: %s', (_, fr, says) => {
    const text = printed(french(fr));
    const [finding, ...others] = findingsOf('language/french-spacing', text);

    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'info', message: { en: expect.stringContaining(says) } });
    expect(finding && linesIn(text, finding)).toEqual({ fr });
  });

  test.each([
    ['ordinary spaces', 'La Section surveille deux rivières : la Meuse ; le Rhin.'],
    ['no-break spaces', 'La Section surveille deux rivières\u00A0: «\u00A0la Meuse\u00A0» et le Rhin.'],
    ['clocks and ratios', 'La Section surveille les rivières de 08:30 à 17:00 à 1:25 000.'],
    ['addresses', 'La Section publie sur https://rivers.example/fr: la carte y est.'],
  ])('no finding: %s', (_, fr) => {
    expect(told('language/french-spacing', french(fr))).toEqual([]);
  });

  test('a mark alone at the start of a line is told with the line before it', () => {
    const text = edited(printed(), 'La personne titulaire du poste doit :', 'La personne titulaire du poste doit\n:');
    const [finding] = findingsOf('language/french-spacing', text);

    expect(finding && linesIn(text, finding)).toEqual({ fr: 'La personne titulaire du poste doit\n:' });
  });

  test('English rules are no rules of French', () => {
    expect(
      told('language/french-spacing', english('The Section watches two rivers: the “Meuse” and the Rhine.')),
    ).toEqual([]);
  });
});

describe('spaces in English', () => {
  test.each([
    ['before a full stop', 'The Section watches the rivers .'],
    ['before a bracket', 'The Section watches the rivers (the Meuse ) in summer.'],
    ['before a colon', 'The Section watches two rivers : the Meuse and the Rhine.'],
  ])('a note: %s', (_, en) => {
    const text = printed(english(en));
    const [finding] = findingsOf('language/english-spacing', text);

    expect(finding).toMatchObject({ severity: 'info' });
    expect(finding && linesIn(text, finding)).toEqual({ en });
  });

  test.each([
    ['marks at their words', 'The Section (of five) watches: the Meuse, the Rhine; and others!'],
    ['names with a full stop', 'The Section writes in .NET and .txt for the rivers.'],
  ])('no finding: %s', (_, en) => {
    expect(told('language/english-spacing', english(en))).toEqual([]);
  });
});

describe('apostrophes', () => {
  test('of both kinds in one language are one note, where the rarer first stands', () => {
    const text = printed(summary('It is the Section’s river.', "L'eau de l’île et d’une rive à l’autre."));
    const [finding, ...others] = findingsOf('language/apostrophes', text);

    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'info' });
    expect(finding && linesIn(text, finding).fr).toContain("L'eau");
  });

  test('of one kind in each language are no finding', () => {
    expect(told('language/apostrophes', english("It is the Section's river."))).toEqual([]);
  });
});
