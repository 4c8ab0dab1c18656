import { createFairQueue } from './fair-queue.ts';
import { runLimited, type ProcessEnd } from './limited-process.ts';
import type { PdfProblem } from './pdf-findings.ts';
import { joinPieces, markInvisible, picturesIn, piecesIn, type JoinedText, type PdfPiece } from './pdf-lines.ts';
import { PER_POINT } from './pdf-text.ts';
import { inPrivateFile } from './private-file.ts';

/** The words of a PDF, what of them no reader sees, its links, and what it says it was made with. */
export type PdfReading = JoinedText & { kind: 'read'; madeWith: string[] };

const MAX_MEMORY_BYTES = 512 * 1024 * 1024;
const MAX_OUTPUT_BYTES = 20_000_000;
/** No letter has more pages; what follows is not read. */
const MAX_PAGES = 50;
/** As much of a page as a scan covers at least: text that is invisible over it is the scanner's own. */
const SCANNED_SHARE = 0.5;

/** One at a time: those who upload a file are waiting for theirs, and a reader of many letters is not. */
const inTurn = createFairQueue({ places: 1, waitingEach: 100 });

/**
 * Reads the words of a PDF that was taken as one (`inspect-pdf.ts`), by short-lived child processes with the same limits
 * of time, memory and output: nothing is drawn, and no file is written.
 */
export async function readPdf(
  bytes: Uint8Array,
  { timeoutMs = 8000 }: { timeoutMs?: number } = {},
): Promise<PdfReading | PdfProblem> {
  const reading = await inTurn('', () =>
    inPrivateFile(bytes, (path) => readFileAt(path, performance.now() + timeoutMs)),
  );
  return reading ?? { kind: 'busy' };
}

async function readFileAt(path: string, until: number): Promise<PdfReading | PdfProblem> {
  const run = (program: string, given: string[]) => runBefore(until, program, [...given, path]);
  const told = await run('pdfinfo', []);
  if (told.kind !== 'ended') return { kind: problemOf(told) };
  if (/Incorrect password/i.test(told.messages)) return { kind: 'encrypted' };
  const everything = await run('pdftohtml', [...TEXT, '-hidden']);
  const shown = await run('pdftohtml', TEXT);
  for (const end of [everything, shown]) if (end.kind !== 'ended') return { kind: problemOf(end) };
  if (everything.kind !== 'ended' || shown.kind !== 'ended' || everything.status !== 0) return { kind: 'damaged' };
  const pieces = markInvisible(piecesIn(everything.output), piecesIn(shown.output));
  const scanned = pieces.some(({ hidden }) => hidden === 'invisible') ? await run('pdfimages', LIST) : undefined;
  const pictures = scanned?.kind === 'ended' ? picturesIn(scanned.output) : [];
  return { kind: 'read', ...joinPieces(withoutScans(pieces, pictures)), madeWith: madeWith(told.output) };
}

const TEXT = ['-xml', '-i', '-q', '-stdout', '-l', String(MAX_PAGES)];
const LIST = ['-list', '-l', String(MAX_PAGES)];

const runBefore = (until: number, program: string, given: string[]): Promise<ProcessEnd> =>
  runLimited(program, given, {
    timeoutMs: Math.max(until - performance.now(), 1),
    maxMemoryBytes: MAX_MEMORY_BYTES,
    maxOutputBytes: MAX_OUTPUT_BYTES,
  });

const problemOf = ({ kind }: ProcessEnd): PdfProblem['kind'] =>
  kind === 'not-installed' ? 'not-checked' : kind === 'took-too-long' ? 'took-too-long' : 'damaged';

function withoutScans(pieces: readonly PdfPiece[], pictures: ReturnType<typeof picturesIn>): PdfPiece[] {
  const scans = (page: PdfPiece['page']) =>
    pictures.some(
      ({ page: on, area }) => on === page.number && area >= (SCANNED_SHARE * page.width * page.height) / PER_POINT ** 2,
    );
  return pieces.map((piece) =>
    piece.hidden === 'invisible' && scans(piece.page) ? { ...piece, hidden: undefined } : piece,
  );
}

/** The programs that the file names; it may say what it likes. */
const madeWith = (output: string): string[] => [
  ...new Set(
    [...output.matchAll(/^(?:Creator|Producer): +(.{1,200})$/gm)].map(([, name = '']) =>
      name
        .replaceAll(/\p{Cc}/gu, '')
        .trim()
        .toWellFormed(),
    ),
  ),
];
