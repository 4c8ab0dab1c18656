import { describe, expect, test } from 'vitest';
import type { Language } from '../../platform/language.ts';
import { agreementOfLength, aligned, inOrder, isCrossed, type Pair } from './alignment.ts';
import type { Passage } from './passages.ts';

const passages = (language: Language, texts: readonly string[]) =>
  texts.map((text, place): Passage => ({ field: '', list: 'summary', language, place, text, lines: undefined }));
const placesOf = (pairs: readonly Pair[]) => pairs.map(({ en, fr }) => [en?.place, fr?.place]);

const EN = passages('en', [
  'The observatory publishes 40 hydrological bulletins.',
  'Candidates present a medical certificate before their appointment, and once a year after it.',
  'Transport by RNV is reimbursed.',
]);
const FR = passages('fr', [
  'L’observatoire publie 40 bulletins hydrologiques.',
  'Les candidates et candidats présentent un certificat médical avant leur nomination, puis une fois par an.',
  'Le transport par RNV est remboursé.',
]);

describe('passages in two languages', () => {
  test('of lists that say the same belong together in their order', () => {
    expect(placesOf(aligned(EN, FR))).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  test.each([0, 1, 2])('without number %i of the French, the English one stands alone', (gone) => {
    const alone = aligned(EN, FR.toSpliced(gone, 1)).filter(({ fr }) => !fr);

    expect(placesOf(alone)).toEqual([[gone, undefined]]);
  });

  test('of an empty list stand alone', () => {
    expect(placesOf(aligned(EN, []))).toEqual([
      [0, undefined],
      [1, undefined],
      [2, undefined],
    ]);
    expect(aligned([], [])).toEqual([]);
  });

  test('with something that speaks against a pair stand apart', () => {
    expect(placesOf(aligned(EN.slice(0, 1), FR.slice(0, 1), () => 2))).toHaveLength(2);
  });

  test('are crossed where each would rather answer the other’s counterpart', () => {
    const [first, second] = inOrder(EN.slice(0, 2), FR.slice(0, 2).toReversed());
    const pair = ({ en = EN[0], fr = FR[0] }: Pair) => ({ en, fr });

    expect(isCrossed(pair(first ?? {}), pair(second ?? {}))).toBe(true);
    expect(isCrossed({ en: EN[0], fr: FR[0] }, { en: EN[1], fr: FR[1] })).toBe(false);
  });
});

test('a text and its somewhat longer French agree in length', () => {
  expect(agreementOfLength(100, 117)).toBeCloseTo(1);
  expect(agreementOfLength(100, 50)).toBeLessThan(0.5);
});
