import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readNotice } from '../import/read-notice.ts';
import { explainDoubt } from '../notice-texts.ts';
import { loadVocabulary } from '../vocabulary.ts';

const vocabulary = loadVocabulary('organisations/northern-rivers');
const FOLDER = 'src/notices/golden';
const names = readdirSync(FOLDER).filter((name) => statSync(join(FOLDER, name)).isDirectory());

/**
 * Each folder holds a notice of our own and what we accept from it. Where a reading changes on purpose, the new one is
 * printed with `bin/concours read notice.txt` and `… --doubts`, and its difference is for a person to accept.
 */
describe.each(names)('golden notice %s', (name) => {
  const contentOf = (file: string) => readFileSync(join(FOLDER, name, file), 'utf8');
  const read = readNotice(contentOf('notice.txt'), vocabulary);

  test('is read as accepted', () => {
    expect(read.ok && read.value.record).toEqual(JSON.parse(contentOf('record.json')));
  });

  test('raises the doubts accepted, no more and no fewer', () => {
    const doubts = read.ok ? read.value.doubts : [];
    const printed = doubts.map((doubt) => `notice.txt:${doubt.lines.from}: doubt: ${explainDoubt(doubt).en}\n`);

    expect(printed.join('')).toBe(contentOf('doubts.txt'));
  });

  test('has every file it needs', () => {
    expect(['notice.txt', 'record.json', 'doubts.txt'].filter((file) => !existsSync(join(FOLDER, name, file)))).toEqual([]);
  });
});
