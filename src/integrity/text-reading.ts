import { createHash } from 'node:crypto';
import { isOpenToStaff } from '../applications/documents/document.ts';
import type { DocumentContent } from '../applications/documents/document-queries.ts';
import { readPdf } from '../platform/pdf/read-pdf.ts';
import { partOfDocument, type KeptText } from './application-texts.ts';

/** The words of a document as assessors read it: the PDF that was sent, or our PDF of the Word file. */
export async function readDocument(kind: string, { content, scan }: DocumentContent): Promise<KeptText> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const none = { part: partOfDocument(kind), sha256, text: '', hidden: [], links: [], madeWith: [] };
  if (!isOpenToStaff(scan)) return { ...none, problem: 'not-open' };
  const reading = await readPdf(content);
  if (reading.kind !== 'read') return { ...none, problem: reading.kind };
  const { text, hidden, links, madeWith } = reading;
  return { ...none, text, hidden, links, madeWith, problem: null };
}
