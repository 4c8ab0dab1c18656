import { sql } from 'kysely';
import type { Db } from '../../schema.ts';
import type { CandidateMail, CandidateMailKind } from './candidate-mail.ts';

type Sent = CandidateMail & { appointmentId: string };

/** What was sent to candidates about these appointments. */
export async function mailsSent(db: Db, appointmentIds: readonly string[]): Promise<Map<string, Sent[]>> {
  if (appointmentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('appointmentMails')
    .select(['appointmentId', 'kind', 'day', 'sentAt'])
    .where(sql<boolean>`appointment_id = any(${[...appointmentIds]}::uuid[])`)
    .execute();
  const sent = rows.map((row): Sent => ({ ...row, kind: row.kind as CandidateMailKind }));
  return Map.groupBy(sent, ({ appointmentId }) => appointmentId);
}

type Claim = { accountId: string; appointmentId: string; kind: CandidateMailKind; day: string; at: Date };

/** Takes it on to send somebody the one mail of a day; false where they got one, or another server took it on. */
export async function claimMail(db: Db, { at, ...claim }: Claim): Promise<boolean> {
  const claimed = await db
    .insertInto('appointmentMails')
    .values({ ...claim, sentAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('day')
    .executeTakeFirst();
  return claimed !== undefined;
}
