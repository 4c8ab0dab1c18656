import { createFairQueue } from './fair-queue.ts';
import { runLimited } from './limited-process.ts';
import { MAX_PAGES_MEASURED } from './pdf-findings.ts';
import { inPrivateFile } from './private-file.ts';

export type DocumentText =
  /** The words of each page, in the order in which they are read; a page without any is empty. */
  { kind: 'read'; pages: string[] } | { kind: 'busy' | 'unreadable' };

const LIMITS = { timeoutMs: 6000, maxMemoryBytes: 512 * 1024 * 1024, maxOutputBytes: 5_000_000 };

const inTurn = createFairQueue({ places: 2, waitingEach: 3 });

/**
 * The text of a PDF without anything else that is in it: no picture, no link, no metadata. A short-lived child process reads
 * the file, at most two at once, in turn for each `owner`.
 */
export async function documentText(pdf: Uint8Array, { owner = '' }: { owner?: string } = {}): Promise<DocumentText> {
  const read = await inTurn(owner, () =>
    inPrivateFile(pdf, async (path): Promise<DocumentText> => {
      const given = ['-enc', 'UTF-8', '-l', String(MAX_PAGES_MEASURED), path, '-'];
      const end = await runLimited('pdftotext', given, LIMITS);
      if (end.kind !== 'ended' || end.status !== 0) return { kind: 'unreadable' };
      // Each page ends with a form feed.
      const pages = end.output.split('\f').map((page) => page.replaceAll(/[^\P{Cc}\n\t]/gu, ''));
      return { kind: 'read', pages: pages.slice(0, -1) };
    }),
  );
  return read ?? { kind: 'busy' };
}
