import { createHash } from 'node:crypto';

/** A row of `events` as it is hashed: every column, as PostgreSQL writes it. */
export type HashedEvent = {
  id: string;
  /** In UTC without its mark, to the microsecond: `2026-11-22T12:00:00.123456`. */
  at: string;
  actorKind: string;
  actorId: string | null;
  subject: string;
  subjectId: string;
  action: string;
  /** The text of the `jsonb`, which is one line. */
  details: string;
  nonce: string;
};

/** What is hashed of an event: one line of JSON, the very text of `event_text` in migration 0041. */
export function eventText({ id, at, actorKind, actorId, subject, subjectId, action, details, nonce }: HashedEvent) {
  const [when, kind, actor, ...what] = [at, actorKind, actorId, subject, subjectId, action].map((value) =>
    JSON.stringify(value),
  );
  return `["concours/event/1",${[id, when, kind, actor, ...what, details, JSON.stringify(nonce)].join(',')}]`;
}

/** A link of the chain: which event stands at a position, and the hash of its content. Hashes are hexadecimal. */
export type Link = { position: number; eventId: string; contentSha256: string };
/** Its own hash is of the link and of the hash before it. */
export type HashedLink = Link & { hash: string };

/** Where a chain begins or ends: whoever keeps it elsewhere recognises a chain that was rewritten. */
export type ChainHead = { position: number; hash: string };

/** Before the first link. */
export const START: ChainHead = { position: 0, hash: '0'.repeat(64) };

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The hash of an event's text, as a link keeps it. */
export const contentHash = (text: string): string => sha256(text);

/** The hash of a link after the one with the hash `previous`: `event_link_hash` in migration 0041. */
export const linkHash = ({ position, eventId, contentSha256 }: Link, previous: string): string =>
  sha256(`concours/event-link/1 ${position} ${eventId} ${contentSha256} ${previous}`);

export const headText = ({ position, hash }: ChainHead): string => `${position}:${hash}`;

/** Reads `POSITION:HASH`; undefined for what is none. */
export function readHead(text: string): ChainHead | undefined {
  const [, position, hash] = /^(0|[1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  return position === undefined || hash === undefined ? undefined : { position: Number(position), hash };
}
