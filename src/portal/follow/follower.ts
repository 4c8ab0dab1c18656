import { createHmac, timingSafeEqual } from 'node:crypto';

export const FREQUENCIES = ['at-once', 'daily', 'never'] as const;
/** How soon somebody is told of what a saved search finds anew. */
export type Frequency = (typeof FREQUENCIES)[number];

/** Days until an address that was not confirmed is deleted. */
export const DAYS_TO_CONFIRM = 7;
/** More are hardly meant, and each is asked again and again. */
export const MOST_SEARCHES = 20;

/**
 * Whoever types the address of somebody else sends them a mail. So an address is sent no more than this many before one of
 * them is answered, and none about the same search within a day of another.
 */
export const MOST_UNANSWERED = 3;
export const HOURS_BETWEEN_MAILS = 24;

/** What a link in a mail may do: confirm a search, by its id, or end what a follower is sent, by theirs. */
export type LinkKind = 'confirm-search' | 'unsubscribe';

/** What proves that a link came from a mail of ours. Nothing of it is stored; it goes with the row it names. */
export const linkToken = (kind: LinkKind, id: string, secret: string): string =>
  createHmac('sha256', secret).update(`${kind}\n${id}`).digest('base64url');

export function isToken(token: string, { kind, id, secret }: { kind: LinkKind; id: string; secret: string }): boolean {
  const [given, wanted] = [Buffer.from(token), Buffer.from(linkToken(kind, id, secret))];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
