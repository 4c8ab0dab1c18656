import { MAX_FILE_BYTES } from '../web.ts';
import { createFairQueue } from './fair-queue.ts';
import { runLimited, type ProcessEnd } from './limited-process.ts';
import { MAX_PAGES_MEASURED, readPdfinfo, readQpdfJson, type PdfFindings, type PdfProblem } from './pdf-findings.ts';
import { inPrivateFile } from './private-file.ts';
import { readPdfText } from './pdf-text.ts';
import { pdfTools } from './pdf-tools.ts';

/** Enough for the largest honest file; the programs need about 10 MB (measured). */
const MAX_MEMORY_BYTES = 512 * 1024 * 1024;
const MAX_OUTPUT_BYTES = 20_000_000;
/** Of the time in all, for reading the text: a page of an honest letter takes a few milliseconds. */
const MAX_TEXT_MS = 4000;

const inTurn = createFairQueue({ places: 2, waitingEach: 3 });

/**
 * Says what these bytes are: the pages, sizes and contents of a PDF, or why they are not taken for one. Short-lived
 * child processes read the file, killed after `timeoutMs` in all; at most two files at once, one for each `owner`.
 */
export async function inspectPdf(
  bytes: Uint8Array,
  { timeoutMs = 8000, owner = '' }: { timeoutMs?: number; owner?: string } = {},
): Promise<PdfFindings | PdfProblem> {
  if (bytes.length === 0) return { kind: 'empty' };
  if (bytes.length > MAX_FILE_BYTES) return { kind: 'too-large' };
  if (!beginsLikePdf(bytes)) return { kind: 'not-a-pdf' };
  if (isZipToo(bytes)) return { kind: 'two-in-one' };
  if (!endsLikePdf(bytes)) return { kind: 'damaged' };
  const inspected = await inTurn(owner, () =>
    inPrivateFile(bytes, (path) => inspectFile(path, performance.now() + timeoutMs)),
  );
  return inspected ?? { kind: 'busy' };
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const beginsLikePdf = (bytes: Uint8Array): boolean => bufferOf(bytes).toString('latin1', 0, 5) === '%PDF-';

/** A PDF that is also a zip archive is nobody's honest letter. */
function isZipToo(bytes: Uint8Array): boolean {
  const file = bufferOf(bytes);
  const zipEnd = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (zipEnd === -1 || zipEnd + 22 > file.length) return false;
  const afterLastPage = zipEnd > file.lastIndexOf('%%EOF', undefined, 'latin1');
  return afterLastPage || zipEnd + 22 + file.readUInt16LE(zipEnd + 20) === file.length;
}

/** Without its end mark a file was cut off on its way, and what follows the cut is lost. */
const endsLikePdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.slice(-2048)).includes('%%EOF', 0, 'latin1');

async function inspectFile(path: string, until: number): Promise<PdfFindings | PdfProblem> {
  const pages = await run('pdfinfo', ['-f', '1', '-l', String(MAX_PAGES_MEASURED), path], until);
  if (pages.kind !== 'ended') return problemOf(pages);
  if (/Incorrect password/i.test(pages.messages)) return { kind: 'encrypted' };
  if (pages.status !== 0) return { kind: 'damaged' };
  const findings = readPdfinfo(pages.output);
  if (findings.kind !== 'read') return findings;
  const text = { pagesWithoutText: [], pagesWithHiddenText: [] };
  if (findings.pages > MAX_PAGES_MEASURED) return { ...findings, ...text, carries: undefined };

  const carried = await carriedBy(path, findings.pages, until);
  if (typeof carried === 'object' && 'kind' in carried) return carried;
  const printed = await run('pdftohtml', [...TEXT, path], Math.min(until, performance.now() + MAX_TEXT_MS));
  if (printed.kind !== 'ended') return problemOf(printed);
  if (printed.status !== 0) return { kind: 'damaged' };
  return { ...findings, ...readPdfText(printed.output), carries: carried };
}

/** What the file carries beside its pages, once qpdf has found as many pages as were found before. */
async function carriedBy(path: string, pages: number, until: number): Promise<PdfFindings['carries'] | PdfProblem> {
  if ((await pdfTools()).qpdf === undefined) return undefined;
  const objects = await run('qpdf', ['--json=2', '--json-stream-data=none', ...QPDF_KEYS, path], until);
  if (objects.kind !== 'ended') return problemOf(objects);
  const { pages: counted, carries } = readQpdfJson(objects.output);
  return counted === pages ? carries : { kind: 'damaged' };
}

const QPDF_KEYS = ['--json-key=pages', '--json-key=qpdf'];
/** Every text with its place, size and colour; no picture is drawn and no file written. */
const TEXT = ['-xml', '-hidden', '-i', '-q', '-stdout', '-l', String(MAX_PAGES_MEASURED)];

const run = (program: string, given: string[], until: number): Promise<ProcessEnd> =>
  runLimited(program, given, {
    timeoutMs: Math.max(until - performance.now(), 1),
    maxMemoryBytes: MAX_MEMORY_BYTES,
    maxOutputBytes: MAX_OUTPUT_BYTES,
  });

function problemOf(end: Exclude<ProcessEnd, { kind: 'ended' }>): PdfProblem {
  return {
    kind: end.kind === 'not-installed' ? 'not-checked' : end.kind === 'said-too-much' ? 'damaged' : 'took-too-long',
  };
}
