/** A file that we know and don't read: its name is said to the person who brought it. */
export type OtherFormat =
  | 'word-97'
  | 'rtf'
  | 'open-document'
  | 'apple-pages'
  | 'spreadsheet-or-slides'
  | 'image'
  | 'program'
  | 'archive'
  | 'mail';

/** What bytes are by how they begin: the name of a file and what its sender said of it count for nothing. */
export type Sniffed = 'pdf' | 'zip' | 'html' | 'record' | 'text' | { readonly other: OtherFormat };

/** A character for each byte, which TextDecoder’s “latin1” is not. */
const latin = (bytes: Uint8Array, length: number) => Buffer.from(bytes.subarray(0, length)).toString('latin1');

/** First bytes that tell a format; the ones of PDF may come after some others (ISO 32000-1, annex H). */
// oxlint-disable no-control-regex -- they are what these formats begin with
const SIGNATURES: readonly (readonly [RegExp, Sniffed])[] = [
  [/^PK(?:\x03\x04|\x05\x06)/, 'zip'],
  [/^[^]{0,1024}%PDF-\d/, 'pdf'],
  [/^\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1/, { other: 'word-97' }],
  [/^\{\\rt/, { other: 'rtf' }],
  [
    /^(?:\x89PNG|\xFF\xD8\xFF|GIF8|II\*\0|MM\0\*|BM[^]{4}\0\0\0\0|RIFF[^]{4}WEBP|\0\0\0.ftyp(?:heic|avif|mif1))/,
    { other: 'image' },
  ],
  [/^(?:MZ[^]{58}|\x7FELF|\xCF\xFA\xED\xFE|\xCA\xFE\xBA\xBE|#!)/, { other: 'program' }],
  [/^(?:\x1F\x8B|BZh\d|7z\xBC\xAF|\xFD7zXZ|Rar!)/, { other: 'archive' }],
  [/^(?:From: |Received: |MIME-Version: |Return-Path: )/i, { other: 'mail' }],
];
// oxlint-enable no-control-regex

const HTML =
  /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|main|article|section|header|div|table|h[1-6]|p|dl|ul)\b/i;

export function sniff(bytes: Uint8Array): Sniffed {
  const start = latin(bytes, 1100);
  const found = SIGNATURES.find(([signature]) => signature.test(start));
  if (found) return found[1];
  const text = decoded(bytes.subarray(0, 4000), { whole: false }) ?? '';
  if (HTML.test(text)) return 'html';
  return /^\s*\{\s*"/.test(text) ? 'record' : 'text';
}

/** Bytes as text: UTF-8, or UTF-16 where its mark says so; `undefined` where the mark lies. */
export function decoded(bytes: Uint8Array, { whole = true } = {}): string | undefined {
  const [first, second] = bytes;
  const label =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  const decoder = new TextDecoder(label, { fatal: label !== 'utf-8' });
  try {
    return decoder.decode(bytes, { stream: !whole });
  } catch {
    return undefined;
  }
}

/** The charset that an HTML page names for itself, where it is not UTF-8. */
export function htmlText(bytes: Uint8Array): string {
  const unicode = decoded(bytes);
  if (unicode !== undefined && !unicode.includes('\uFFFD')) return unicode;
  const named = /<meta[^>]{0,200}charset=["']?\s*([\w-]{2,40})/i.exec(latin(bytes, 4000))?.[1] ?? 'windows-1252';
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
