import { cleanFileName, type ReceivedFile, type UploadRefusal } from '../../platform/files.ts';
import { inspectWord } from '../../platform/documents/inspect-word.ts';
import { uploadFormat } from '../../platform/documents/upload-format.ts';
import { canRenderWord, renderWord } from '../../platform/documents/word-rendition.ts';
import type { Scanner } from '../../platform/malware/scanner.ts';
import { inspectPdf } from '../../platform/pdf/inspect-pdf.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { MAX_FILE_BYTES } from '../../platform/web.ts';
import {
  acceptDocument,
  acceptRendition,
  refusalOfRendition,
  refusalOfWord,
  type CheckedFile,
  type DocumentRefusal,
  type RequestedDocument,
} from './document.ts';

export type Asked = {
  rule: RequestedDocument;
  /** Whose file it is: one of theirs is looked at at a time. */
  owner: string;
  scanner: Scanner;
};

/** Whether a Word file may be sent for this document: it is asked for, and can be rendered here. */
export const takesWord = async ({ wordAllowed }: Pick<RequestedDocument, 'wordAllowed'>): Promise<boolean> =>
  wordAllowed && (await canRenderWord());

/** Finds out what an uploaded file is, scans it, and makes the rendition of a Word file; or says why it is not taken. */
export async function checkUpload(
  file: Result<ReceivedFile, UploadRefusal>,
  asked: Asked,
): Promise<Result<CheckedFile, DocumentRefusal>> {
  const { maxBytes } = asked.rule;
  const tooLarge = { kind: 'too-large', maxBytes: Math.min(maxBytes, MAX_FILE_BYTES) } as const;
  if (!file.ok) return refuse(file.refusal.kind === 'too-large' ? tooLarge : { kind: file.refusal.kind });
  if (file.value.content.length > maxBytes) return refuse(tooLarge);
  const format = uploadFormat(file.value.content);
  if (format === 'pdf') return checkPdf(file.value, asked);
  if (format === 'zip') return checkZip(file.value, asked);
  return refuse({ kind: 'unwanted-format', format: format.unwanted, wordTaken: await takesWord(asked.rule) });
}

async function checkPdf(
  file: ReceivedFile,
  { rule, owner, scanner }: Asked,
): Promise<Result<CheckedFile, DocumentRefusal>> {
  const accepted = acceptDocument(await inspectPdf(file.content, { owner }), rule);
  if (!accepted.ok) return accepted;
  const scanned = await scanFile(file.content, scanner);
  return scanned.ok ? ok({ ...file, format: 'pdf', ...accepted.value, scan: scanned.value }) : scanned;
}

/** A zip is looked into even where no Word file is taken, so that its sender is told what it is. */
async function checkZip(file: ReceivedFile, asked: Asked): Promise<Result<CheckedFile, DocumentRefusal>> {
  const { rule, owner, scanner } = asked;
  const { content } = file;
  const word = await inspectWord(content, { owner });
  if (word.kind !== 'read') return refuse(refusalOfWord(word, await takesWord(rule)));
  if (!rule.wordAllowed) return refuse({ kind: 'word-not-asked' });
  if (!(await canRenderWord())) return refuse({ kind: 'word-not-possible' });
  const scanned = await scanFile(content, scanner);
  if (!scanned.ok) return scanned;
  const rendered = await renderWord(content, { owner });
  if (rendered.kind !== 'rendered') return refuse(refusalOfRendition(rendered));
  const accepted = acceptRendition(word, await inspectPdf(rendered.pdf, { owner }), rule);
  if (!accepted.ok) return accepted;
  const fileName = cleanFileName(file.fileName, 'docx');
  return ok({ fileName, content, format: 'word', ...accepted.value, scan: scanned.value, rendition: rendered.pdf });
}

/** What is known of a file before it is kept; one in which malware is found is not. */
export async function scanFile(
  content: Buffer,
  scanner: Scanner,
): Promise<Result<CheckedFile['scan'], { kind: 'infected' }>> {
  if (scanner.kind !== 'clamd') return ok(scanner.kind === 'off' ? 'unscanned' : 'quarantined');
  const { kind } = await scanner.scan(content);
  if (kind === 'infected') return refuse({ kind });
  return ok(kind === 'clean' ? 'clean' : 'quarantined');
}
