import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Kysely } from 'kysely';
import type { Db, Schema } from '../schema.ts';
import type { Language } from './language.ts';

/** A mail in the reader's language. Plain text: it reads well everywhere, and nothing in it can be disguised. */
export type Mail = { to: { name: string; address: string }; subject: string; text: string; language: Language };

/** Hands one mail over; throws when it could not, and the mail is tried again later. */
export type Deliver = (mail: Mail & { messageId: string }) => Promise<void>;

/** Queues a mail in the transaction of the change that it tells of. */
export const queueMail = (db: Db, mail: Mail, now: Date): Promise<void> => queueMails(db, [mail], now);

/** Queues several in one statement. */
export async function queueMails(db: Db, mails: readonly Mail[], now: Date): Promise<void> {
  const rows = mails.map((mail) => ({
    toAddress: mail.to.address,
    toName: mail.to.name,
    subject: mail.subject.replaceAll(/\s+/g, ' '),
    body: mail.text,
    language: mail.language,
    queuedAt: now,
    nextTryAt: now,
  }));
  if (rows.length > 0) await db.insertInto('mails').values(rows).execute();
}

/** Minutes until the next attempt: 1, 2, 4 … at most 4 hours. */
const backOffMinutes = (attempts: number): number => Math.min(2 ** attempts, 240);

/**
 * Sends what is due at `now`, one mail a transaction, and answers how many went out. Several processes may do so at once.
 * A mail handed over just before a crash may go out twice, under the same Message-ID; none is lost.
 */
export async function sendQueuedMails(db: Kysely<Schema>, deliver: Deliver, now: Date): Promise<number> {
  let sent = 0;
  for (;;) {
    const outcome = await sendNextMail(db, deliver, now);
    if (outcome === 'none') return sent;
    if (outcome === 'sent') sent += 1;
  }
}

function sendNextMail(db: Kysely<Schema>, deliver: Deliver, now: Date): Promise<'none' | 'sent' | 'failed'> {
  return db.transaction().execute(async (transaction) => {
    const mail = await transaction
      .selectFrom('mails')
      .selectAll()
      .where('nextTryAt', '<=', now)
      .orderBy('queuedAt')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!mail) return 'none';
    const problem = await deliver({
      to: { name: mail.toName, address: mail.toAddress },
      subject: mail.subject,
      text: mail.body,
      language: mail.language as Language,
      messageId: `<${mail.id}@concours>`,
    }).then(() => undefined, codeOf);
    if (problem === undefined) {
      await transaction.deleteFrom('mails').where('id', '=', mail.id).execute();
      return 'sent';
    }
    const nextTryAt = new Date(now.getTime() + backOffMinutes(mail.attempts) * 60_000);
    await transaction
      .updateTable('mails')
      .set({ attempts: mail.attempts + 1, nextTryAt, problem })
      .where('id', '=', mail.id)
      .execute();
    return 'failed';
  });
}

/** A mail server's answer names people; only its code is kept. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown problem';

/** Delivers by the mail server that `SMTP_URL` names. */
export function smtpDelivery(url: string, from: string): Deliver {
  const transport = createTransport(url, { from });
  return async ({ to, subject, text, messageId, language }) => {
    await transport.sendMail({ to, subject, text, messageId, headers: { 'Content-Language': language } });
  };
}

/** Writes each mail to `folder` as an .eml file instead of sending it: for development and evaluation. */
export function outboxDelivery(folder: string, from: string): Deliver {
  const transport = createTransport({ streamTransport: true, buffer: true }, { from });
  return async ({ to, subject, text, messageId, language }) => {
    const headers = { 'Content-Language': language };
    const { message } = await transport.sendMail({ to, subject, text, messageId, headers });
    await mkdir(folder, { recursive: true });
    const name = `${Date.now()}-${randomUUID().slice(0, 8)}.eml`;
    await writeFile(join(folder, `.${name}`), message as Buffer);
    await rename(join(folder, `.${name}`), join(folder, name));
  };
}
