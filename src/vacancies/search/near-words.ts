/** How many slips of the finger may stand between a word and what was meant. */
export const slipsAllowed = (word: string): number => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);

/** The words that may have been meant, the nearest first; a word of the same beginning before another. */
export function nearest(word: string, known: readonly string[]): string[] {
  const most = slipsAllowed(word);
  return known
    .map((each) => ({ each, slips: slipsBetween(word, each), begins: each[0] === word[0] ? 0 : 1 }))
    .filter(({ slips }) => slips > 0 && slips <= most)
    .toSorted((a, b) => a.slips - b.slips || a.begins - b.begins || (a.each < b.each ? -1 : 1))
    .map(({ each }) => each);
}

/** Letters put in, left out, replaced, or changed for their neighbour, to make one word of the other. */
export function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : Infinity;
      next.push(Math.min(replaced, at(row, j) + 1, at(next, j - 1) + 1, swapped));
    }
    [before, row] = [row, next];
  }
  return at(row, b.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;
