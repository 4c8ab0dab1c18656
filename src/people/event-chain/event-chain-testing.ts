import { contentHash, linkHash, START, type HashedEvent, type HashedLink } from './event-chain.ts';
import type { AuditRows } from './rows-audit-queries.ts';
import { eventToCheck, type LinkToCheck } from './verify-chain.ts';

/** An event as it is hashed, with what a test is about. */
export const hashedEvent = (id: number, changes: Partial<HashedEvent> = {}): HashedEvent => ({
  id: String(id),
  at: '2026-11-22T12:00:00',
  actorKind: 'system',
  actorId: null,
  subject: 'vacancy',
  subjectId: '260801',
  action: 'publish',
  details: '{}',
  nonce: '55a1d9a0-df44-4a95-8f16-ac6a9565b479',
  ...changes,
});

/** The links of these events after one another, from the start or a hash. */
export function chained(events: readonly HashedEvent[], from = START): LinkToCheck[] {
  let previous = from.hash;
  return events.map((event, index) => {
    const checked = eventToCheck(event);
    const link = { position: from.position + index + 1, eventId: event.id, contentSha256: contentHash(checked.text) };
    previous = linkHash(link, previous);
    return { ...link, hash: previous, event: checked };
  });
}

export const headOf = (links: readonly HashedLink[]) => {
  const last = links.at(-1);
  return last ? { position: last.position, hash: last.hash } : START;
};

/** A database without any competition: who reads this command's tests needs none. */
export const NO_COMPETITIONS: AuditRows = async () => ({ competitions: 0, held: 0, unheld: 0, problems: [] });
