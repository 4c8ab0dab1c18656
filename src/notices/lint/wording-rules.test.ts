import { describe, expect, test } from 'vitest';
import { edited, findingsOf, inBoth, linesIn, printed, told } from './lint-testing.ts';

const summary = (en: string, fr: string) => ({ summary: inBoth([en], [fr]) });
const english = (en: string) => summary(en, 'La Section surveille les rivières.');
const french = (fr: string) => summary('The Section watches the rivers.', fr);

describe('a semicolon before a relative clause', () => {
  test('is a warning in French', () => {
    const text = printed(french('La Section tient un modèle ; qui prévoit les crues de la Meuse.'));
    const [finding] = findingsOf('language/relative-clause', text);

    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding && linesIn(text, finding).fr).toContain('; qui prévoit');
  });

  test('is a note in English', () => {
    expect(
      told('language/relative-clause', english('The Section keeps a model; which sees the floods.')),
    ).toMatchObject([{ severity: 'info' }]);
  });

  test.each([
    ['a comma', french('La Section tient un modèle, qui prévoit les crues.')],
    ['several clauses in a list', french('Un modèle ; qui voit les crues ; qui voit les étiages.')],
    ['a semicolon before another sentence', french('La Section tient un modèle ; elle prévoit les crues.')],
  ])('is not told of %s', (_, changes) => {
    expect(told('language/relative-clause', changes)).toEqual([]);
  });
});

describe('a word said twice', () => {
  test.each([
    ['in English', english('The Section watches the the rivers.'), 'the the'],
    ['in French', french('La Section surveille les les rivières.'), 'les les'],
  ])('is a warning with its fix: %s', (_, changes, from) => {
    expect(told('language/redundant', changes)).toMatchObject([{ severity: 'warning', fix: { from } }]);
  });

  test('is a note within one phrase', () => {
    const findings = told(
      'language/redundant',
      english('It has a definite duration contract of three years’ duration.'),
    );

    expect(findings).toMatchObject([{ severity: 'info' }]);
  });

  test.each([
    ['words that may follow themselves', english('The Section said that that river had had a flood.')],
    ['pronouns', french('Les villes que nous nous devons d’avertir.')],
    ['a causative', french('La Section peut faire faire des travaux.')],
    ['names', english('The Section watches Walla Walla.')],
    ['words across a mark', english('The Section watches rivers, rivers and towns.')],
  ])('is not told of %s', (_, changes) => {
    expect(told('language/redundant', changes)).toEqual([]);
  });
});

describe('the title', () => {
  const title = (en: string) => ({ title: { en, fr: 'Administratrice/Administrateur (prévision des crues)' } });

  test('with an article after its comma is a warning with its fix', () => {
    const [finding] = told('language/title-case', title('Officer, The Flood Unit'));

    expect(finding).toMatchObject({ severity: 'warning', fix: { from: ', The ', to: ', ' } });
  });

  test.each(['Officer, Flood Unit', 'The Officer of Floods', 'Officer of the Flood Unit'])(
    'is no finding: %s',
    (en) => {
      expect(told('language/title-case', title(en))).toEqual([]);
    },
  );
});

describe('numbers in one list', () => {
  const YEARS = ['have ten years of experience of rivers', 'have 5 years of experience of locks'];
  const FRENCH = ['avoir dix ans d’expérience des rivières', 'avoir cinq ans d’expérience des écluses'];

  test('in words and in figures are a note over both items', () => {
    const text = printed({ desirable: inBoth(YEARS, FRENCH) });
    const [finding, ...others] = findingsOf('language/number-style', text);

    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'info' });
    expect(finding && linesIn(text, finding)).toEqual({ en: `- ${YEARS.join('\n- ')}` });
  });

  test('in one style are no finding, whatever the other language does', () => {
    const figures = ['avoir 10 ans d’expérience des rivières', 'avoir 5 ans d’expérience des écluses'];

    expect(
      told('language/number-style', { desirable: inBoth(YEARS.slice(0, 1).concat('have five years'), figures) }),
    ).toEqual([]);
  });
});

describe('the word of the heading', () => {
  test('in another form under it is a note', () => {
    const text = edited(
      printed(),
      'The incumbent must demonstrate:',
      'The incumbent must demonstrate these competences:',
    );

    expect(findingsOf('language/variants', text)).toMatchObject([{ severity: 'info' }]);
  });

  test('is no finding as it is, or not at all', () => {
    const text = edited(
      printed(),
      'The incumbent must demonstrate:',
      'The incumbent must demonstrate these competencies:',
    );

    expect(findingsOf('language/variants', text)).toEqual([]);
    expect(told('language/variants')).toEqual([]);
  });
});
