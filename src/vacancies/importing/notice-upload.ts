import type { Multipart } from '@fastify/multipart';
import { MAX_DOCUMENT_BYTES, MAX_TEXT_BYTES } from '../../notices/documents/document.ts';
import type { ReceivedText } from './import-notice.ts';

/** Files that are read of one form; a person can look at the outcome of so many. */
export const MAX_FILES = 20;

/** Files beyond `MAX_FILES` are told of, a hundred are refused outright; a large one is cut, and refused by itself. */
export const UPLOAD_OPTIONS = {
  limits: {
    files: 100,
    fileSize: MAX_DOCUMENT_BYTES + 1,
    fieldSize: MAX_TEXT_BYTES + 1,
    fields: 10,
    parts: 110,
  },
  throwFileSizeLimit: false,
};

export type Upload = { text: string; files: ReceivedText[]; tooMany: boolean };

/** What a form brought along. A file is cut at one byte above what is allowed, which is enough to refuse it. */
export async function readUpload(parts: AsyncIterable<Multipart>): Promise<Upload> {
  const upload: Upload = { text: '', files: [], tooMany: false };
  for await (const part of parts) {
    if (part.type === 'field') {
      if (part.fieldname === 'text' && typeof part.value === 'string') upload.text = part.value;
      continue;
    }
    const chunks: Uint8Array[] = [];
    for await (const chunk of part.file as AsyncIterable<Uint8Array>) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    if (part.filename === '' && bytes.length === 0) continue; // no file was chosen
    if (upload.files.length < MAX_FILES) upload.files.push({ fileName: fileName(part.filename), bytes });
    else upload.tooMany = true;
  }
  return upload;
}

/** The last part of a path, in characters that can be shown. */
const fileName = (given: string): string =>
  (given.split(/[/\\]/).at(-1) ?? '').replaceAll(/[\p{Cc}\uFFFD]/gu, '').slice(0, 120) || 'notice.txt';
