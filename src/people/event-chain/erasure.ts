import { z } from 'zod';
import type { Positions } from './positions.ts';

/** What is recorded when events are erased because their time is over: where they stood in the chain. */
export const ERASURE = { subject: 'event-log', subjectId: 'events', action: 'events-erased' } as const;

/** Ranges that one event names at most. */
export const RANGES_AT_ONCE = 1000;

const position = z.number().int().positive();
const DETAILS = z.object({
  positions: z.array(z.tuple([position, position]).refine(([from, to]) => from <= to)),
});

type Told = { subject: unknown; action: unknown; actorKind: unknown; details: unknown };

/** The positions that an event says were erased; none where it is another kind of event, or somebody's. */
export function erasedBy({ subject, action, actorKind, details }: Told): Positions[] {
  if (subject !== ERASURE.subject || action !== ERASURE.action || actorKind === 'account') return [];
  const read = DETAILS.safeParse(details);
  return read.success ? read.data.positions : [];
}
