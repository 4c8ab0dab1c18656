import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadVocabulary } from '../vocabulary.ts';
import { readNotice } from './read-notice.ts';

/** Real notices and what a careful person reads in them: beside the checkout, where they are at hand; not ours to copy. */
const FOLDER = '../shared/notices';
const present = existsSync(FOLDER);
const references = present
  ? readdirSync(join(FOLDER, 'expected')).map((name) => basename(name, '.json'))
  : ['(they are not at hand)'];

/** As a reader sees a text: one kind of quote, single spaces, no Markdown, no final mark. */
const plain = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*+/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?:; and|[;.,])$/, '')
    .trim();

const folded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, part: unknown) => (typeof part === 'string' ? plain(part) : part));

/** Where the paragraphs of a summary part cannot always be told from print. */
const withRunningSummary = ({ summary, ...rest }: Record<string, unknown>) => ({
  ...rest,
  summary: Object.fromEntries(
    Object.entries(summary as Record<string, string[]>).map(([language, texts]) => [language, texts.join(' ')]),
  ),
});

describe.skipIf(!present)('a real notice', () => {
  test.each(['nato-is', 'northern-rivers'])(
    'is read as a careful person reads it, by the words of %s',
    (organisation) => {
      const vocabulary = loadVocabulary(join('organisations', organisation));
      for (const reference of references) {
        const expected = JSON.parse(readFileSync(join(FOLDER, 'expected', `${reference}.json`), 'utf8')) as object;
        const read = readNotice(readFileSync(join(FOLDER, `${reference}.txt`), 'utf8'), vocabulary);

        const record = read.ok ? withRunningSummary(read.value.record) : {};
        expect(folded(record)).toMatchObject(folded(withRunningSummary({ ...expected })) as object);
      }
    },
  );

  test('raises the doubts a careful person has, and no others', () => {
    const vocabulary = loadVocabulary('organisations/nato-is');
    const doubts = references.flatMap((reference) => {
      const read = readNotice(readFileSync(join(FOLDER, `${reference}.txt`), 'utf8'), vocabulary);
      return read.ok
        ? read.value.doubts.map(({ kind, field, lines }) => `${reference}:${lines.from} ${kind} ${field}`)
        : [];
    });

    expect(doubts).toEqual([
      '241600:228 untranslated accountabilities.fr',
      '241600:262 untranslated closingDuty.fr',
      '250604:3 field-missing clearance',
      '251918:616 placeholder accountabilities',
      '251918:730 placeholder additional',
    ]);
  });
});
