import { createFairQueue } from './fair-queue.ts';
import { runLimited } from './limited-process.ts';
import { inPrivateFile } from './private-file.ts';

/** Wide enough to see where lines and pages end; a page of text weighs 30 to 60 kB. */
const WIDTH = 480;
const LIMITS = { timeoutMs: 5000, maxMemoryBytes: 512 * 1024 * 1024, maxOutputBytes: 3_000_000 };

/** A browser asks for a few pages at once; they are drawn one after the other, beside those of one other person. */
const inTurn = createFairQueue({ places: 2, waitingEach: 12, waitingInAll: 60 });

export type DrawnPage = { kind: 'drawn'; png: Buffer } | { kind: 'not-drawn' | 'busy' };

/** Draws one page of a PDF that was inspected before, in a limited program that is killed after five seconds. */
export async function drawPage(pdf: Uint8Array, { page, owner }: { page: number; owner: string }): Promise<DrawnPage> {
  const options = ['-png', '-singlefile', '-scale-to-x', String(WIDTH), '-scale-to-y', '-1'];
  const place = ['-f', String(page), '-l', String(page)];
  const end = await inTurn(owner, () =>
    inPrivateFile(pdf, (path) => runLimited('pdftoppm', [...options, ...place, path], LIMITS)),
  );
  if (!end) return { kind: 'busy' };
  const drawn = end.kind === 'ended' && end.status === 0 && end.bytes.toString('latin1', 1, 4) === 'PNG';
  return drawn ? { kind: 'drawn', png: end.bytes } : { kind: 'not-drawn' };
}
