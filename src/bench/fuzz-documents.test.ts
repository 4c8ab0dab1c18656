import { expect, test } from 'vitest';
import { loadVocabulary } from '../notices/vocabulary.ts';
import { fuzzDocuments } from './fuzz-documents.ts';
import { mutated, randomFrom } from './mutations.ts';

test('no notice that was tampered with crashes its reader or runs into a limit', async () => {
  const vocabulary = loadVocabulary('organisations/northern-rivers');

  const report = await fuzzDocuments({ root: '.', vocabulary, seed: 20_261_127, files: 50 });

  expect(report.crashes).toEqual([]);
  expect(report.outcomes['took-too-long']).toBeUndefined();
  expect(report.outcomes['read']).toBeGreaterThan(10);
  expect(report.peakMiB).toBeLessThan(768);
});

test('the same seed makes the same file', () => {
  const make = (seed: number) =>
    mutated(Buffer.from('a notice of ours '.repeat(50)), randomFrom(seed), Buffer.from('x'));

  expect(make(7)).toEqual(make(7));
  expect(make(7)).not.toEqual(make(8));
});
