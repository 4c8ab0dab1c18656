import { sql, type Transaction } from 'kysely';
import { doerOf, type Actor } from '../../people/actor.ts';
import { recordEvent, recordEvents } from '../../people/event-queries.ts';
import { heldWords } from '../../people/held-words.ts';
import { permits } from '../../people/permissions.ts';
import { prepared } from '../../platform/prepared.ts';
import type { Language, Translated } from '../../platform/language.ts';
import type { Db, Schema } from '../../schema.ts';
import type { Candidate } from '../stages/stage-queries.ts';
import type { Message, MessageText, Sender } from './message.ts';

/** The messages about one application, oldest first. */
export async function messagesOf(db: Db, applicationId: string): Promise<Message[]> {
  const rows = await db
    .selectFrom('messages')
    .leftJoin('accounts', 'accounts.id', 'messages.authorId')
    .select(['messages.id', 'sender', 'sentAt', 'subject', 'body', 'replies', 'readAt', 'accounts.name as author'])
    .where('applicationId', '=', applicationId)
    .orderBy('sentAt')
    .orderBy('messages.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    sender: row.sender as Sender,
    author: row.author ?? undefined,
    subject: row.subject as Translated,
    body: row.body as Translated,
  }));
}

/** A line of a person's messages. */
export type InboxRow = Pick<Message, 'id' | 'sender' | 'sentAt' | 'subject' | 'readAt'> & {
  number: string;
  title: Translated;
};

/** All messages of a person's applications, the latest first. */
export async function inboxOf(db: Db, accountId: string): Promise<InboxRow[]> {
  const rows = await db
    .selectFrom('messages')
    .innerJoin('applications', 'applications.id', 'messages.applicationId')
    .innerJoin('vacancies', 'vacancies.reference', 'applications.vacancyReference')
    .select(['messages.id', 'sender', 'sentAt', 'subject', 'readAt', 'number'])
    .select(sql<Translated>`notice -> 'title'`.as('title'))
    .where('applicantId', '=', accountId)
    .orderBy('sentAt', 'desc')
    .orderBy('messages.id')
    .execute();
  return rows.map((row) => ({ ...row, sender: row.sender as Sender, subject: row.subject as Translated }));
}

/** How many messages from staff a person has not read: asked with every page that they open. */
export async function unreadCount(db: Db, accountId: string): Promise<number> {
  const [row] = await unread(db, { accountId });
  return row?.count ?? 0;
}

const unread = prepared('unread', (db, { accountId }: { accountId: string }) =>
  db
    .selectFrom('messages')
    .innerJoin('applications', 'applications.id', 'messages.applicationId')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('applicantId', '=', accountId)
    .where('sender', '=', 'staff')
    .where('readAt', 'is', null),
);

/** How many messages from staff a person has not read, by the number of the application. */
export async function unreadOf(db: Db, accountId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('messages')
    .innerJoin('applications', 'applications.id', 'messages.applicationId')
    .select(['number', sql<number>`count(*)::int`.as('count')])
    .where('applicantId', '=', accountId)
    .where('sender', '=', 'staff')
    .where('readAt', 'is', null)
    .groupBy('number')
    .execute();
  return new Map(rows.map(({ number, count }) => [number, count]));
}

type Sent = { application: string; sender: Sender } & Pick<MessageText, 'subject' | 'body'>;
const heldMessage = ({ application, sender, subject, body }: Sent) =>
  heldWords('message', { application, sender, subject, body });

/** Writes one text to each of these people, with an event each that holds its hash alone. */
export async function recordMessages(
  transaction: Transaction<Schema>,
  {
    candidates,
    text,
    actor,
  }: { candidates: readonly Pick<Candidate, 'id' | 'number'>[]; text: MessageText; actor: Actor },
  now: Date,
): Promise<void> {
  const ids = candidates.map(({ id }) => id);
  const held = candidates.map(({ number }) => heldMessage({ application: number, sender: 'staff', ...text }));
  const nonces = held.map(({ nonce }) => nonce);
  await sql`
    insert into messages (application_id, sender, author_id, sent_at, subject, body, replies, nonce)
    select id, 'staff', ${actor.accountId}::uuid, ${now}::timestamptz, ${JSON.stringify(text.subject)}::jsonb,
      ${JSON.stringify(text.body)}::jsonb, ${text.replies}, nonce
    from unnest(${ids}::uuid[], ${nonces}::uuid[]) as one (id, nonce)`.execute(transaction);
  const by = doerOf(actor);
  await recordEvents(
    transaction,
    candidates.map(({ number }, at) => ({
      subject: 'application',
      subjectId: number,
      action: 'message-sent',
      by,
      at: now,
      details: { recipients: candidates.length, held: [held[at]?.sha256] },
    })),
  );
}

