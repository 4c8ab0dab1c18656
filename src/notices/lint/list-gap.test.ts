import { describe, expect, test } from 'vitest';
import { findingsOf, inBoth, linesIn, printed } from './lint-testing.ts';

const EN = [
  'experience of the maintenance of locks and weirs',
  'knowledge of European law on navigation',
  'a diploma in hydraulic engineering',
  'work in a laboratory on sediments, for 2 years or more',
];
const FR = [
  'une expérience de l’entretien des écluses et des barrages',
  'la connaissance du droit européen de la navigation',
  'un diplôme d’ingénierie hydraulique',
  'un travail de laboratoire sur les sédiments, pendant deux ans au moins',
];

describe('a list that is one item longer than its counterpart', () => {
  test.each([0, 1, 2, 3])('points at item %i where French lacks it', (place) => {
    const text = printed({ desirable: inBoth(EN, FR.toSpliced(place, 1)) });
    const [finding] = findingsOf('parity/list-length', text);

    expect(finding && linesIn(text, finding).en).toBe(`- ${EN[place]}`);
  });

  test.each([0, 1, 2, 3])('points at item %i where English lacks it', (place) => {
    const text = printed({ desirable: inBoth(EN.toSpliced(place, 1), FR) });
    const [finding] = findingsOf('parity/list-length', text);

    expect(finding && linesIn(text, finding).fr).toBe(`- ${FR[place]}`);
  });
});

test('lists that differ by more than one item are shown whole', () => {
  const text = printed({ desirable: inBoth(EN, FR.slice(2)) });
  const [finding] = findingsOf('parity/list-length', text);

  expect(finding && linesIn(text, finding).en).toBe(EN.map((item) => `- ${item}`).join('\n'));
});
