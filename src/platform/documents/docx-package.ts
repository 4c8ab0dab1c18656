import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { ok, refuse, type Result } from '../result.ts';
import type { OtherFormat } from './file-format.ts';

/** Word writes some 15 to 40 entries, one for each picture more. */
const MAX_ENTRIES = 2000;
/** Of one part: the text of the longest notice we know is 200 kB as XML. */
const MAX_PART_BYTES = 16_000_000;
const MAX_PARTS_BYTES = 32_000_000;
/** Of everything inside: pictures are packed already, so that a file of 5 MB seldom holds twice as much. */
const MAX_ALL_BYTES = 100_000_000;
/** XML shrinks to a tenth, seldom to a fiftieth; small parts may do better. */
const MAX_RATIO = 300;
const SMALL_PART_BYTES = 1_000_000;

const ENTRY = Buffer.from('PK\x01\x02', 'latin1');

/** The entries of a zip by name, and the text of those that were read. */
export type Package = { readonly names: ReadonlySet<string>; readonly parts: ReadonlyMap<string, string> };

export type PackageRefusal =
  { readonly kind: 'too-much-inside' | 'encrypted' } | { readonly kind: 'damaged'; readonly format: 'docx' };

export const TYPES = '[Content_Types].xml';

/** The parts of a Word file that have text, or say where it is; pictures and whatever else is inside stay packed. */
const WITH_TEXT =
  /^(?:\[Content_Types\]\.xml|mimetype|_rels\/\.rels|word\/(?!theme|media|embeddings)[\w-]+\.xml|word\/_rels\/[\w-]+\.xml\.rels)$/;
const ANY_XML = /\.(?:xml|rels)$|^mimetype$/i;

type Wanted = {
  /** Every entry is unpacked once and weighed, and all XML is read: for a file that another program will open. */
  whole?: boolean;
};

/**
 * Unpacks a zip within limits: entries are counted where they stand, since the declared number wraps at 65,536 and names
 * the first alone; a part is refused by its declared size and ratio, and again by what it really unpacks to.
 */
export async function unpack(
  bytes: Uint8Array,
  { whole = false }: Wanted = {},
): Promise<Result<Package, PackageRefusal>> {
  if (entriesIn(bytes) > MAX_ENTRIES) return refuse({ kind: 'too-much-inside' });
  const zip = await opened(bytes);
  if (!zip) return refuse({ kind: 'damaged', format: 'docx' });
  const names = new Set<string>();
  const parts = new Map<string, string>();
  const total = { text: 0, all: 0 };
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName } = entry;
      if (names.size >= MAX_ENTRIES) return refuse({ kind: 'too-much-inside' });
      if (names.has(fileName)) return refuse({ kind: 'damaged', format: 'docx' });
      names.add(fileName);
      const isText = (whole ? ANY_XML : WITH_TEXT).test(fileName);
      if (!isText && !whole) continue;
      if (isBomb(entry)) return refuse({ kind: 'too-much-inside' });
      if (entry.isEncrypted()) return refuse({ kind: 'encrypted' });
      const part = await unpacked(zip, entry);
      total.all += part?.length ?? 0;
      if (isText) total.text += part?.length ?? 0;
      if (!part || total.text > MAX_PARTS_BYTES || total.all > MAX_ALL_BYTES)
        return refuse({ kind: 'too-much-inside' });
      if (isText) parts.set(fileName, textOfPart(part));
    }
  } catch {
    return refuse({ kind: 'damaged', format: 'docx' });
  }
  return ok({ names, parts });
}

/** What a zip is that holds no Word file of today; `undefined` where it may be one. */
export function otherInZip({ names, parts }: Package): OtherFormat | undefined {
  const mimetype = parts.get('mimetype') ?? '';
  if (mimetype.includes('opendocument.text')) return 'open-document';
  if (names.has('Index/Document.iwa') || names.has('Index.zip')) return 'apple-pages';
  if (mimetype.includes('opendocument') || names.has('xl/workbook.xml') || names.has('ppt/presentation.xml'))
    return 'spreadsheet-or-slides';
  return names.has(TYPES) ? undefined : 'archive';
}

/** How often an entry of the directory begins (APPNOTE 4.3.12); by chance in packed data, hardly ever. */
function entriesIn(bytes: Uint8Array): number {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = zip.indexOf(ENTRY); at >= 0; at = zip.indexOf(ENTRY, at + ENTRY.length)) count += 1;
  return count;
}

const opened = (bytes: Uint8Array): Promise<ZipFile | undefined> =>
  new Promise((resolve) => {
    const options = { lazyEntries: true, validateEntrySizes: true, strictFileNames: false };
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options, (error, zip) =>
      resolve(error ? undefined : zip),
    );
  });

const isBomb = ({ uncompressedSize, compressedSize }: Entry): boolean =>
  uncompressedSize > MAX_PART_BYTES ||
  (uncompressedSize > SMALL_PART_BYTES && uncompressedSize / Math.max(compressedSize, 1) > MAX_RATIO);

async function unpacked(zip: ZipFile, entry: Entry): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > MAX_PART_BYTES) return undefined;
  }
  return Buffer.concat(chunks);
}

/** XML is in UTF-8, or in UTF-16 with its mark. */
function textOfPart(part: Buffer): string {
  const label = part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : part[0] === 0xfe ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label).decode(part);
}
