import * as fc from 'fast-check';
import {
  beginText,
  endText,
  PDFString,
  PDFName,
  rgb,
  setFontAndSize,
  setTextMatrix,
  setTextRenderingMode,
  showText,
  StandardFonts,
  TextRenderingMode,
  type PDFDocument,
  type PDFPage,
} from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { piecesIn } from './pdf-lines.ts';
import { A4, deepArrays, handmadePdf, nestedForms, objectStreamBomb, pageTreeLoop, pdfOf } from './pdf-testing.ts';
import { readPdf, type PdfReading } from './read-pdf.ts';

async function invisible(document: PDFDocument, page: PDFPage | undefined): Promise<void> {
  const font = await document.embedFont(StandardFonts.Helvetica);
  const key = page?.node.newFontDictionary(font.name, font.ref);
  if (!page || !key) return;
  const drawn = [setFontAndSize(key, 12), setTextMatrix(1, 0, 0, 1, 50, 500)];
  const mode = setTextRenderingMode(TextRenderingMode.Invisible);
  page.pushOperators(beginText(), mode, ...drawn, showText(font.encodeText('no colour at all')), endText());
}

const read = async (file: Buffer): Promise<PdfReading> => {
  const reading = await readPdf(file);
  if (reading.kind !== 'read') throw new Error(reading.kind);
  return reading;
};
const hiddenIn = ({ text, hidden }: PdfReading) =>
  hidden.map(({ page, how, start, end }) => [page, how, text.slice(start, end)]);

describe('the words of a PDF', () => {
  test('are read line by line with its links, entities made characters, and what it was made with', async () => {
    const file = await pdfOf([A4, A4], (document, page) => {
      document.setCreator('A program');
      document.setProducer('Another');
      page?.drawText('Fish & <chips>', { x: 50, y: 400 });
      const action = { Type: 'Action', S: 'URI', URI: PDFString.of('https://example.org/?a=1&b=2') };
      const link = { Type: 'Annot', Subtype: 'Link', Rect: [50, 395, 300, 425], Border: [0, 0, 0], A: action };
      page?.node.set(PDFName.of('Annots'), document.context.obj([link]));
    });

    const reading = await read(file);
    expect(reading.text).toBe('Page 1\nFish & <chips>\n\nPage 2');
    expect(reading.links).toEqual([{ url: 'https://example.org/?a=1&b=2', start: 7, end: 21 }]);
    expect(reading).toMatchObject({ hidden: [], madeWith: ['A program', 'Another'] });
  });

  test('that are there for no reader are told with how, and where they stand', async () => {
    const file = await pdfOf([A4], async (document, page) => {
      page?.drawText('white on white', { x: 50, y: 650, color: rgb(1, 1, 1) });
      page?.drawText('far too small', { x: 50, y: 600, size: 1 });
      page?.drawText('beside the page', { x: 900, y: 550 });
      await invisible(document, page);
    });

    expect(hiddenIn(await read(file))).toEqual([
      [1, 'white', 'white on white'],
      [1, 'tiny', 'far too small'],
      [1, 'beside', 'beside the page'],
      [1, 'invisible', 'no colour at all'],
    ]);
  });

  test('that a scanner laid over its picture of the page are not hidden; over a small picture they are', async () => {
    const scan = (width: number) =>
      pdfOf([A4], async (document, page) => {
        page?.drawImage(await document.embedPng(DOT), { x: 0, y: 0, width, height: width * 1.4 });
        await invisible(document, page);
      });

    expect(hiddenIn(await read(await scan(595)))).toEqual([]);
    expect(hiddenIn(await read(await scan(60)))).toEqual([[1, 'invisible', 'no colour at all']]);
  });
});

/** A PNG of one point. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('a hostile PDF', () => {
  test.each([
    ['forms in forms', () => nestedForms(9)],
    ['a page behind 1 GB of spaces', () => objectStreamBomb(10)],
    ['arrays in arrays', () => deepArrays(1_000_000)],
    ['a page tree that holds itself', pageTreeLoop],
    ['no PDF at all', () => Buffer.from('%PDF-1.7\nnothing\n%%EOF')],
    ['half a PDF', async () => (await pdfOf([A4])).subarray(0, 300)],
    ['no page', () => handmadePdf(['<< /Type /Catalog >>'])],
  ])('of %s is answered in time, and its words are none or few', async (_, make) => {
    const file = await make();
    const began = performance.now();

    const reading = await readPdf(file, { timeoutMs: 3000 });
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(reading.kind === 'read' ? reading.text.length : 0).toBeLessThan(100);
  });

  test('can print nothing that breaks our reading of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 30 }), (text, attributes) => {
        const [piece] = piecesIn(
          `<page number="1" position="absolute" top="0" left="0" height="9" width="9">\n<text ${attributes}>${text}</text>\n</page>`,
        );

        expect(piece?.text.isWellFormed() ?? true).toBe(true);
        expect(piece?.text.includes('\0') ?? false).toBe(false);
      }),
    );
  });
});
