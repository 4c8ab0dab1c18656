/**
 * `npm run fuzz [-- COUNT [SEED]]` reads so many mutated notices (10,000), as text, page, Word file and PDF, and prints what
 * they came to. Exit status 1 where one crashed its reader, ran into the limit of time or into that of memory.
 */
import { join } from 'node:path';
import { loadVocabulary } from '../notices/vocabulary.ts';
import { ROOT } from './bench-process.ts';
import { fuzzDocuments } from './fuzz-documents.ts';

const [count = '10000', chosen = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const seed = Number(chosen);
process.stdout.write(`seed ${seed}\n`);
const vocabulary = loadVocabulary(join(ROOT, 'organisations', 'northern-rivers'));
const report = await fuzzDocuments({ root: ROOT, vocabulary, seed, files: Number(count) });
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
process.exitCode = report.tooLong.length + report.crashes.length > 0 ? 1 : 0;
