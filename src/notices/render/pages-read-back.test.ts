import { PDFDocument, PDFName } from 'pdf-lib';
import { afterAll, describe, expect, test } from 'vitest';
import { openTypst } from '../../platform/typst/typst.ts';
import { readDocument } from '../documents/read-document.ts';
import { exampleNotice } from '../notice-testing.ts';
import { renderNotice } from './render-notice.ts';
import { houseIn } from './round-trip-testing.ts';

const RIVERS = houseIn('.', 'northern-rivers');
const typst = openTypst();
afterAll(() => typst.close());

type Reading = 'by its tags' | 'without its tags';

/** What is read in the PDF of a notice with such paragraphs in its summary, a paragraph a line. */
async function linesOf(summary: readonly string[], reading: Reading): Promise<string[]> {
  const { bytes } = await renderNotice(exampleNotice({ summary: { en: summary, fr: ['Rien.'] } }), 'pdf', {
    ...RIVERS,
    typst,
  });
  const read = await readDocument(reading === 'by its tags' ? bytes : await withoutTags(bytes));
  if (!read.ok) throw new Error(`refused: ${read.refusal.kind}`);
  return read.value.text.split('\n').filter((line) => line !== '');
}

async function withoutTags(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const name of ['StructTreeRoot', 'MarkInfo']) document.catalog.delete(PDFName.of(name));
  for (const page of document.getPages()) page.node.delete(PDFName.of('StructParents'));
  return document.save();
}

/** Sentences of all lengths, so that one of them or another ends with the page. */
const sentences = (count: number, from: number) =>
  Array.from({ length: count }, (_, at) => `The gate ${'of the lock '.repeat((at * 7 + from) % 5)}is shut.`).join(' ');

describe.for<Reading>(['by its tags', 'without its tags'])('the PDF of a notice, read %s', (reading) => {
  test('has its paragraphs and items whole that a page end cuts, wherever that is', async () => {
    for (let from = 0; from < 5; from += 1) {
      const summary = [
        sentences(70, from),
        `• ${sentences(70, from)}`,
        `• ${sentences(60, from)}`,
        sentences(50, from),
      ];

      const lines = await linesOf(summary, reading);

      expect(lines).toEqual(expect.arrayContaining(summary));
    }
  });

  test('has its paragraphs apart where one of them ends with its page', async () => {
    for (let count = 28; count < 48; count += 1) {
      const summary = Array.from(
        { length: count },
        (_, at) => `Lock ${at} is shut, and the boats wait for it to open.`,
      );

      const lines = await linesOf(summary, reading);

      expect(lines).toEqual(expect.arrayContaining(summary));
    }
  });
});

test('a paragraph is as wide as the others however its lines are broken, so that it reads back as one', async () => {
  const paragraph =
    'The model gauge – Meuse l’œuvre prévision/écoulement watch co-operation 24/7 Rhine level – prévision/écoulement lock gate crue gauge gauge prévision/écoulement…';

  expect(await linesOf([paragraph], 'by its tags')).toContain(paragraph);
});

test('the hyphen that parts no line is another than the usual one', async () => {
  const summary = ['A non\u2011return gate.', 'A lock-keeper.', 'An up\u2010to\u2010date gauge.'];

  expect(await linesOf(summary, 'by its tags')).toEqual(expect.arrayContaining(summary));
});

test('a word that no line has room for does not run off the page', async () => {
  const word = 'Rindfleischetikettierungsüberwachungsaufgaben'.repeat(4);

  const lines = await linesOf([`The ${word} of the rivers.`], 'by its tags');

  expect(lines.find((line) => line.startsWith('The Rind'))?.replaceAll(' ', '')).toBe(`The${word}oftherivers.`);
});
