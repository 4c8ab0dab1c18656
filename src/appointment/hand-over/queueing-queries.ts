import { randomUUID } from 'node:crypto';
import type { Doer } from '../../people/actor.ts';
import type { Context } from '../../people/context.ts';
import { recordEvents } from '../../people/event-queries.ts';
import { seal } from '../../platform/sealing.ts';
import type { HandOverEvent } from '../../regulations/organisation/hand-over-schema.ts';
import type { Db } from '../../schema.ts';
import { factsOf } from './facts-queries.ts';
import { messageText, recordOf } from './hand-over-composing.ts';

export type HandingOver = Pick<Context, 'organisation' | 'accommodationKeys'>;

/** What a sealed message is about: it opens there alone. */
export const aboutPayload = (id: string): string => `hand-over ${id} payload`;

type Queued = {
  appointmentId: string;
  event: HandOverEvent;
  by: Doer;
  at: Date;
  /** One neighbour alone; else all that are told of such an event. */
  neighbour?: string;
};

/**
 * Queues what is handed over of an appointment, once its change is written: a message to each neighbour that is told of such an event, with
 * what its mapping names. It says what stands now, whatever changes before it is sent. Call it in the transaction of the change;
 * answers how many messages.
 */
export async function queueHandOvers(
  db: Db,
  { organisation, accommodationKeys: keys }: HandingOver,
  { appointmentId, event, by, at, neighbour: only }: Queued,
): Promise<number> {
  const told = organisation.handOver.neighbours.filter(
    ({ code, events }) => events.includes(event) && (only === undefined || code === only),
  );
  if (told.length === 0) return 0;
  const record = recordOf(await factsOf(db, organisation, { appointmentId, at }));
  const messages = told.map((neighbour) => {
    const id = randomUUID();
    const text = messageText({ event, at, record, neighbour });
    return { id, neighbour: neighbour.code, payload: seal(Buffer.from(text), keys, aboutPayload(id)) };
  });
  await db
    .insertInto('handOvers')
    .values(messages.map((message) => ({ ...message, appointmentId, event, queuedAt: at, nextTryAt: at })))
    .execute();
  await recordEvents(
    db,
    messages.map(({ id, neighbour }) => ({
      subject: 'appointment',
      subjectId: appointmentId,
      action: 'hand-over-queued',
      by,
      at,
      details: { message: id, neighbour, event },
    })),
  );
  return messages.length;
}
