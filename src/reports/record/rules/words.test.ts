import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsHash } from '../../../people/held-words.ts';
import { csvLine } from '../../../platform/csv.ts';
import { readCsv } from '../format/read-csv.ts';
import { wordsOfRow } from './words.ts';

const NONCE = '7a0c4d2e-54c3-4b43-9c0e-0f5d6c1b2a39';
/** Words as a file gives them back. */
async function throughFile(words: Record<string, string>): Promise<Record<string, string>> {
  const text = csvLine(Object.keys(words)) + csvLine(Object.values(words));
  const chunks = (async function* chunks() {
    yield Buffer.from(text);
  })();
  for await (const { cells } of readCsv(chunks)) return { ...cells };
  throw new Error('no row');
}
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.tuple(fc.constantFrom('=', "'=", "''=", '+', "'-", ' @', "' @", "'"), fc.string()).map((parts) => parts.join('')),
);

test('whatever people write in several places of a row, its event holds it as the file gives it back', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, text, async (words, lateReason, answer) => {
      const written = { words, lateReason, answer };

      const read = wordsOfRow('review-request', await throughFile(written), NONCE);

      expect(read).toContain(wordsHash('review-request', written, NONCE));
    }),
  );
});

test('words that are other by more than such an apostrophe are not held', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, async (words, other) => {
      fc.pre(words.replace(/^'/, '') !== other.replace(/^'/, '') && words.toWellFormed() !== other.toWellFormed());

      const read = wordsOfRow('review-request', await throughFile({ words }), NONCE);

      expect(read).not.toContain(wordsHash('review-request', { words: other }, NONCE));
    }),
  );
});
