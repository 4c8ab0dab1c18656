import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Kysely, Selectable } from 'kysely';
import type { Db, Schema } from '../schema.ts';
import type { Language } from './language.ts';

/** A mail in the reader's language. Plain text: it reads well everywhere, and nothing in it can be disguised. */
export type Mail = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  language: Language;
  /** Where a POST ends mails of this kind, with one press and without a sign-in (RFC 8058). */
  unsubscribeUrl?: string | undefined;
  /** An entry for the reader’s calendar (iCalendar), and whether it is there or no more (RFC 5546). */
  calendar?: { method: 'PUBLISH' | 'CANCEL'; content: string } | undefined;
};

/** Hands one mail over; throws when it could not, and the mail is tried again later. */
export type Deliver = (mail: Mail & { messageId: string }) => Promise<void>;

/** Queues a mail in the transaction of the change that it tells of. */
export const queueMail = (db: Db, mail: Mail, now: Date): Promise<void> => queueMails(db, [mail], now);

/** How many rows one statement writes: PostgreSQL takes 65,535 values. */
const ROWS_AT_ONCE = 1000;

/** The same for many at once. */
export async function queueMails(db: Db, mails: readonly Mail[], now: Date): Promise<void> {
  for (let from = 0; from < mails.length; from += ROWS_AT_ONCE)
    await db
      .insertInto('mails')
      .values(
        mails
          .slice(from, from + ROWS_AT_ONCE)
          .map(({ to, subject, text, language, unsubscribeUrl = null, calendar }) => ({
            toAddress: to.address,
            toName: to.name,
            subject: subject.replaceAll(/\s+/g, ' '),
            body: text,
            language,
            queuedAt: now,
            nextTryAt: now,
            unsubscribeUrl,
            calendar: calendar?.content ?? null,
            calendarMethod: calendar?.method ?? null,
          })),
      )
      .execute();
}

/** Minutes until the next attempt: 1, 2, 4 … at most 4 hours. */
const backOffMinutes = (attempts: number): number => Math.min(2 ** attempts, 240);

/**
 * Sends what is due at `now`, a few mails a transaction, and answers how many went out. Several processes may do so at
 * once. Mails handed over just before a crash may go out twice, under the same Message-ID; none is lost.
 */
export async function sendQueuedMails(db: Kysely<Schema>, deliver: Deliver, now: Date): Promise<number> {
  let sent = 0;
  for (;;) {
    const outcome = await sendNextMails(db, deliver, now);
    if (outcome.tried === 0) return sent;
    sent += outcome.sent;
  }
}

/** After the last minute of a vacancy there are thousands: a transaction for each would cost more than all else of them. */
const TAKEN_AT_ONCE = 20;
/** A mail server that is slow holds the others up no longer than this, and so many go out twice after a crash. */
const TAKEN_FOR_MS = 5_000;

function sendNextMails(db: Kysely<Schema>, deliver: Deliver, now: Date): Promise<{ tried: number; sent: number }> {
  return db.transaction().execute(async (transaction) => {
    const mails = await transaction
      .selectFrom('mails')
      .selectAll()
      .where('nextTryAt', '<=', now)
      .orderBy('queuedAt')
      .limit(TAKEN_AT_ONCE)
      .forUpdate()
      .skipLocked()
      .execute();
    const until = performance.now() + TAKEN_FOR_MS;
    const sent: string[] = [];
    let tried = 0;
    for (const mail of mails) {
      if (tried > 0 && performance.now() > until) break;
      tried += 1;
      const problem = await tryOne(mail, deliver);
      if (problem === undefined) sent.push(mail.id);
      else await tryLater(transaction, { ...mail, problem }, now);
    }
    if (sent.length > 0) await transaction.deleteFrom('mails').where('id', 'in', sent).execute();
    return { tried, sent: sent.length };
  });
}

type Queued = Selectable<Schema['mails']>;

/** Hands one over; answers what was in the way, if anything. */
const tryOne = (mail: Queued, deliver: Deliver): Promise<string | undefined> =>
  deliver({
    to: { name: mail.toName, address: mail.toAddress },
    subject: mail.subject,
    text: mail.body,
    language: mail.language as Language,
    unsubscribeUrl: mail.unsubscribeUrl ?? undefined,
    calendar: calendarIn(mail),
    messageId: `<${mail.id}@concours>`,
  }).then(() => undefined, codeOf);

const calendarIn = ({ calendar, calendarMethod }: Queued): Mail['calendar'] =>
  calendar !== null && (calendarMethod === 'PUBLISH' || calendarMethod === 'CANCEL')
    ? { method: calendarMethod, content: calendar }
    : undefined;

async function tryLater(db: Db, { id, attempts, problem }: Queued & { problem: string }, now: Date): Promise<void> {
  const nextTryAt = new Date(now.getTime() + backOffMinutes(attempts) * 60_000);
  await db
    .updateTable('mails')
    .set({ attempts: attempts + 1, nextTryAt, problem })
    .where('id', '=', id)
    .execute();
}

/** A mail server's answer names people; only its code is kept. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown problem';

const headersOf = ({
  language,
  unsubscribeUrl,
}: Pick<Mail, 'language' | 'unsubscribeUrl'>): Record<string, string> => ({
  'Content-Language': language,
  ...(unsubscribeUrl !== undefined && {
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }),
});

/** The calendar both as a part that programs read and as a file to open. */
const partsOf = ({ calendar }: Pick<Mail, 'calendar'>) =>
  calendar && { icalEvent: { method: calendar.method, content: calendar.content, filename: 'invitation.ics' } };

/** Delivers by the mail server that `SMTP_URL` names. */
export function smtpDelivery(url: string, from: string): Deliver {
  const transport = createTransport(url, { from });
  return async ({ to, subject, text, messageId, ...mail }) => {
    await transport.sendMail({ to, subject, text, messageId, headers: headersOf(mail), ...partsOf(mail) });
  };
}

/** Writes each mail to `folder` as an .eml file instead of sending it: for development and evaluation. */
export function outboxDelivery(folder: string, from: string): Deliver {
  const transport = createTransport({ streamTransport: true, buffer: true }, { from });
  return async ({ to, subject, text, messageId, ...mail }) => {
    const letter = { to, subject, text, messageId, headers: headersOf(mail), ...partsOf(mail) };
    const { message } = await transport.sendMail(letter);
    await mkdir(folder, { recursive: true });
    const name = `${Date.now()}-${randomUUID().slice(0, 8)}.eml`;
    await writeFile(join(folder, `.${name}`), message as Buffer);
    await rename(join(folder, `.${name}`), join(folder, name));
  };
}
