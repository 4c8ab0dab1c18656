import { decoded, sniff } from '../../platform/documents/file-format.ts';
import { programBeside, READER_LIMITS, readInProcess } from '../../platform/documents/reader-process.ts';
import { createFairQueue } from '../../platform/pdf/fair-queue.ts';
import type { ProcessEnd } from '../../platform/pdf/limited-process.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { MAX_DOCUMENT_BYTES, MAX_TEXT_BYTES, type DocumentRefusal, type DocumentText } from './document.ts';

/**
 * The text of a notice, as `readNotice` reads it, from a file of any format that we read; a text comes as it is. The
 * format is told from the bytes alone. Documents are read in a short-lived process, two at once at most.
 */
export async function noticeText(
  bytes: Uint8Array,
  { timeoutMs = READER_LIMITS.timeoutMs }: { timeoutMs?: number } = {},
): Promise<Result<DocumentText, DocumentRefusal>> {
  if (bytes.length === 0) return refuse({ kind: 'empty' });
  if (bytes.length > MAX_DOCUMENT_BYTES)
    return refuse({ kind: 'too-large', bytes: bytes.length, maxBytes: MAX_DOCUMENT_BYTES });
  const format = sniff(bytes);
  if (typeof format === 'object') return refuse({ kind: 'other-format', format: format.other });
  return format === 'text' || format === 'record' ? plainText(bytes, format) : documentText(bytes, timeoutMs);
}

/** The text that bytes are, word for word; refused where they cannot be kept as text. */
export function plainText(bytes: Uint8Array, format: 'text' | 'record'): Result<DocumentText, DocumentRefusal> {
  if (bytes.length > MAX_TEXT_BYTES)
    return refuse({ kind: 'too-large', bytes: bytes.length, maxBytes: MAX_TEXT_BYTES });
  const text = decoded(bytes);
  if (text === undefined || isBinary(text)) return refuse({ kind: 'unknown-format' });
  const broken = /[\0\uFFFD]/.exec(text);
  if (broken) return refuse({ kind: 'broken-text', line: text.slice(0, broken.index).split('\n').length });
  return text.trim() === '' ? refuse({ kind: 'empty' }) : ok({ text, format, hiddenText: false });
}

/** Where a tenth of the first characters are none, the file is something else than a text with a flaw. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 2000);
  const broken = start.match(/[\0\uFFFD]/g)?.length ?? 0;
  return broken > 8 && broken > start.length / 10;
}

const inTurn = createFairQueue({ places: 2, waitingEach: 1 });
let files = 0;

async function documentText(bytes: Uint8Array, timeoutMs: number): Promise<Result<DocumentText, DocumentRefusal>> {
  files += 1;
  const end = await inTurn(`file ${files}`, () => readInProcess(PROGRAM, bytes, timeoutMs));
  return outcomeOf(end ?? { kind: 'took-too-long' });
}

const PROGRAM = programBeside(import.meta, 'document-process');

function outcomeOf(end: ProcessEnd): Result<DocumentText, DocumentRefusal> {
  if (end.kind === 'not-installed') return refuse({ kind: 'not-limited' });
  if (end.kind === 'said-too-much') return refuse({ kind: 'too-much-inside' });
  if (end.kind === 'took-too-long') return refuse({ kind: 'took-too-long' });
  // It ends without an answer where its memory was used up.
  if (end.status !== 0) return refuse({ kind: 'too-much-inside' });
  return JSON.parse(end.output) as Result<DocumentText, DocumentRefusal>;
}
