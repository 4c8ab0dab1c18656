import type { Scanner } from '../../platform/malware/scanner.ts';

/** A file that was kept before it was scanned. */
export type WaitingFile = { id: string; content: Buffer };

/** Where files wait for a scan, and what is done once there is a verdict. */
export type Waiting<File extends WaitingFile> = {
  /** The file that has waited longest, but for those looked at already. */
  next: (seen: readonly string[]) => Promise<File | undefined>;
  clean: (file: File) => Promise<void>;
  infected: (file: File) => Promise<void>;
};

/** Scans what waits, the oldest first. Stops at the first that gets no verdict, to be tried again later. Answers how many got one. */
export async function scanLater<File extends WaitingFile>(scanner: Scanner, waiting: Waiting<File>): Promise<number> {
  if (scanner.kind !== 'clamd') return 0;
  const seen: string[] = [];
  for (;;) {
    const file = await waiting.next(seen);
    if (!file) return seen.length;
    const { kind } = await scanner.scan(file.content);
    if (kind === 'not-scanned') return seen.length;
    await (kind === 'clean' ? waiting.clean(file) : waiting.infected(file));
    seen.push(file.id);
  }
}
