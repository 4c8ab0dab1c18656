import { z } from 'zod';
import type { HashedEvent } from './event-chain.ts';
import type { Positions } from './positions.ts';

/** What is recorded when events are erased because their time is over: where they stood in the chain. */
export const ERASURE = { subject: 'event-log', subjectId: 'events', action: 'events-erased' } as const;

/** Ranges that one event names at most. */
export const RANGES_AT_ONCE = 1000;

const position = z.number().int().positive();
const DETAILS = z.object({
  positions: z.array(z.tuple([position, position]).refine(([from, to]) => from <= to)),
});

/** The positions that an event says were erased; none where it is another kind of event. */
export function erasedBy({ subject, action, actorKind, details }: HashedEvent): Positions[] {
  if (subject !== ERASURE.subject || action !== ERASURE.action || actorKind === 'account') return [];
  try {
    return DETAILS.parse(JSON.parse(details)).positions;
  } catch {
    return [];
  }
}
