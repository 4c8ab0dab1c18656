import { sql, type Kysely, type Transaction } from 'kysely';
import type { Context } from '../../people/context.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { holdersOf } from '../../people/holder-queries.ts';
import { queueMails } from '../../platform/mail.ts';
import { open } from '../../platform/sealing.ts';
import type { PostOutcome } from '../../platform/webhooks/post.ts';
import type { WebhookMessage } from '../../platform/webhooks/signature.ts';
import type { Neighbour } from '../../regulations/organisation/hand-over-schema.ts';
import type { Schema } from '../../schema.ts';
import { signingSecrets } from './endpoint.ts';
import { findEndpoint } from './endpoint-queries.ts';
import { afterTry, isDelivered } from './hand-over.ts';
import { HAND_OVER_TEXTS } from './hand-over-texts.ts';
import { aboutPayload } from './queueing-queries.ts';

export type Sending = { db: Kysely<Schema> } & Pick<Context, 'config' | 'accommodationKeys' | 'clock'> & {
    /** Between 0 and 1. */
    random: () => number;
    /** Hands one message over. */
    deliver: (message: WebhookMessage & { url: string; secrets: readonly string[] }) => Promise<PostOutcome>;
  };

type Due = { id: string; appointmentId: string; payload: Buffer; tries: number; event: string };

/**
 * Sends the message to a neighbour that has been due the longest, and says how it went; nothing where none is, or where no address is
 * set. It is held meanwhile, so that no other process sends it too; after a crash it goes out again under the same id. A later
 * message on the same appointment waits for an earlier one.
 */
export function sendNext(
  sending: Sending,
  neighbour: Neighbour,
): Promise<{ id: string; isDelivered: boolean } | undefined> {
  const { db, accommodationKeys: keys, clock, deliver } = sending;
  return db.transaction().execute(async (transaction) => {
    const endpoint = await findEndpoint(transaction, keys, neighbour.code);
    const secrets = signingSecrets(endpoint?.secrets ?? [], clock());
    // Without a secret nobody could know who sent it.
    if (!endpoint || secrets.length === 0) return undefined;
    const due = await nextDue(transaction, neighbour.code, clock());
    if (!due) return undefined;
    const at = clock();
    const outcome = await deliver({
      url: endpoint.url,
      id: due.id,
      at,
      body: open(due.payload, keys, aboutPayload(due.id)).toString('utf8'),
      secrets,
    });
    await recordTry(transaction, sending, { due, neighbour, outcome, at });
    return { id: due.id, isDelivered: isDelivered(outcome) };
  });
}

async function nextDue(db: Transaction<Schema>, neighbour: string, now: Date): Promise<Due | undefined> {
  const { rows } = await sql<Due>`
    select id, appointment_id, payload, tries, event from hand_overs h
    where neighbour = ${neighbour} and state = 'waiting' and next_try_at <= ${now}
      and not exists (select from hand_overs e where e.appointment_id = h.appointment_id and e.neighbour = h.neighbour
        and e.state = 'waiting' and e.number < h.number)
    order by next_try_at, number limit 1 for update skip locked`.execute(db);
  return rows[0];
}

type Tried = { due: Due; neighbour: Neighbour; outcome: PostOutcome; at: Date };

async function recordTry(
  db: Transaction<Schema>,
  sending: Pick<Sending, 'clock' | 'random' | 'config'>,
  { due: { id, tries, appointmentId, event }, neighbour, outcome, at }: Tried,
): Promise<void> {
  const ended = sending.clock();
  const standing = afterTry({ tries }, { outcome, at: ended, random: sending.random() });
  await sql`
    insert into hand_over_attempts (hand_over_id, number, at, status, problem, duration_ms)
    select ${id}, coalesce(max(number), 0) + 1, ${at}, ${'status' in outcome ? outcome.status : null},
      ${'problem' in outcome ? outcome.problem : null}, ${Math.max(0, ended.getTime() - at.getTime())}
    from hand_over_attempts where hand_over_id = ${id}`.execute(db);
  const settledAt = standing.state === 'delivered' ? ended : null;
  await db
    .updateTable('handOvers')
    .set({ ...standing, settledAt, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
  if (standing.state === 'waiting') return;
  await recordEvent(db, {
    subject: 'appointment',
    subjectId: appointmentId,
    action: `hand-over-${standing.state}`,
    by: { kind: 'system' },
    at: ended,
    details: { message: id, neighbour: neighbour.code, event },
  });
  if (standing.state === 'given-up') await tellOfGivenUp(db, sending, { id, neighbour, at: ended });
}

/** Tells administrators that a neighbour gets nothing, once until somebody saw to it; the mail says of nobody what was to be told. */
async function tellOfGivenUp(
  db: Transaction<Schema>,
  { config }: Pick<Sending, 'config'>,
  { id, neighbour, at }: { id: string; neighbour: Neighbour; at: Date },
): Promise<void> {
  const before = await db
    .selectFrom('handOvers')
    .select('id')
    .where('neighbour', '=', neighbour.code)
    .where('state', '=', 'given-up')
    .where('id', '<>', id)
    .limit(1)
    .executeTakeFirst();
  if (before) return;
  const people = await holdersOf(db, 'hand-over:configure');
  const mails = people.map(({ name, address, language }) => {
    const { subject, text } = HAND_OVER_TEXTS[language].givenUpMail;
    const link = `${config.PUBLIC_URL}/${language}/staff/hand-over`;
    const body = `${text(neighbour.name[language])}\n\n${link}\n`;
    return { to: { name, address }, subject: subject(neighbour.name[language]), text: body, language };
  });
  await queueMails(db, mails, at);
}
