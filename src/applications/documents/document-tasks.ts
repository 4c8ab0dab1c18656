import type { Context } from '../../people/context.ts';
import { queueMail } from '../../platform/mail.ts';
import { scannerOf, type Scanner } from '../../platform/malware/scanner.ts';
import type { Task } from '../../platform/tasks.ts';
import { infectedMail } from './document-mail-texts.ts';
import { forgetSetAside, nextToScan, recordClean, recordInfected } from './quarantine-queries.ts';

type Outside = Pick<Context, 'db' | 'config' | 'organisation'>;

const SCAN_EVERY_MS = 30_000;
const FORGET_EVERY_MS = 10 * 60_000;
/** How long a document that was replaced or removed can be put back. */
const SET_ASIDE_MS = 24 * 60 * 60_000;

/** What Concours does about documents by itself. */
export function documentTasks(context: Outside & Pick<Context, 'clock'>): Task[] {
  const { db, config, clock } = context;
  const scanner = scannerOf(config);
  const forget = () => forgetSetAside(db, new Date(clock().getTime() - SET_ASIDE_MS));
  return [
    { name: 'scans of documents', everyMs: SCAN_EVERY_MS, run: () => scanWaiting(context, scanner, clock()) },
    { name: 'documents set aside', everyMs: FORGET_EVERY_MS, run: forget },
  ];
}

/**
 * Scans what has not been scanned, the oldest first: clean, it leaves quarantine; with malware, it is thrown away and its
 * sender told. Stops at the first that gets no verdict, to be tried again later. Answers how many got one.
 */
export async function scanWaiting(context: Outside, scanner: Scanner, now: Date): Promise<number> {
  if (scanner.kind !== 'clamd') return 0;
  const { db, config, organisation } = context;
  let scanned = 0;
  let after = new Date(0);
  for (;;) {
    const waiting = await nextToScan(db, after);
    if (!waiting) return scanned;
    const { kind } = await scanner.scan(waiting.content);
    if (kind === 'not-scanned') return scanned;
    if (kind === 'clean') await recordClean(db, waiting, now);
    else
      await recordInfected(db, waiting, {
        now,
        tell: (transaction, infected) =>
          queueMail(transaction, infectedMail(infected, { organisation, publicUrl: config.PUBLIC_URL }), now),
      });
    scanned += 1;
    after = waiting.uploadedAt;
  }
}
