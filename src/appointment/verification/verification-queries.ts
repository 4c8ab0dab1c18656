import type { Answers } from '../../applications/answers.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { heldWords } from '../../people/held-words.ts';
import type { Db } from '../../schema.ts';
import { eventOf, type Appointment, type By } from '../conditions/appointment-queries.ts';
import {
  statedItems,
  type VerificationAction,
  type VerificationItem,
  type VerificationStep,
  type VerifiedPart,
} from './verification.ts';

export type TakenVerification = VerificationStep & { number: number; takenByName: string };
export type TakenItem = VerificationItem<TakenVerification>;

/** The studies and posts of an application with what was asked and answered about each in this appointment. */
export async function itemsOf(db: Db, { id, answers }: { id: string; answers: Answers }): Promise<TakenItem[]> {
  const rows = await db
    .selectFrom('verificationSteps')
    .selectAll()
    .where('appointmentId', '=', id)
    .orderBy('number')
    .execute();
  const steps = Map.groupBy(rows, ({ part, entry }) => `${part} ${entry}`);
  return statedItems(answers).map((item) => ({
    ...item,
    steps: (steps.get(`${item.part} ${item.entry.id}`) ?? []).map(({ number, action, onDay, words, takenByName }) => ({
      number,
      action: action as VerificationAction,
      on: onDay,
      words,
      takenByName,
    })),
  }));
}

type Verified = By & { item: TakenItem; step: VerificationStep };

/** Call it while the case is held. The event tells neither the study nor the employer, nor a word of an answer. */
export async function recordVerification(
  db: Db,
  { id }: Pick<Appointment, 'id'>,
  { item, step, actor, at }: Verified,
): Promise<void> {
  const { part, entry } = item;
  const number = item.steps.length + 1;
  const place = { appointment: id, part: part satisfies VerifiedPart, entry: entry.id, number };
  const { nonce, sha256 } = heldWords('verification-step', { ...place, ...step });
  const { action, on, words } = step;
  await db
    .insertInto('verificationSteps')
    .values({
      appointmentId: id,
      part,
      entry: entry.id,
      number,
      action,
      onDay: on,
      words,
      takenAt: at,
      takenBy: actor.accountId,
      takenByName: actor.name,
      nonce,
    })
    .execute();
  const details = { part, number, step: action, held: [sha256] };
  await recordEvent(db, { ...eventOf(id, actor, at), action: 'verification-stepped', details });
}
