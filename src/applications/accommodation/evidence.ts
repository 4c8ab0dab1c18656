import { uploadFormat } from '../../platform/documents/upload-format.ts';
import type { ReceivedFile, UploadRefusal } from '../../platform/files.ts';
import { inspectPdf } from '../../platform/pdf/inspect-pdf.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { MAX_FILE_BYTES } from '../../platform/web.ts';
import type { Scanner } from '../../platform/malware/scanner.ts';
import { scanFile } from '../documents/document-check.ts';
import { acceptDocument, type CheckedFile, type DocumentRefusal } from '../documents/document.ts';

/** A file of evidence that may be kept. */
export type CheckedEvidence = { fileName: string; mediaType: string; content: Buffer; scan: CheckedFile['scan'] };
export type EvidenceRefusal = DocumentRefusal | { kind: 'not-pdf' } | { kind: 'too-many'; maxFiles: number };

type Image = { mediaType: string; extension: string; begins: Buffer; ends: Buffer };

/** Photographs of a paper: told by their first and last bytes, never shown by the browser, only saved. */
const IMAGES: Image[] = [
  {
    mediaType: 'image/jpeg',
    extension: 'jpg',
    begins: Buffer.from([0xff, 0xd8, 0xff]),
    ends: Buffer.from([0xff, 0xd9]),
  },
  {
    mediaType: 'image/png',
    extension: 'png',
    begins: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ends: Buffer.from('IEND\xae\x42\x60\x82', 'latin1'),
  },
];

type Looking = { maxBytes: number; owner: string; scanner: Scanner };

/** The one place where evidence is looked at before it is kept: a PDF as any document is, or a whole JPEG or PNG; then scanned. */
export async function checkEvidence(
  file: Result<ReceivedFile, UploadRefusal>,
  looking: Looking,
): Promise<Result<CheckedEvidence, EvidenceRefusal>> {
  const recognised = await recogniseEvidence(file, looking);
  if (!recognised.ok) return recognised;
  const scanned = await scanFile(recognised.value.content, looking.scanner);
  return scanned.ok ? ok({ ...recognised.value, scan: scanned.value }) : scanned;
}

async function recogniseEvidence(
  file: Result<ReceivedFile, UploadRefusal>,
  { maxBytes, owner }: Looking,
): Promise<Result<Omit<CheckedEvidence, 'scan'>, EvidenceRefusal>> {
  const most = Math.min(maxBytes, MAX_FILE_BYTES);
  if (!file.ok) return refuse(file.refusal.kind === 'too-large' ? tooLarge(most) : { kind: file.refusal.kind });
  const { fileName, content } = file.value;
  if (content.length > most) return refuse(tooLarge(most));
  const image = IMAGES.find(({ begins, ends }) => isWhole(content, begins, ends));
  if (image) return ok({ fileName: namedAs(fileName, image.extension), mediaType: image.mediaType, content });
  if (uploadFormat(content) !== 'pdf') return refuse({ kind: 'not-pdf' });
  const rule = { maxPages: null, pageSize: null, maxBytes: most };
  const accepted = acceptDocument(await inspectPdf(content, { owner }), rule);
  return accepted.ok ? ok({ fileName, mediaType: 'application/pdf', content }) : accepted;
}

const tooLarge = (maxBytes: number) => ({ kind: 'too-large', maxBytes }) as const;

const isWhole = (content: Buffer, begins: Buffer, ends: Buffer): boolean =>
  content.subarray(0, begins.length).equals(begins) && content.subarray(-ends.length).equals(ends);

/** A received file is named as a PDF; a photograph gets the name of what it is. */
const namedAs = (fileName: string, extension: string): string =>
  `${fileName.replace(/\.pdf$/i, '').replace(/\.(?:jpe?g|png)$/i, '')}.${extension}`;
