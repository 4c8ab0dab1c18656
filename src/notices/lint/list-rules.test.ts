import { describe, expect, test } from 'vitest';
import { edited, findingsOf, inBoth, linesIn, otherText, printed } from './lint-testing.ts';

const RULE = 'language/list-punctuation';
const ITEMS = ['know the tide tables', 'know the ice tables', 'know the flood tables'];
const desirable = inBoth(ITEMS, ['connaître les marées', 'connaître les glaces', 'connaître les crues']);
const listed = (ends: readonly string[]) =>
  ITEMS.reduce((text, item, index) => edited(text, item, item + ends[index]), printed({ desirable }));

describe('the marks at the end of items', () => {
  test('one that differs from most is a note on its line', () => {
    const text = edited(listed([';', ';', '.']), 'know the ice tables;', 'know the ice tables.');
    const four = edited(text, '- know the tide tables;', '- know the locks;\n- know the tide tables;');
    const [finding, ...others] = findingsOf(RULE, four);

    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'info' });
    expect(finding && linesIn(four, finding)).toEqual({ en: '- know the ice tables.' });
  });

  test('one that is not there is told so', () => {
    const text = edited(
      listed([';', '', '.']),
      '- know the tide tables;',
      '- know the locks;\n- know the tide tables;',
    );

    expect(findingsOf(RULE, text)[0]?.message.en).toBe('This item has no final mark; the others end with “;”.');
  });

  test('a last item that ends as if another came is a note', () => {
    const text = listed([';', ';', ';']);
    const [finding] = findingsOf(RULE, text);

    expect(finding && linesIn(text, finding)).toEqual({ en: '- know the flood tables;' });
  });

  test.each([
    ['semicolons and a full stop', [';', ';', '.']],
    ['full stops', ['.', '.', '.']],
    ['no marks', ['', '', '']],
    ['a conjunction before the last', [';', '; and', '.']],
  ])('no finding: %s', (_, ends) => {
    expect(findingsOf(RULE, listed(ends))).toEqual([]);
  });
});

describe('the end of a paragraph', () => {
  const SENTENCE = 'The Commission welcomes applications from the nationals of all of its member nations';
  const ending = (end: string) =>
    printed(otherText({ additional: inBoth([SENTENCE + end], ['La Commission accueille les candidatures.']) }));

  test('without a full stop is a note on its last line', () => {
    const text = ending('');
    const [finding] = findingsOf('language/final-mark', text);

    expect(finding).toMatchObject({ severity: 'info' });
    expect(finding && linesIn(text, finding)).toEqual({ en: SENTENCE });
  });

  test.each(['.', '!', ':', '.”', ' (see the map).'])('with “%s” is no finding', (end) => {
    expect(findingsOf('language/final-mark', ending(end))).toEqual([]);
  });

  test('of a short line needs no full stop', () => {
    const text = printed(otherText({ additional: inBoth(['See the map of rivers'], ['Voir la carte']) }));

    expect(findingsOf('language/final-mark', text)).toEqual([]);
  });
});
