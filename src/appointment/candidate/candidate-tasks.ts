import type { Kysely } from 'kysely';
import { infectedFileMail } from '../../applications/accommodation/evidence-mail.ts';
import { scanLater } from '../../applications/documents/later-scans.ts';
import type { Context } from '../../people/context.ts';
import { queueMail, type Mail } from '../../platform/mail.ts';
import { scannerOf, type Scanner } from '../../platform/malware/scanner.ts';
import type { Task } from '../../platform/tasks.ts';
import { announcingZone } from '../../regulations/deadline.ts';
import type { Schema } from '../../schema.ts';
import { civilDayIn } from '../../site/dates.ts';
import { casesUnderWay, type Chosen } from '../conditions/appointment-queries.ts';
import { tracksOf, type TakenTrack } from '../conditions/track-queries.ts';
import { sentIn } from './condition-document-queries.ts';
import { candidateMailDue, type CandidateMailKind } from './candidate-mail.ts';
import { claimMail, mailsSent } from './candidate-mail-queries.ts';
import { missingFrom } from './condition-document.ts';
import { eraseExpiredDocuments } from './document-retention-queries.ts';
import { nextDocumentToScan, recordCleanDocument, recordInfectedDocument } from './document-scan-queries.ts';
import { MY_APPOINTMENT_TEXTS } from './my-appointment-texts.ts';

type Outside = { db: Kysely<Schema> } & Pick<Context, 'config' | 'organisation' | 'accommodationKeys'>;

const MAIL_EVERY_MS = 600_000;
const SCAN_EVERY_MS = 30_000;
const ERASE_EVERY_MS = 3_600_000;

/** What Concours does by itself for candidates: scans what they sent, tells them of news, and erases in time. */
export function candidateTasks(context: Outside & Pick<Context, 'clock'>): Task[] {
  const { clock } = context;
  const scanner = scannerOf(context.config);
  return [
    {
      name: 'scans of files for conditions',
      everyMs: SCAN_EVERY_MS,
      run: () => scanConditionDocuments(context, scanner, clock()),
    },
    { name: 'mails about appointments', everyMs: MAIL_EVERY_MS, run: () => mailCandidates(context, clock()) },
    { name: 'files of settled conditions', everyMs: ERASE_EVERY_MS, run: () => eraseSettled(context, clock()) },
  ];
}

/** Scans what waits: clean, its office may open it; with malware, it is deleted and its sender told. Answers how many got a verdict. */
export function scanConditionDocuments(
  { db, config, accommodationKeys }: Outside,
  scanner: Scanner,
  now: Date,
): Promise<number> {
  return scanLater(scanner, {
    next: (seen) => nextDocumentToScan(db, accommodationKeys, seen),
    clean: (waiting) => recordCleanDocument(db, waiting, now),
    infected: (waiting) =>
      recordInfectedDocument(db, waiting, {
        now,
        mail: (transaction, sender) => queueMail(transaction, infectedFileMail(sender, config.PUBLIC_URL), now),
      }),
  });
}

/** Erases what the organisation keeps no longer; a number of days that nobody has set erases nothing. */
export async function eraseSettled({ db, organisation }: Outside, now: Date): Promise<number> {
  const { keptDays } = organisation.appointment.conditionDocuments;
  return keptDays === null
    ? 0
    : db.transaction().execute((transaction) => eraseExpiredDocuments(transaction, keptDays, now));
}

/**
 * Reminds candidates of what they were asked for, on the days that the organisation's data give, and tells them that a condition
 * was settled or refused: at most one mail a day to each, with no word of which. Answers how many mails.
 */
export async function mailCandidates({ db, config, organisation }: Outside, now: Date): Promise<number> {
  const { conditions, conditionReminders } = organisation.appointment;
  const today = civilDayIn(now, announcingZone(organisation, now));
  const cases = await casesUnderWay(db);
  const ids = cases.flatMap(({ appointment }) => appointment?.id ?? []);
  const tracks = await tracksOf(db, ids, conditions);
  const sent = await sentIn(db, ids);
  const mails = await mailsSent(db, ids);
  let count = 0;
  for (const chosen of cases) {
    const { appointment, applicantId: accountId } = chosen;
    if (!appointment) continue;
    const { id: appointmentId, begunAt } = appointment;
    const own = tracks.get(appointmentId) ?? [];
    const state = {
      begunOn: civilDayIn(begunAt, announcingZone(organisation, now)),
      isMissing: own.some((track) => missingFrom(track, sent.get(appointmentId) ?? []).length > 0),
      news: newsOf(own),
      mails: mails.get(appointmentId) ?? [],
    };
    const kind = candidateMailDue(state, { candidateAfter: conditionReminders.candidateAfter, today });
    if (!kind) continue;
    count += await db.transaction().execute(async (transaction) => {
      if (!(await claimMail(transaction, { accountId, appointmentId, kind, day: today, at: now }))) return 0;
      await queueMail(transaction, candidateMail(chosen, kind, config.PUBLIC_URL), now);
      return 1;
    });
  }
  return count;
}

/** When something was last recorded that a candidate is to know of. */
function newsOf(tracks: readonly TakenTrack[]): Date | undefined {
  const told = tracks.flatMap(({ steps }) => steps.filter(({ action }) => ['meet', 'fail', 'waive'].includes(action)));
  return told.map(({ takenAt }) => takenAt).toSorted((one, other) => other.getTime() - one.getTime())[0];
}

/** Who else reads the mailbox learns neither the post nor the condition. */
function candidateMail(
  { name, email, language }: Pick<Chosen, 'name' | 'email' | 'language'>,
  kind: CandidateMailKind,
  publicUrl: string,
): Mail {
  const { subject, text } = MY_APPOINTMENT_TEXTS[language].mails[kind];
  const link = `${publicUrl}/${language}/my/applications`;
  return { to: { name, address: email }, subject, text: `${text}\n\n${link}\n`, language };
}
