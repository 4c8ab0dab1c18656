import { createHash } from 'node:crypto';
import { assertNever } from '../../platform/result.ts';
import type { Typst } from '../../platform/typst/typst.ts';
import type { NoticeRecord } from '../notice.ts';
import { noticeDocument } from './notice-document.ts';
import type { House } from './printed-notice.ts';
import { noticeHtml } from './notice-html.tsx';
import { noticeJson } from './notice-json.ts';
import { noticePdf } from './notice-pdf.ts';
import { noticeText } from './notice-text.ts';

export const RENDER_FORMATS = ['html', 'pdf', 'docx', 'text', 'json'] as const;
export type RenderFormat = (typeof RENDER_FORMATS)[number];

/** Whose words the notice is printed in, and what sets its pages. */
export type RenderTools = House & { readonly typst: Typst };

/** A notice as a file; the same record in the same words gives the same bytes. `sha256` is in hexadecimal. */
export type RenderedNotice = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly extension: string;
  readonly sha256: string;
};

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const FORMAT_FILES: Readonly<Record<RenderFormat, Pick<RenderedNotice, 'mediaType' | 'extension'>>> = {
  html: { mediaType: 'text/html; charset=utf-8', extension: 'html' },
  pdf: { mediaType: 'application/pdf', extension: 'pdf' },
  docx: { mediaType: WORD, extension: 'docx' },
  text: { mediaType: 'text/plain; charset=utf-8', extension: 'txt' },
  json: { mediaType: 'application/json; charset=utf-8', extension: 'json' },
};

/** Makes a file of a record, in the languages it has. Throws a `TypstError` where a PDF cannot show a character of it. */
export async function renderNotice(
  record: NoticeRecord,
  format: RenderFormat,
  tools: RenderTools,
): Promise<RenderedNotice> {
  const bytes = await bytesOf(record, format, tools);
  return { bytes, ...FORMAT_FILES[format], sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function bytesOf(record: NoticeRecord, format: RenderFormat, tools: RenderTools): Promise<Uint8Array> {
  if (format === 'json') return Buffer.from(noticeJson(record));
  const document = noticeDocument(record, tools);
  switch (format) {
    case 'html':
      return Buffer.from(noticeHtml(document));
    case 'pdf':
      return noticePdf(document, tools.typst);
    case 'docx': {
      // A large library, which whoever asks for another format need not wait for.
      const { noticeDocx } = await import('./notice-docx.ts');
      return noticeDocx(document);
    }
    case 'text':
      return Buffer.from(noticeText(document));
    default:
      return assertNever(format);
  }
}
