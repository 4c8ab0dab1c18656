import type { MultipartFields } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ok, refuse, type Result } from './result.ts';

export type ReceivedFile = { fileName: string; content: Buffer };
export type ReceivedForm = ReceivedFile & {
  /** The fields that stood before the file in the form. */
  fields: Record<string, string>;
};
export type UploadRefusal = { kind: 'no-file' | 'not-whole' | 'too-large' };

/** The one file that a form brought, its name cleaned as that of a PDF; nothing of what the sender says about its type is believed. */
export async function receivedFile(request: FastifyRequest): Promise<Result<ReceivedForm, UploadRefusal>> {
  if (!request.isMultipart()) return refuse({ kind: 'no-file' });
  try {
    const part = await request.file();
    if (!part) return refuse({ kind: 'no-file' });
    const content = await part.toBuffer();
    if (part.filename === '' || content.length === 0) return refuse({ kind: 'no-file' });
    return ok({ fileName: cleanFileName(part.filename), content, fields: textsOf(part.fields) });
  } catch (error) {
    return refuse(refusalOf(error));
  }
}

const textsOf = (fields: MultipartFields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      [field]
        .flat()
        .flatMap((one) => (one?.type === 'field' && typeof one.value === 'string' ? [[name, one.value]] : [])),
    ),
  );

/** What a form that cannot be read says of the sender's request; anything else is a fault of ours, and thrown on. */
function refusalOf(error: unknown): UploadRefusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'FST_REQ_FILE_TOO_LARGE') return { kind: 'too-large' };
  const ofTheForm = error instanceof Error && /multipart|boundary|end of/i.test(error.message);
  if (code.startsWith('FST_') || code === 'ECONNRESET' || ofTheForm) return { kind: 'not-whole' };
  throw error;
}

/** Sends what somebody uploaded: saved, never shown by the browser, and powerless if it were. */
export const sendAttachment = (
  reply: FastifyReply,
  { fileName, mediaType, content }: { fileName: string; mediaType: string; content: Buffer },
): FastifyReply =>
  reply
    .headers({ ...attachmentHeaders(fileName), 'content-type': mediaType, 'cache-control': 'no-store' })
    .send(content);

/** Saved, never shown, and powerless if it were. */
export const attachmentHeaders = (fileName: string): Record<string, string> => ({
  'content-disposition': asAttachment(fileName),
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
});

/**
 * A name that is safe to show, to store and to save a file under: no folder, no control or direction mark, one line, and
 * the ending of what the file was found to be.
 */
export function cleanFileName(given: string, ending: 'pdf' | 'docx' = 'pdf'): string {
  const name = given
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/^.*[\\/]/gs, '')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\uFFFD]/gu, '')
    .replaceAll(/["*:<>?|%;]/g, '-')
    .replaceAll(/\s+/g, ' ');
  const short = Array.from(withoutEnding(name).replace(/^[.\s]+/, ''))
    .slice(0, 100)
    .join('');
  return `${withoutEnding(short) || 'document'}.${ending}`;
}

const withoutEnding = (name: string): string => name.replace(/(?:\s*\.(?:pdf|docx))+\s*$/i, '').trim();

/** The header that makes a browser save a file instead of showing it (RFC 6266, names as in RFC 8187). */
export function asAttachment(fileName: string): string {
  const plain =
    fileName
      .normalize('NFD')
      .replaceAll(/[^\x20-\x7e]/g, '')
      .replaceAll(/["\\]/g, '')
      .trim() || 'document.pdf';
  const coded = encodeURIComponent(fileName).replaceAll(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`;
}
