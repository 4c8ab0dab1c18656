import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradesOf, postsTotal, readPosts, typedPosts } from './posts.ts';

const anyGrade = fc.stringMatching(/^[A-Z][0-9]{1,2}(-[A-Z][0-9])?$/);
const anyGroup = fc.record({
  count: fc.integer({ min: 1, max: 9_999 }),
  grades: fc.array(anyGrade, { minLength: 1, maxLength: 2 }),
});

test('groups typed and read back are the same groups', () => {
  fc.assert(
    fc.property(fc.array(anyGroup, { maxLength: 6 }), (groups) => {
      expect(readPosts(typedPosts(groups))).toEqual(groups);
    }),
  );
});

test.each([
  ['2 × G17', [{ count: 2, grades: ['G17'] }]],
  [
    '2xG17\n\n 1 * G15 , G17 ',
    [
      { count: 2, grades: ['G17'] },
      { count: 1, grades: ['G15', 'G17'] },
    ],
  ],
  ['', []],
])('reads %j', (text, groups) => {
  expect(readPosts(text)).toEqual(groups);
});

test.each(['two G17', '2 G17', '0 × G17', '2 ×', '2 × G17, G15, G12', '2 × <b>', '2 × G17\n?', '12345 × G17'])(
  'does not read %j',
  (text) => {
    expect(readPosts(text)).toBeUndefined();
  },
);

test('a notice without groups announces one post, at its grades', () => {
  expect([postsTotal({}), gradesOf({ grades: ['G15', 'G17'] })]).toEqual([1, ['G15/G17']]);
  const posts = readPosts('2 × G17\n1 × G15, G17\n1 × G17') ?? [];
  expect([postsTotal({ posts }), gradesOf({ grades: [], posts })]).toEqual([4, ['G17', 'G15/G17']]);
});
