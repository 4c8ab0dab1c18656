import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { PDFDocument, type PDFPage } from 'pdf-lib';

export const A4: [number, number] = [595.28, 841.89];
export const LETTER: [number, number] = [612, 792];

/** An honest PDF with a page of each size; `change` adds what else it should carry. */
export async function pdfOf(
  sizes: [number, number][],
  change: (document: PDFDocument, first: PDFPage | undefined) => void | Promise<void> = () => {},
): Promise<Buffer> {
  const document = await PDFDocument.create();
  const pages = sizes.map((size, index) => {
    const page = document.addPage(size);
    page.drawText(`Page ${index + 1}`, { x: 50, y: 700 });
    return page;
  });
  await change(document, pages[0]);
  return Buffer.from(await document.save());
}

export const pdfOfPages = (count: number): Promise<Buffer> => pdfOf(Array.from({ length: count }, () => A4));

/** A PDF put together by hand from the text of its objects, numbered from 1; the first is the catalogue. */
export function handmadePdf(objects: (string | Buffer)[], { header = '%PDF-1.7\n' } = {}): Buffer {
  const parts: Buffer[] = [Buffer.from(header)];
  let length = header.length;
  const offsets = objects.map((object, index) => {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    parts.push(part);
    length += part.length;
    return length - part.length;
  });
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  parts.push(
    Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}`),
    Buffer.from(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`),
  );
  return Buffer.concat(parts);
}

const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
const stream = (dictionary: string, content: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);

const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>';
const treeOf = (kids: number[], count = kids.length): string =>
  `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${count} >>`;

/** One empty page, the same to the byte whenever it is made. */
export const onePage = (): Buffer => handmadePdf([CATALOGUE, treeOf([3]), PAGE]);

/** Says it has `said` pages, and has `real` ones. */
export const pageCountLie = (said: number, real: number): Buffer =>
  handmadePdf([
    CATALOGUE,
    treeOf(
      Array.from({ length: real }, (_, index) => index + 3),
      said,
    ),
    ...Array.from({ length: real }, () => PAGE),
  ]);

/** A page tree that holds itself. */
export const pageTreeLoop = (): Buffer => handmadePdf([CATALOGUE, treeOf([2, 3, 2], 3), PAGE]);

/** One page counted `times` over in a flat tree. */
export const manyPages = (times: number): Buffer =>
  handmadePdf([CATALOGUE, treeOf(Array.from({ length: times }, () => 3)), PAGE]);

const drawing = (form: number) => `/Resources << /XObject << /F ${form} 0 R >> >>`;

/** Forms that each draw the next ten times: 10^`depth` drawings in a file of a few kilobytes. */
export function nestedForms(depth: number): Buffer {
  const draw = Buffer.from('/F Do '.repeat(10));
  const forms = Array.from({ length: depth }, (_, index) =>
    stream(`/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${drawing(index + 6)}`, draw),
  );
  const last = stream('/Type /XObject /Subtype /Form /BBox [0 0 9 9]', Buffer.from('0 0 9 9 re f'));
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${drawing(5)} /Contents 4 0 R >>`;
  return handmadePdf([CATALOGUE, treeOf([3]), page, stream('', draw), ...forms, last]);
}

/** Arrays in arrays; the reader that follows them runs out of stack, or of time. */
export const deepArrays = (depth: number, page = PAGE): Buffer =>
  handmadePdf([`<< /Type /Catalog /Pages 2 0 R /X 4 0 R >>`, treeOf([3]), page, '['.repeat(depth) + ']'.repeat(depth)]);

const BLOCK = 100_000_000;

/** A page behind `blocks` times 100 MB of spaces, deflated twice over: 2 GB fit in some 4 kB. */
function pageBehindSpaces(blocks: number): Buffer {
  const unfinished = { level: 9, finishFlush: constants.Z_FULL_FLUSH };
  const index = deflateSync('3 0 ', unfinished); // object 3 is the first after /First
  const block = deflateRawSync(Buffer.alloc(BLOCK, ' '), unfinished);
  return deflateSync(Buffer.concat([index, ...Array.from({ length: blocks }, () => block), deflateRawSync(PAGE)]));
}

/** The page stands in an object stream behind `blocks` times 100 MB: whoever wants its size must unpack them all. */
export function objectStreamBomb(blocks: number): Buffer {
  const packed = stream(
    `/Type /ObjStm /N 1 /First ${4 + blocks * BLOCK} /Filter [/FlateDecode /FlateDecode]`,
    pageBehindSpaces(blocks),
  );
  const objects = [Buffer.from(CATALOGUE), Buffer.from(treeOf([3])), packed];
  let file = Buffer.from('%PDF-1.7\n');
  const entries = [[0, 0, 255]];
  for (const [index, object] of objects.entries()) {
    const number = index === 2 ? 4 : index + 1;
    if (index === 2) entries.push([2, 4, 0]); // the page, object 3, is the first in stream 4
    entries.push([1, file.length, 0]);
    file = Buffer.concat([file, Buffer.from(`${number} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
  }
  const start = file.length;
  entries.push([1, start, 0]);
  const rows = Buffer.concat(entries.map(([type = 0, where = 0, last = 0]) => crossReference(type, where, last)));
  const table = stream('/Type /XRef /Size 6 /W [1 4 1] /Root 1 0 R', rows);
  return Buffer.concat([file, Buffer.from('5 0 obj\n'), table, Buffer.from(`\nendobj\nstartxref\n${start}\n%%EOF\n`)]);
}

function crossReference(type: number, where: number, last: number): Buffer {
  const row = Buffer.alloc(6);
  row.writeUInt8(type, 0);
  row.writeUInt32BE(where, 1);
  row.writeUInt8(last, 5);
  return row;
}
