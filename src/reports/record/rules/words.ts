import { z } from 'zod';
import { wordsHash, type HeldKind, type Words } from '../../../people/held-words.ts';
import type { ToldEvent } from '../format/told-events.ts';

/** Stands in the place of a nonce where a record does not tell words yet, since what they are about is under way. */
export const WITHHELD = 'withheld';

/** How the words of a row are held: by the hash of one of these, by none since they are older, or not told yet; empty where it has none. */
export type WordsOfRow = readonly string[] | 'none' | typeof WITHHELD;

/** An apostrophe that stands before what a spreadsheet would take for a formula may have been put there as it was written. */
const PUT_BEFORE = /^'(?=\s*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20])/;

/** Words with each such apostrophe, and without: whoever wrote them may have put it there themselves. */
const readings = (words: Words): Words[] =>
  Object.entries(words).reduce<Words[]>(
    (found, [name, one]) =>
      typeof one === 'string' && PUT_BEFORE.test(one)
        ? found.flatMap((reading) => [reading, { ...reading, [name]: one.replace(PUT_BEFORE, '') }])
        : found,
    [words],
  );

/** The words of a row as its event must hold them. */
export function wordsOfRow(kind: HeldKind, words: Words, nonce = ''): WordsOfRow {
  if (nonce === WITHHELD) return WITHHELD;
  if (nonce === '') return 'none';
  return readings(words).map((one) => hashOf(kind, one, nonce));
}

/** What no JSON can say was never written by us. */
function hashOf(kind: HeldKind, words: Words, nonce: string): string {
  try {
    return wordsHash(kind, words, nonce);
  } catch {
    return 'no words';
  }
}

const HELD = z.object({ held: z.array(z.string()) });

/** The hashes of words that an event tells; none where it is older. */
export function heldIn({ details }: Pick<ToldEvent, 'details'>): readonly string[] {
  const read = HELD.safeParse(details);
  return read.success ? read.data.held : [];
}

/** Whether an event holds these words; what is older than the hashes agrees with an event without one alone. */
export function isHeldBy(words: WordsOfRow | undefined, event: ToldEvent): boolean {
  if (words === undefined || words === WITHHELD) return true;
  const held = heldIn(event);
  return words === 'none' || words.length === 0 ? held.length === 0 : held.some((one) => words.includes(one));
}

/** How many rows with words there are: held by their event, without a hash since they are older, not told yet. */
export type WordsCount = { held: number; unheld: number; withheld: number };

/** Adds the words of one more row to a count. */
export function countWords(count: WordsCount, words: WordsOfRow | undefined): void {
  if (words === WITHHELD) count.withheld += 1;
  else if (words === 'none') count.unheld += 1;
  else if (words !== undefined) count.held += 1;
}
