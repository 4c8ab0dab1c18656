import { sniff, type OtherFormat } from './file-format.ts';

/** What an uploaded file may be, beside a PDF and a zip that has yet to be looked into. */
export type UnwantedFormat = OtherFormat | 'web-page' | 'plain-text' | 'locked-office' | 'two-in-one';

export type UploadFormat = 'pdf' | 'zip' | { readonly unwanted: UnwantedFormat };

/** What Office writes under a password is a package of the older kind around the encrypted file ([MS-OFFCRYPTO] 2.3.2). */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * What an upload is by its bytes alone. A PDF begins with its mark: a file that begins as something else and has the mark
 * further on is two files in one, made so that two programs see two things.
 */
export function uploadFormat(bytes: Uint8Array): UploadFormat {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = file.toString('latin1', 0, 1100);
  const mark = start.indexOf('%PDF-');
  if (mark === 0) return 'pdf';
  const format = sniff(bytes);
  if (mark > 0 && !/^\s*$/.test(start.slice(0, mark))) return { unwanted: 'two-in-one' };
  if (format === 'zip' || format === 'pdf') return format;
  if (format === 'html') return { unwanted: 'web-page' };
  if (format === 'text' || format === 'record') return { unwanted: 'plain-text' };
  const locked = format.other === 'word-97' && file.includes(ENCRYPTED_PACKAGE);
  return { unwanted: locked ? 'locked-office' : format.other };
}
