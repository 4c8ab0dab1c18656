import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAX_FILE_BYTES } from '../web.ts';
import { createFairQueue } from './fair-queue.ts';
import { runLimited, type ProcessEnd } from './limited-process.ts';
import { MAX_PAGES_MEASURED, readPdfinfo, readQpdfJson, type PdfFindings, type PdfProblem } from './pdf-findings.ts';
import { pdfTools } from './pdf-tools.ts';

/** Enough for the largest honest file; the programs need about 10 MB (measured). */
const MAX_MEMORY_BYTES = 512 * 1024 * 1024;
const MAX_OUTPUT_BYTES = 20_000_000;

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
  if (!looksLikePdf(bytes)) return { kind: 'not-a-pdf' };
  if (!endsLikePdf(bytes)) return { kind: 'damaged' };
  return (await inTurn(owner, () => inspectInPrivate(bytes, timeoutMs))) ?? { kind: 'busy' };
}

/** A PDF begins with `%PDF-`; one that is also a zip archive is nobody's honest letter. */
function looksLikePdf(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.toString('latin1', 0, 5) !== '%PDF-') return false;
  const zipEnd = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (zipEnd === -1 || zipEnd + 22 > file.length) return true;
  const afterLastPage = zipEnd > file.lastIndexOf('%%EOF', undefined, 'latin1');
  return !afterLastPage && zipEnd + 22 + file.readUInt16LE(zipEnd + 20) !== file.length;
}

/** Without its end mark a file was cut off on its way, and what follows the cut is lost. */
const endsLikePdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.slice(-2048)).includes('%%EOF', 0, 'latin1');

async function inspectInPrivate(bytes: Uint8Array, timeoutMs: number): Promise<PdfFindings | PdfProblem> {
  const folder = await mkdtemp(join(tmpdir(), 'concours-pdf-'));
  try {
    const path = join(folder, 'file.pdf');
    await writeFile(path, bytes, { mode: 0o600, flag: 'wx' });
    return await inspectFile(path, performance.now() + timeoutMs);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inspectFile(path: string, until: number): Promise<PdfFindings | PdfProblem> {
  const pages = await run('pdfinfo', ['-f', '1', '-l', String(MAX_PAGES_MEASURED), path], until);
  if (pages.kind !== 'ended') return problemOf(pages);
  if (/Incorrect password/i.test(pages.messages)) return { kind: 'encrypted' };
  if (pages.status !== 0) return { kind: 'damaged' };
  const findings = readPdfinfo(pages.output);
  if (findings.kind !== 'read') return findings;
  if (findings.pages > MAX_PAGES_MEASURED || (await pdfTools()).qpdf === undefined)
    return { ...findings, carries: undefined };

  const objects = await run('qpdf', ['--json=2', '--json-stream-data=none', ...QPDF_KEYS, path], until);
  if (objects.kind !== 'ended') return problemOf(objects);
  const { pages: counted, carries } = readQpdfJson(objects.output);
  return counted === findings.pages ? { ...findings, carries } : { kind: 'damaged' };
}

const QPDF_KEYS = ['--json-key=pages', '--json-key=qpdf'];

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
