import type { Context } from '../../people/context.ts';
import { queueMail } from '../../platform/mail.ts';
import { scannerOf, type Scanner } from '../../platform/malware/scanner.ts';
import type { Task } from '../../platform/tasks.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { scanLater } from '../documents/later-scans.ts';
import { infectedFileMail } from './evidence-mail.ts';
import { nextEvidenceToScan, recordCleanEvidence, recordInfectedEvidence } from './evidence-scan-queries.ts';
import { deleteExpiredEvidence, deleteExpiredRequests } from './retention-queries.ts';

const EVERY_MS = 3_600_000;
const SCAN_EVERY_MS = 30_000;

type Scanning = Pick<Context, 'db' | 'config' | 'accommodationKeys'>;

/** What Concours does about requests for an accommodation by itself: it scans what waits, and forgets in time. */
export const accommodationTasks = (context: Scanning & Pick<Context, 'organisation' | 'clock'>): Task[] => [
  {
    name: 'scans of evidence',
    everyMs: SCAN_EVERY_MS,
    run: () => scanWaitingEvidence(context, scannerOf(context.config), context.clock()),
  },
  { name: 'accommodation retention', everyMs: EVERY_MS, run: () => forgetAccommodation(context, context.clock()) },
];

/**
 * Scans the evidence that waits, the oldest first: clean, it leaves quarantine; with malware, it is deleted and its sender
 * told. Answers how many got a verdict.
 */
export function scanWaitingEvidence(
  { db, config, accommodationKeys }: Scanning,
  scanner: Scanner,
  now: Date,
): Promise<number> {
  return scanLater(scanner, {
    next: (seen) => nextEvidenceToScan(db, accommodationKeys, seen),
    clean: (waiting) => recordCleanEvidence(db, waiting, now),
    infected: (waiting) =>
      recordInfectedEvidence(db, waiting, {
        now,
        tell: (transaction, sender) => queueMail(transaction, infectedFileMail(sender, config.PUBLIC_URL), now),
      }),
  });
}

/** Deletes what `retention.yaml` says is kept no longer at `now`; a period that nobody has set deletes nothing. */
export async function forgetAccommodation(
  { db, organisation }: Pick<Context, 'db' | 'organisation'>,
  now: Date,
): Promise<number> {
  const evidence = monthsOf('accommodation-evidence', organisation);
  const requests = monthsOf('accommodation-requests', organisation);
  return db.transaction().execute(async (transaction) => {
    const files = evidence === null ? 0 : await deleteExpiredEvidence(transaction, evidence, now);
    return files + (requests === null ? 0 : await deleteExpiredRequests(transaction, requests, now));
  });
}

const monthsOf = (wanted: string, { retention }: Organisation): number | null =>
  retention.find(({ code }) => code === wanted)?.months ?? null;