type About = { applicationId: string; number: string; accountId: string };

/** Writes an applicant's answer, with its event. */
export async function recordReply(
  transaction: Transaction<Schema>,
  { applicationId, number, accountId }: About,
  { subject, body, now }: Pick<MessageText, 'subject' | 'body'> & { now: Date },
): Promise<void> {
  const { nonce, sha256 } = heldMessage({ application: number, sender: 'applicant', subject, body });
  await transaction
    .insertInto('messages')
    .values({
      applicationId,
      sender: 'applicant',
      authorId: accountId,
      sentAt: now,
      replies: false,
      readAt: null,
      subject: JSON.stringify(subject),
      body: JSON.stringify(body),
      nonce,
    })
    .execute();
  const by = { kind: 'account', id: accountId } as const;
  await recordEvent(transaction, {
    subject: 'application',
    subjectId: number,
    action: 'message-answered',
    by,
    at: now,
    details: { held: [sha256] },
  });
}

/** Notes that one side has read what the other wrote; the first reading counts, and is an event. */
export async function recordReading(
  db: Db,
  { applicationId, number, accountId }: About,
  { from, now }: { from: Sender; now: Date },
): Promise<void> {
  const read = await db
    .updateTable('messages')
    .set({ readAt: now })
    .where('applicationId', '=', applicationId)
    .where('sender', '=', from)
    .where('readAt', 'is', null)
    .returning('id')
    .execute();
  if (read.length === 0) return;
  const by = { kind: 'account', id: accountId } as const;
  await recordEvent(db, { subject: 'application', subjectId: number, action: 'message-read', by, at: now });
}

/** The thread of one application as staff see it: whose it is, and what was written. */
export type Thread = {
  applicationId: string;
  reference: string;
  name: string;
  language: Language;
  messages: Message[];
};

/** Nothing for who may not write messages, and never of a draft. */
export async function threadForStaff(db: Db, actor: Actor, number: string): Promise<Thread | undefined> {
  if (!permits(actor.roles, 'applications:message')) return undefined;
  const row = await db
    .selectFrom('applications')
    .innerJoin('accounts', 'accounts.id', 'applications.applicantId')
    .select(['applications.id as applicationId', 'vacancyReference as reference', 'accounts.name', 'accounts.language'])
    .where('number', '=', number)
    .where('submittedAt', 'is not', null)
    .executeTakeFirst();
  return row && { ...row, language: row.language as Language, messages: await messagesOf(db, row.applicationId) };
}

/** What was sent for a vacancy: how many have read it, and who answered. */
export type Conversation = {
  number: string;
  name: string;
  sent: number;
  read: number;
  answers: number;
  unread: number;
};

/** Those with messages, whose answers nobody has read first; nothing for who may not write messages. */
export async function conversationsOf(db: Db, actor: Actor, reference: string): Promise<Conversation[] | undefined> {
  if (!permits(actor.roles, 'applications:message')) return undefined;
  return db
    .selectFrom('messages')
    .innerJoin('applications', 'applications.id', 'messages.applicationId')
    .innerJoin('accounts', 'accounts.id', 'applications.applicantId')
    .select(['number', 'accounts.name'])
    .select([
      sql<number>`count(*) filter (where sender = 'staff')::int`.as('sent'),
      sql<number>`count(*) filter (where sender = 'staff' and read_at is not null)::int`.as('read'),
      sql<number>`count(*) filter (where sender = 'applicant')::int`.as('answers'),
      sql<number>`count(*) filter (where sender = 'applicant' and read_at is null)::int`.as('unread'),
    ])
    .where('vacancyReference', '=', reference)
    .groupBy(['number', 'accounts.name'])
    .orderBy('unread', 'desc')
    .orderBy('number')
    .limit(500)
    .execute();
}
