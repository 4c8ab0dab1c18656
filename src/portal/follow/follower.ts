import { createHmac, timingSafeEqual } from 'node:crypto';

export const FREQUENCIES = ['at-once', 'daily', 'never'] as const;
/** How soon somebody is told of what a saved search finds anew. */
export type Frequency = (typeof FREQUENCIES)[number];

/** Days until an address that was not confirmed is deleted. */
export const DAYS_TO_CONFIRM = 7;
/** More are hardly meant, and each is asked again and again. */
export const MOST_SEARCHES = 20;

/** What a link in a mail may do: confirm a search, by its id, or end what a follower is sent, by theirs. */
export type LinkKind = 'confirm-search' | 'unsubscribe';

/** What proves that a link came from a mail of ours. Nothing of it is stored; it goes with the row it names. */
export const linkToken = (kind: LinkKind, id: string, secret: string): string =>
  createHmac('sha256', secret).update(`${kind}\n${id}`).digest('base64url');

export function isToken(token: string, { kind, id, secret }: { kind: LinkKind; id: string; secret: string }): boolean {
  const [given, wanted] = [Buffer.from(token), Buffer.from(linkToken(kind, id, secret))];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
