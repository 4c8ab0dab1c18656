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

/** Sentences of a word each, so that every line ends one, and with it every page; no two lines are the same. */
const sentences = (count: number, from: number) =>
  Array.from({ length: count }, (_, index) => {
    const at = index + from;
    return `${'BDFGLMR'[at % 7]}${'aeiou'[at % 5]}${'ln'[at % 11 > 4 ? 0 : 1]}${'dgkt'[at % 13 > 3 ? at % 4 : 0]}s.`;
  }).join(' ');

describe.for<Reading>(['by its tags', 'without its tags'])('the PDF of a notice, read %s', (reading) => {
  test('has its paragraphs and items whole that a page end cuts, wherever that is', async () => {
    for (let from = 0; from < 5; from += 1) {
      const summary = [
        sentences(500 + 20 * from, from),
        `• ${sentences(500, from)}`,
        `• ${sentences(300, from)}`,
        sentences(250, from),
        `• ${sentences(450, from)}`,
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

test('a paragraph or item is as wide as others however its lines are broken, so that it reads back as one', async () => {
  const summary = [
    'The model gauge – Meuse l’œuvre prévision/écoulement watch co-operation 24/7 Rhine level – prévision/écoulement lock gate crue gauge gauge prévision/écoulement…',
    '• hold level crue crue N.B. data river vite\u202F! Αθήνα basin Rhine basin bridge 50% — river.',
    '• at https://nrc.example/a/very/long/address/that/no/line/of/a/page/has/room/for/as/it/goes/on/and/on/and/on?and=on#on Rechtsschutzversicherungsgesellschaften Grade',
  ];

  expect(await linesOf(summary, 'by its tags')).toEqual(expect.arrayContaining(summary));
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
