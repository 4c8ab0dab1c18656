import type { Context } from '../../people/context.ts';
import { queueMail } from '../../platform/mail.ts';
import { scannerOf, type Scanner } from '../../platform/malware/scanner.ts';
import type { Task } from '../../platform/tasks.ts';
import { infectedMail } from './document-mail-texts.ts';
import { scanLater } from './later-scans.ts';
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
 * sender told. Answers how many got a verdict.
 */
export function scanWaiting(context: Outside, scanner: Scanner, now: Date): Promise<number> {
  const { db, config, organisation } = context;
  let after = new Date(0);
  return scanLater(scanner, {
    next: async () => {
      const waiting = await nextToScan(db, after);
      after = waiting?.uploadedAt ?? after;
      return waiting;
    },
    clean: (waiting) => recordClean(db, waiting, now),
    infected: (waiting) =>
      recordInfected(db, waiting, {
        now,
        tell: (transaction, infected) =>
          queueMail(transaction, infectedMail(infected, { organisation, publicUrl: config.PUBLIC_URL }), now),
      }),
  });
}
