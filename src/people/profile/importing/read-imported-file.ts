import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MAX_TEXT_BYTES, type DocumentRefusal } from '../../../notices/documents/document.ts';
import { decoded, sniff } from '../../../platform/documents/file-format.ts';
import { readDocument } from '../../../notices/documents/read-document.ts';
import { ok, type Result } from '../../../platform/result.ts';

/** A file as it can be read on: words of a CV, or the XML of a Europass CV that a PDF carries. */
export type ImportedText = { kind: 'cv' | 'europass'; text: string };

/** Runs in the process of its own: what it opens may be meant to do harm. */
export async function readImportedFile(bytes: Uint8Array): Promise<Result<ImportedText, DocumentRefusal>> {
  const carried = sniff(bytes) === 'pdf' ? await carriedEuropass(bytes) : undefined;
  if (carried !== undefined) return ok({ kind: 'europass', text: carried });
  const read = await readDocument(bytes);
  return read.ok ? ok({ kind: 'cv', text: read.value.text }) : read;
}

/** The XML of Europass among the files that a PDF carries; they are read as text, never opened. */
async function carriedEuropass(bytes: Uint8Array): Promise<string | undefined> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
  });
  try {
    const document = await task.promise;
    const names = [...(((await document.getAttachments()) as ReadonlyMap<string, unknown> | null) ?? new Map()).keys()];
    const contents = await Promise.all(names.map((name) => document.getAttachmentContent(name)));
    return contents.map(asText).find((text) => text !== undefined && isEuropass(text));
  } catch {
    return undefined; // whatever is wrong with the PDF is told by its own reader
  }
}

const asText = (content: Uint8Array | null): string | undefined =>
  content && content.length <= MAX_TEXT_BYTES ? decoded(content) : undefined;

/** Whether a text is XML, which only a CV of Europass may be here. */
export const isXml = (text: string): boolean =>
  /^\uFEFF?\s*<(?:\?xml\s|!DOCTYPE\s+(?!html)|Candidate[\s>]|SkillsPassport[\s>])/.test(text);

/** Whether a text is the XML of a Europass CV: the document of the portal, or that of Cedefop before it. */
const isEuropass = (text: string): boolean => isXml(text) && /<(?:\w+:)?(?:Candidate|SkillsPassport)[\s>]/.test(text);
