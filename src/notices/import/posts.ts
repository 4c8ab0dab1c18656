import type { PostGroup } from '../notice.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { GRADE, gradesIn, type Value } from './header-values.ts';
import { contains, phrasesAt } from './phrases.ts';
import { wordsOf } from './words.ts';

/** What parts the groups of a value: “two G17 and one G15/17”, “3 posts: …”, “G22 (2 posts)”. */
const BETWEEN = /\s*(?:[;,:+&()]|(?<!\p{L})(?:and|et)(?!\p{L}))\s*/iu;

type Part = { readonly count: number | undefined; readonly grades: readonly string[]; readonly saysPosts: boolean };

/**
 * The posts that a grade line counts, by group of equal grades; `undefined` where it counts none or one. Unsure where
 * the groups don't add up to the total, or one has no number.
 */
export function readPosts(text: string, vocabulary: Vocabulary): Value<PostGroup[]> | undefined {
  const parts = text.split(BETWEEN).map((part) => partOf(part, vocabulary));
  const groups = parts.filter(({ grades }) => grades.length > 0);
  const total = parts.find(
    ({ grades, saysPosts, count }) => grades.length === 0 && saysPosts && count !== undefined,
  )?.count;
  const [only, second] = groups;
  if (!only) return undefined;
  if (!second) {
    const count = only.count ?? total;
    return count !== undefined && count > 1 ? { value: [{ count, grades: only.grades }], sure: true } : undefined;
  }
  if (groups.every(({ count }) => count === undefined)) return undefined;
  const value = groups.flatMap(({ count, grades }) => (count === undefined ? [] : [{ count, grades }]));
  const sum = value.reduce((all, { count }) => all + count, 0);
  return { value, sure: value.length === groups.length && (total === undefined || total === sum) };
}

function partOf(text: string, vocabulary: Vocabulary): Part {
  const rest = text.replaceAll(GRADE, ' ').replaceAll(/\/\s?\d+/g, ' ');
  const words = wordsOf(rest);
  return {
    count: countIn(rest, vocabulary),
    grades: gradesIn(text, vocabulary.grades).slice(0, 2),
    saysPosts: contains(vocabulary.postWords, words),
  };
}

/** The number in a text, in figures or as a word up to twelve. */
function countIn(text: string, { numbers }: Vocabulary): number | undefined {
  const figure = /(?<![\d.,])\d{1,2}(?![\d.,])/.exec(text)?.[0];
  if (figure !== undefined) return Number(figure) || undefined;
  return wordsOf(text)
    .all()
    .map(({ key }) => numbers.get(key))
    .find((number) => number !== undefined);
}

/** “Officer, Rivers, 3 posts”: how many posts a title announces, where it says so. */
export function postsInTitle(title: string, vocabulary: Vocabulary): number | undefined {
  const words = wordsOf(title);
  const at = words.all().findIndex((_, index) => index > 0 && phrasesAt(vocabulary.postWords, words, index).length > 0);
  const before = words.at(at - 1);
  if (at < 1 || !before) return undefined;
  const count = countIn(title.slice(before.start, before.end), vocabulary);
  return count !== undefined && count > 1 ? count : undefined;
}
