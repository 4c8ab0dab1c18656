import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../journey/browser-testing.ts';
import { readNotice } from '../import/read-notice.ts';
import type { NoticeRecord } from '../notice.ts';
import { loadVocabulary, type Vocabulary } from '../vocabulary.ts';
import { asDocx, asHtml, asPdf, piecesOf } from './laid-out-testing.ts';
import { readDocument } from './read-document.ts';

/** What no layout keeps: Markdown, and whether a space follows the hyphen at which a line was broken. */
const plain = (record: NoticeRecord): unknown =>
  JSON.parse(JSON.stringify(record), (_, part: unknown) =>
    typeof part === 'string'
      ? part
          .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
          .replace(/<(https?:[^>]*)>/g, '$1')
          .replace(/\*+/g, '')
          .replace(/\s+/g, ' ')
          .replace(/(\p{L}[-/]) (?=\p{L})/gu, '$1')
          .trim()
      : part,
  );

function recordOf(text: string, vocabulary: Vocabulary): unknown {
  const read = readNotice(text, vocabulary);
  if (!read.ok) throw new Error(`no notice: ${read.refusal.kind}`);
  return plain(read.value.record);
}

async function recordIn(document: Uint8Array, vocabulary: Vocabulary): Promise<unknown> {
  const made = await readDocument(document);
  if (!made.ok) throw new Error(`refused: ${made.refusal.kind}`);
  return recordOf(made.value.text, vocabulary);
}

describe('a golden notice', () => {
  const folder = 'src/notices/golden/export';
  const vocabulary = loadVocabulary('organisations/northern-rivers');
  const accepted = JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8')) as NoticeRecord;

  test.each(['chromium-tagged.pdf', 'chromium-untagged.pdf', 'notice.docx', 'notice.html'])(
    'has the same record as %s',
    async (name) => {
      expect(await recordIn(readFileSync(join(folder, name)), vocabulary)).toEqual(plain(accepted));
    },
  );
});

/** Real notices: beside the checkout, where they are at hand; not ours to copy. */
const REAL = '../shared/notices';

describe.skipIf(!existsSync(REAL))('a real notice', () => {
  const vocabulary = loadVocabulary('organisations/nato-is');
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each(['241600', '250604', '251918'])(
    'has the same record as text, PDF, Word and page: %s',
    async (reference) => {
      const text = readFileSync(join(REAL, `${reference}.txt`), 'utf8');
      const pieces = piecesOf(text, vocabulary);
      const html = asHtml(pieces, vocabulary);
      const documents = {
        html: Buffer.from(html),
        docx: await asDocx(pieces, vocabulary),
        tagged: await asPdf(browser, html, { tagged: true }),
        untagged: await asPdf(browser, html, { tagged: false }),
      };
      const expected = recordOf(text, vocabulary);

      for (const [name, document] of Object.entries(documents))
        expect({ name, record: await recordIn(document, vocabulary) }).toEqual({ name, record: expected });
    },
  );
});
