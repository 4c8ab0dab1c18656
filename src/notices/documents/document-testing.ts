import { crc32, deflateRawSync } from 'node:zlib';
import { handmadePdf } from '../../platform/pdf/pdf-testing.ts';

type ZipEntry = { readonly name: string; readonly content: Buffer | string; readonly declared?: number };

const EMPTY = deflateRawSync(Buffer.alloc(0));

/** A zip put together by hand; an entry may declare another size than it has. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared } of entries) {
    const data = Buffer.from(content);
    const packed = data.length === 0 ? EMPTY : deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declared ?? data.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length & 0xffff, 8);
  end.writeUInt16LE(entries.length & 0xffff, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const TYPES = `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A Word file put together by hand from the XML of its body. */
export const docxOf = (body: string, others: readonly ZipEntry[] = []): Buffer =>
  zipOf([
    { name: '[Content_Types].xml', content: TYPES },
    { name: '_rels/.rels', content: RELATIONS },
    { name: 'word/document.xml', content: `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>` },
    ...others.filter(({ name }) => name !== ''),
  ]);

/** A paragraph of Word with one run; `properties` are those of the run. */
export const wordParagraph = (text: string, properties = ''): string =>
  `<w:p><w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

const stream = (dictionary: string, content: string): string =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;

const FONT = '/Font << /T << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';

/** A page with text, and forms that each draw the next ten times: 10^`depth` drawings of a word. */
export function wordsInNestedForms(depth: number): Buffer {
  const resources = (form: number) => `/Resources << ${FONT} /XObject << /F ${form} 0 R >> >>`;
  const draw = '/F Do '.repeat(10);
  const text = `BT /T 12 Tf 50 700 Td (${'A notice of ours, in words. '.repeat(5)}) Tj ET ${draw}`;
  const forms = Array.from({ length: depth }, (_, index) =>
    stream(`/Type /XObject /Subtype /Form /BBox [0 0 999 999] ${resources(index + 6)}`, draw),
  );
  const last = stream(`/Type /XObject /Subtype /Form /BBox [0 0 999 999] ${resources(5)}`, 'BT /T 12 Tf (word) Tj ET');
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${resources(5)} /Contents 4 0 R >>`;
  const tree = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
  return handmadePdf(['<< /Type /Catalog /Pages 2 0 R >>', tree, page, stream('', text), ...forms, last]);
}
