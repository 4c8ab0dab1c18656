import { htmlText, sniff } from '../../platform/documents/file-format.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { textOf, type Block } from './blocks.ts';
import { MAX_TEXT_BYTES, type DocumentRefusal, type DocumentText } from './document.ts';

/**
 * Makes the text of a document. What it reads may be meant to do harm: this runs in a process of its own, which loads
 * only the reader it needs.
 */
export async function readDocument(bytes: Uint8Array): Promise<Result<DocumentText, DocumentRefusal>> {
  const format = sniff(bytes);
  if (format === 'pdf') {
    const { readPdf } = await import('./pdf/read-pdf.ts');
    const read = await readPdf(bytes);
    return read.ok ? made({ blocks: read.value, hiddenText: false }, 'pdf') : read;
  }
  if (format === 'zip') {
    const { readDocx } = await import('./docx-text.ts');
    const read = await readDocx(bytes);
    return read.ok ? made(read.value, 'docx') : read;
  }
  return made(await readPage(htmlText(bytes)), 'html');
}

/** A page so deep that we cannot walk it is nobody's notice. */
async function readPage(html: string): Promise<Read> {
  const { readHtml } = await import('./html-blocks.ts');
  try {
    return readHtml(html);
  } catch (error) {
    if (error instanceof RangeError) return { blocks: [], hiddenText: false };
    throw error;
  }
}

type Read = { readonly blocks: readonly Block[]; readonly hiddenText: boolean };

function made({ blocks, hiddenText }: Read, format: 'pdf' | 'docx' | 'html'): Result<DocumentText, DocumentRefusal> {
  const text = textOf(blocks);
  if (text === '') return refuse({ kind: 'no-text', pages: 0 });
  if (Buffer.byteLength(text) > MAX_TEXT_BYTES) return refuse({ kind: 'too-much-inside' });
  return ok({ text, format, hiddenText });
}
