import { PDFDocument, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { A4, handmadePdf } from '../../../platform/pdf/pdf-testing.ts';
import { readDocument } from '../read-document.ts';

type Pen = {
  text: (text: string, at: readonly [number, number], options?: { size?: number; bold?: boolean }) => void;
  page: PDFPage;
};

/** A PDF without tags: each function draws a page. */
async function drawn(...pages: ((pen: Pen) => void)[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const fonts: PDFFont[] = [];
  for (const name of [StandardFonts.Helvetica, StandardFonts.HelveticaBold]) fonts.push(await document.embedFont(name));
  for (const draw of pages) {
    const page = document.addPage(A4);
    const text: Pen['text'] = (words, [x, y], { size = 11, bold = false } = {}) => {
      const font = fonts[bold ? 1 : 0];
      if (font) page.drawText(words, { x, y, size, font });
    };
    draw({ page, text });
  }
  return document.save();
}

/** Lines below each other, from a height down. */
const lines = ({ text }: Pen, y: number, all: readonly string[]) =>
  all.forEach((line, at) => text(line, [60, y - at * 14]));

async function made(bytes: Uint8Array): Promise<string> {
  const read = await readDocument(bytes);
  if (!read.ok) throw new Error(`refused: ${read.refusal.kind}`);
  return read.value.text;
}

const FULL = 'The Ice Section watches the rivers of the north in winter, and tells those who keep the locks';

describe('a PDF without tags', () => {
  test('has its lines put together, its paragraphs kept apart, and its headings on lines of their own', async () => {
    const text = await made(
      await drawn((pen) => {
        pen.text('1. SUMMARY', [60, 760], { bold: true });
        lines(pen, 742, [FULL, 'when they are to be closed.']);
        lines(pen, 700, ['A second paragraph.']);
        pen.text('Ice Reports', [60, 680], { bold: true });
        lines(pen, 666, ['They are written every week.']);
      }),
    );

    expect(text).toBe(
      `1. SUMMARY\n\n${FULL} when they are to be closed.\n\nA second paragraph.\n\nIce Reports\n\nThey are written every week.\n`,
    );
  });

  test('loses its running headers and page numbers, and has a paragraph joined over a page end', async () => {
    const furniture = (pen: Pen, number: number) => {
      pen.text('River Commission - notice 260980', [60, 815], { size: 8 });
      pen.text(`${number} / 3`, [280, 20], { size: 8 });
    };
    const text = await made(
      await drawn(
        (pen) => {
          furniture(pen, 1);
          lines(pen, 130, ['A first paragraph, which ends.']);
          lines(pen, 100, [FULL, FULL]);
        },
        (pen) => {
          furniture(pen, 2);
          lines(pen, 770, ['when they are to be closed.']);
        },
        (pen) => {
          furniture(pen, 3);
          lines(pen, 770, ['The last page.']);
        },
      ),
    );

    expect(text).toBe(
      `A first paragraph, which ends.\n\n${FULL} ${FULL} when they are to be closed.\n\nThe last page.\n`,
    );
  });

  test('has words put together that its layout parted, and keeps the hyphens of others', async () => {
    const text = await made(
      await drawn((pen) =>
        lines(pen, 760, [
          'The international reports of the north are long-term and go to all the members, then the inter-',
          'national ones, of the organisation, with all the data that there is of the winter and its long-',
          'term ice, and of the locks.',
        ]),
      ),
    );

    expect(text).toContain('then the international ones');
    expect(text).toContain('its long-term ice');
  });

  test('has a hyphen that stands for the rest of a word, a range of numbers and an address as they were', async () => {
    const text = await made(
      await drawn((pen) =>
        lines(pen, 760, [
          'The Ice Section watches the rivers of the north in the winter, and those of the south in pre-',
          'and post-flood months, and writes to all who keep the locks, as it did in the years of 2026–',
          '2030, when they are to be closed; what it writes stands for everyone to be read under www.',
          'rivers.example and in the papers, with all that there is of data on the winters of the north.',
        ]),
      ),
    );

    expect(text).toContain('in pre- and post-flood months');
    expect(text).toContain('of 2026–2030, when');
    expect(text).toContain('under www.rivers.example and');
  });

  test('has the marks of its lists, printed or drawn', async () => {
    const text = await made(
      await drawn((pen) => {
        lines(pen, 760, ['The holder must have the following, and every one of them will be looked at:']);
        pen.text('•', [70, 735]);
        pen.text('a degree in hydrology;', [85, 735]);
        pen.text('2.', [70, 715]);
        pen.text('two languages;', [85, 715]);
        pen.page.drawCircle({ x: 74, y: 699, size: 2 });
        pen.text('patience.', [85, 695]);
      }),
    );

    expect(text).toBe(
      'The holder must have the following, and every one of them will be looked at:\n\n• a degree in hydrology;\n2. two languages;\n- patience.\n',
    );
  });

  test('has its labels with their values, wrapped or not', async () => {
    const text = await made(
      await drawn((pen) => {
        lines(pen, 800, ['Officer, River Ice (260980) of the Section that watches the rivers in the winter']);
        pen.text('Grade', [60, 760]);
        pen.text('G15', [250, 760]);
        pen.text('NATO Body', [60, 740]);
        pen.text('The Commission of the', [250, 740]);
        pen.text('rivers of the north', [250, 727]);
        pen.text('Level of the', [60, 707]);
        pen.text('NS', [250, 700]);
        pen.text('clearance', [60, 693]);
      }),
    );

    expect(text).toContain(
      'Grade: G15\nNATO Body: The Commission of the rivers of the north\nLevel of the clearance: NS\n',
    );
  });

  test('has two languages side by side one after the other', async () => {
    const text = await made(
      await drawn((pen) => {
        for (let at = 0; at < 12; at += 1) {
          pen.text(`${at} the river ice of the north, seen,`, [60, 760 - at * 14], { size: 9 });
          pen.text(`${at} la glace des fleuves du nord, vue,`, [320, 760 - at * 14], { size: 9 });
        }
      }),
    );

    expect(text.indexOf('11 the river')).toBeLessThan(text.indexOf('0 la glace'));
  });
});

const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

test('the roles of a tagged PDF are read by what its author made of the standard ones', async () => {
  const say = (role: string, [id, y]: readonly [number, number], words: string) =>
    `/${role} << /MCID ${id} >> BDC BT /T 12 Tf 60 ${y} Td (${words}) Tj ET EMC`;
  const content = [
    say('Heading#201', [0, 700], 'SUMMARY'),
    say('Textbody', [1, 650], 'The Section watches the ice of all the rivers of the north,'),
    say('Textbody', [1, 636], 'and tells.'),
    '/Artifact BMC BT /T 12 Tf 60 20 Td (page 1) Tj ET EMC',
  ].join('\n');
  const font = '/Font << /T << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
  const file = handmadePdf([
    '<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 5 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${font} >> /Contents 4 0 R /StructParents 0 >>`,
    stream(content),
    '<< /Type /StructTreeRoot /K [6 0 R 7 0 R] /ParentTree << /Nums [0 [6 0 R 7 0 R]] >> /RoleMap << /Heading#201 /H1 /Textbody /P >> >>',
    '<< /Type /StructElem /S /Heading#201 /P 5 0 R /Pg 3 0 R /K 0 >>',
    '<< /Type /StructElem /S /Textbody /P 5 0 R /Pg 3 0 R /K 1 >>',
  ]);

  expect(await made(file)).toBe('SUMMARY\n\nThe Section watches the ice of all the rivers of the north, and tells.\n');
});
