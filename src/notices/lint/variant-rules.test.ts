import { describe, expect, test } from 'vitest';
import { findingsOf, inBoth, linesIn, printed, told } from './lint-testing.ts';

const french = 'La Section surveille les rivières.';
const summary = (...en: readonly string[]) => ({
  summary: inBoth(
    en,
    en.map(() => french),
  ),
});

describe('-ise and -ize', () => {
  test('in one notice are a note on the rarer, with its fix', () => {
    const text = printed(summary('They organise and recognise the work.', 'They analyze the rivers.'));
    const [finding, ...others] = findingsOf('language/ise-ize', text);

    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'info', fix: { from: 'analyze', to: 'analyse' } });
    expect(finding && linesIn(text, finding)).toEqual({ en: 'They analyze the rivers.' });
  });

  test('the rarer may be -ise', () => {
    expect(told('language/ise-ize', summary('They organize and recognize it.', 'They summarise it.'))).toMatchObject([
      { fix: { from: 'summarise', to: 'summarize' } },
    ]);
  });

  test.each([
    ['one style', summary('They organise and recognise the work.')],
    ['the other', summary('They organize and recognize the work.')],
    ['words with an s in any English', summary('They organize, advise, supervise and revise with expertise.')],
    ['words with a z in any English', summary('They organise work of any size and seize the prize.')],
  ])('is not told of %s', (_, changes) => {
    expect(told('language/ise-ize', changes)).toEqual([]);
  });
});

describe('two spellings of one word', () => {
  test.each([
    ['sub-ordinate', ['The sub-ordinate gauges.', 'The subordinate gauges.']],
    ['program', ['The programme of the rivers and its programmes.', 'The program of the locks.']],
  ])('are a note: “%s”', (word, texts) => {
    const text = printed(summary(...texts));
    const [finding] = findingsOf('language/variants', text);

    expect(finding).toMatchObject({ severity: 'info', message: { en: expect.stringContaining(`“${word}”`) } });
    expect(finding && linesIn(text, finding).en).toContain(word);
  });

  test('are not told of one spelling, singular and plural', () => {
    expect(told('language/variants', summary('The programme of the rivers.', 'The programmes of the locks.'))).toEqual(
      [],
    );
  });
});
