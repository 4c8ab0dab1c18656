import { doerOf } from '../../people/actor.ts';
import { recordEvent } from '../../people/event-queries.ts';
import { heldWords } from '../../people/held-words.ts';
import type { Db } from '../../schema.ts';
import { eventOf, type By } from '../conditions/appointment-queries.ts';
import { queueHandOvers, type HandingOver } from '../hand-over/queueing-queries.ts';
import { CONTRACT_EVENTS } from './contract-events.ts';
import { CHANGING, type TakenStep } from './contract-step.ts';

export type Seen = {
  appointmentId: string;
  /** The number of the last step that was seen; 0 before the first. */
  seen: number;
};

/**
 * Takes a step on a contract; false where another was taken meanwhile. The event tells which and for which day: every word is held by
 * its hash (decision 40); what changes the contract is handed over. Call it while the case is held.
 */
export async function recordContractStep(
  db: Db,
  { appointmentId, seen }: Seen,
  { step, outside, actor, at }: By & { step: TakenStep; outside: HandingOver },
): Promise<boolean> {
  const number = seen + 1;
  const { terms, ...kept } = step;
  const { nonce, sha256 } = heldWords('contract-step', { appointment: appointmentId, number, ...step });
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('contractSteps')
    .values({
      appointmentId,
      number,
      ...kept,
      terms: terms && JSON.stringify(terms),
      takenAt: at,
      takenBy: actor.accountId,
      takenByName: actor.name,
      nonce,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  const { months, onDay: day } = step;
  const ends = step.terms?.contract.kind === 'planned' ? step.terms.contract.renewal?.ends : undefined;
  const details = { number, months: months ?? undefined, day: day ?? undefined, ends, held: [sha256] };
  await recordEvent(db, { ...eventOf(appointmentId, actor, at), action: CONTRACT_EVENTS[step.action], details });
  const changed = { appointmentId, event: 'contract.changed', by: doerOf(actor), at } as const;
  if (CHANGING.includes(step.action)) await queueHandOvers(db, outside, changed);
  return true;
}

/** Whether no other step was taken since one was seen: a gap in the numbers would let two of them pass. */
export const isLastStep = (steps: readonly { number: number }[], seen: number): boolean =>
  (steps.at(-1)?.number ?? 0) === seen;
