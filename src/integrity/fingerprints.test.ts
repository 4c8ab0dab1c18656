import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fingerprintsOf,
  fold,
  GRAM_WORDS,
  gramsOf,
  hashesIn,
  ownHashes,
  passagesShown,
  passagesWith,
  sharedPassages,
  WINDOW_GRAMS,
} from './fingerprints.ts';
import { textOf } from './passage.ts';

const NOTHING = new Set<number>();
const word = fc.stringMatching(/^[a-zà-öø-ÿœ]{3,9}$/);
const run = (length: number) => fc.array(word, { minLength: length, maxLength: length + 20 });
/** So many words in a row and one fingerprint is shared: what winnowing promises. */
const PROMISED = GRAM_WORDS + WINDOW_GRAMS - 1;

describe('fingerprints', () => {
  test('of two texts that share seven words in a row have one in common, wherever these stand', () => {
    fc.assert(
      fc.property(run(PROMISED), run(0), fc.tuple(run(0), run(0)), (copied, before, [after, other]) => {
        const mine = [...before, ...copied, ...after].join(' ');
        const theirs = [...other, ...copied].join(' ');

        const shared = ownHashes(mine, NOTHING).filter((hash) => ownHashes(theirs, NOTHING).includes(hash));
        expect(shared.length).toBeGreaterThan(0);
      }),
    );
  });

  test('say where they stand: what is there, folded, makes the same fingerprint', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), run(5), (noise, words) => {
        const text = `${noise} ${words.join(', ')}`;

        for (const gram of fingerprintsOf(text))
          expect(gramsOf(textOf(text, gram)).map(({ hash }) => hash)).toEqual([gram.hash]);
      }),
    );
  });

  test('of a text of at most seven words are one at the most; of less than four, none', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: PROMISED }), (words) => {
        expect(fingerprintsOf(words.join(' ')).length).toBe(words.length < GRAM_WORDS ? 0 : 1);
      }),
    );
  });

  test.each([
    ['case', 'I LED the Gauging campaign', 'i led the gauging campaign'],
    ['accents', 'Les élèves ont mesuré l’été', 'Les eleves ont mesure l’ete'],
    ['the apostrophe', 'L’intérêt d’une équipe unie', "L'intérêt d'une équipe unie"],
    ['ligatures', 'Au cœur de cette œuvre', 'Au coeur de cette oeuvre'],
    ['a word broken at the end of a line', 'my moti-\nvation for this post', 'my motivation for this post'],
    ['characters without width', 'my moti\u200bva\u00adtion for this post', 'my motivation for this post'],
    ['punctuation and lines', 'first, second;\nthird — fourth', 'first second third fourth'],
    ['full-width letters', 'ｍｙ work in this field', 'my work in this field'],
  ])('do not see %s', (_, one, other) => {
    expect(ownHashes(one, NOTHING)).toEqual(ownHashes(other, NOTHING));
    expect(ownHashes(one, NOTHING).length).toBeGreaterThan(0);
  });

  test('of words that another text has none of are not shared with it', () => {
    fc.assert(
      fc.property(run(8), (words) => {
        const other = words.map((each) => `${fold(each)}x`);

        const shared = ownHashes(words.join(' '), NOTHING).filter((hash) => hashesIn([other.join(' ')]).has(hash));
        expect(shared).toEqual([]);
      }),
    );
  });

  test('of what is quoted stand for nobody', () => {
    fc.assert(
      fc.property(run(8), run(8), (quoted, own) => {
        const hashes = ownHashes([...quoted, '.', ...own].join(' '), hashesIn([quoted.join(' ')]));

        expect(hashes.filter((hash) => hashesIn([quoted.join(' ')]).has(hash))).toEqual([]);
      }),
    );
  });
});

const MINE =
  'Dear Madam. For eleven years I led the gauging campaign on the upper Torne, with two boats and six people. I enjoy music.';
const THEIRS =
  'I was born far away. FOR ELEVEN YEARS I led the gauging campaign on the lower Torne, with two boats and six people! And more.';

/** Two texts with the fingerprints they share, but those of what is quoted. */
const pairOf = (mine: string, theirs: string, quoted: ReadonlySet<number> = NOTHING) => {
  const others = new Set(ownHashes(theirs, quoted));
  return { mine, theirs, shared: new Set(ownHashes(mine, quoted).filter((hash) => others.has(hash))) };
};

describe('what two letters share', () => {
  test('is shown passage beside passage, a changed word within it', () => {
    const [only, ...more] = sharedPassages(pairOf(MINE, THEIRS));

    expect(more).toEqual([]);
    expect(only && textOf(MINE, only.mine)).toBe(
      'For eleven years I led the gauging campaign on the upper Torne, with two boats and six people',
    );
    expect(only && textOf(THEIRS, only.theirs)).toBe(
      'FOR ELEVEN YEARS I led the gauging campaign on the lower Torne, with two boats and six people',
    );
  });

  test('is nothing where both took it from the notice', () => {
    const sentence = 'The holder led the gauging campaign on the upper Torne.';
    const texts = [`I know: ${sentence} Yes.`, `${sentence.toUpperCase()} I would like that.`] as const;

    expect(sharedPassages(pairOf(...texts, hashesIn([sentence])))).toEqual([]);
    expect(sharedPassages(pairOf(...texts))).toHaveLength(1);
  });

  test('lies within both texts, and every passage of one has one of the other', () => {
    fc.assert(
      fc.property(run(0), run(PROMISED), run(0), (before, both, after) => {
        const mine = [...before, ...both].join(' ');
        const theirs = [...both, ...after].join(' ');

        const shown = sharedPassages(pairOf(mine, theirs));
        expect(shown.length).toBeGreaterThan(0);
        for (const { mine: here, theirs: there } of shown) {
          expect(here.start >= 0 && here.end <= mine.length && here.start < here.end).toBe(true);
          expect(there.start >= 0 && there.end <= theirs.length && there.start < there.end).toBe(true);
        }
      }),
    );
  });

  test('is shown from so many fingerprints on, and so much of the shorter text', () => {
    const pair = pairOf(MINE, THEIRS);
    const rule = { sharedAtLeast: pair.shared.size, containmentPercent: 70 };

    expect(pair.shared.size).toBeGreaterThan(4);
    expect(passagesShown(pair, rule)).toHaveLength(1);
    expect(passagesShown(pair, { ...rule, sharedAtLeast: pair.shared.size + 1 })).toEqual([]);
    expect(passagesShown(pair, { ...rule, containmentPercent: 90 })).toEqual([]);
    expect(passagesShown(pairOf(MINE, THEIRS + ' and so on'.repeat(99)), rule)).toHaveLength(1);
  });

  test('in a text is found again by its hashes', () => {
    const [found] = passagesWith(MINE, hashesIn(['I led the gauging campaign on the upper Torne']));

    expect(found && textOf(MINE, found)).toBe('I led the gauging campaign on the upper Torne');
  });
});
