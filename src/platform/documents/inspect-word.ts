import { createFairQueue } from '../pdf/fair-queue.ts';
import type { ProcessEnd } from '../pdf/limited-process.ts';
import { programBeside, READER_LIMITS, readInProcess } from './reader-process.ts';
import type { WordFindings, WordProblem } from './word-findings.ts';

const inTurn = createFairQueue({ places: 2, waitingEach: 3 });
const PROGRAM = programBeside(import.meta, 'word-process');

/**
 * Says what a zip is: a Word file that may be opened, or why not. It is read in a process of its own, within limits of
 * time, memory and unpacked size; at most two files at once, one for each `owner`.
 */
export async function inspectWord(
  bytes: Uint8Array,
  { timeoutMs = READER_LIMITS.timeoutMs, owner = '' }: { timeoutMs?: number; owner?: string } = {},
): Promise<WordFindings | WordProblem> {
  const end = await inTurn(owner, () => readInProcess(PROGRAM, bytes, timeoutMs));
  return end ? found(end) : { kind: 'busy' };
}

function found(end: ProcessEnd): WordFindings | WordProblem {
  if (end.kind === 'not-installed') return { kind: 'not-checked' };
  if (end.kind === 'took-too-long') return end;
  // It ends without an answer where its memory was used up.
  if (end.kind === 'said-too-much' || end.status !== 0) return { kind: 'too-much-inside' };
  return JSON.parse(end.output) as WordFindings | WordProblem;
}
