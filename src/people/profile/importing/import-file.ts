import { extname, join } from 'node:path';
import { MAX_DOCUMENT_BYTES, type DocumentRefusal } from '../../../notices/documents/document.ts';
import { plainText } from '../../../notices/documents/notice-text.ts';
import { sniff } from '../../../platform/documents/file-format.ts';
import { READER_LIMITS, READER_OPTIONS } from '../../../platform/documents/reader-process.ts';
import { createFairQueue } from '../../../platform/pdf/fair-queue.ts';
import { runLimited } from '../../../platform/pdf/limited-process.ts';
import { ok, refuse, type Result } from '../../../platform/result.ts';
import type { ImportFormat } from '../profile-queries.ts';
import type { Taking } from './birth-dates.ts';
import { readCv, type Levels } from './cv-reader.ts';
import { readEuropass, type EuropassRefusal } from './europass.ts';
import { readJsonResume, type JsonResumeRefusal } from './json-resume.ts';
import type { Proposal } from './proposal.ts';
import { isXml, type ImportedText } from './read-imported-file.ts';

export type ImportRefusal = DocumentRefusal | EuropassRefusal | JsonResumeRefusal;
export type ImportedFile = { format: ImportFormat; proposal: Proposal };

/** What a file proposes for a profile. Its format is told from its bytes; a document is read in a process of its own. */
export async function importFile(
  bytes: Uint8Array,
  { levels, owner, taking }: { levels: Levels; owner: string; taking: Taking },
): Promise<Result<ImportedFile, ImportRefusal>> {
  if (bytes.length === 0) return refuse({ kind: 'empty' });
  if (bytes.length > MAX_DOCUMENT_BYTES)
    return refuse({ kind: 'too-large', bytes: bytes.length, maxBytes: MAX_DOCUMENT_BYTES });
  const format = sniff(bytes);
  if (typeof format === 'object') return refuse({ kind: 'other-format', format: format.other });
  const read =
    format === 'text' || format === 'record' || format === 'html' ? textFile(bytes) : await document(bytes, owner);
  if (!read.ok) return read;
  const { kind, text } = read.value;
  if (kind === 'cv' && format === 'record') return made('json-resume', readJsonResume(text, taking));
  return kind === 'europass' ? made('europass', readEuropass(text, taking)) : made('cv', ok(readCv(text, levels)));
}

const made = (format: ImportFormat, read: Result<Proposal, ImportRefusal>): Result<ImportedFile, ImportRefusal> =>
  read.ok ? ok({ format, proposal: read.value }) : read;

/** A text as it is: of a CV, of JSON, or the XML of Europass. */
function textFile(bytes: Uint8Array): Result<ImportedText, DocumentRefusal> {
  const read = plainText(bytes, 'text');
  return read.ok ? ok({ kind: isXml(read.value.text) ? 'europass' : 'cv', text: read.value.text }) : read;
}

/** One file of each person at a time, two in all. */
const inTurn = createFairQueue({ places: 2, waitingEach: 1 });
const PROGRAM = join(import.meta.dirname, `import-process${extname(import.meta.filename)}`);

async function document(bytes: Uint8Array, owner: string): Promise<Result<ImportedText, DocumentRefusal>> {
  const end = await inTurn(owner, () =>
    runLimited(process.execPath, [...READER_OPTIONS, PROGRAM], { ...READER_LIMITS, input: bytes }),
  );
  if (!end || end.kind === 'took-too-long') return refuse({ kind: 'took-too-long' });
  if (end.kind === 'not-installed') return refuse({ kind: 'not-limited' });
  if (end.kind === 'said-too-much' || end.status !== 0) return refuse({ kind: 'too-much-inside' });
  return JSON.parse(end.output) as Result<ImportedText, DocumentRefusal>;
}
