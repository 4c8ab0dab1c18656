/** What is counted, and by what: an e-mail address, the network a request comes from, or an account. */
export type AttemptKind = keyof typeof LIMITS;
export type Limit = { most: number; minutes: number };

/**
 * How often something may be tried, and why so often. Whether the account exists plays no part, so a limit tells nothing.
 * Networks are shared by an embassy, a campus or a telephone company: on a last evening five hundred candidates may come
 * from one address within minutes, each with a password mistyped. What protects an account is the limit on its own
 * address; a network's only slows down who tries one password on thousands of them.
 */
export const LIMITS = {
  /** Ten guesses a quarter of an hour are 960 a day: hopeless against twelve characters, ample for a forgetful person. */
  'sign-in-by-address': { most: 10, minutes: 15 },
  /** Of those that failed, or are being looked at: who signs in is no longer counted. */
  'sign-in-by-network': { most: 1_000, minutes: 15 },
  /** Each sends a mail to somebody who may not have asked for it. */
  'sign-up-by-address': { most: 4, minutes: 60 },
  'sign-up-by-network': { most: 1_000, minutes: 60 },
  'new-password-by-address': { most: 4, minutes: 60 },
  /** How many mails an address is sent at most is bound by those it left unanswered; this one bounds the asking. */
  'subscribe-by-address': { most: 4, minutes: 60 },
  'subscribe-by-network': { most: 1_000, minutes: 60 },
  'new-password-by-network': { most: 1_000, minutes: 60 },
  /** Whoever finds a browser left open must not learn the password from it. */
  'current-password-by-account': { most: 10, minutes: 15 },
  /** Whoever has the password guesses six digits: a thousand a day against a million, and three are right at a time. */
  'second-factor-by-account': { most: 10, minutes: 15 },
  /** A mail goes to an address that somebody typed. */
  'new-address-by-account': { most: 4, minutes: 60 },
  /** Looking for a link that there is not: a referee mistypes one at most a few times, and their office is one network. */
  'reference-link-by-network': { most: 200, minutes: 15 },
  /** Each asks somebody by mail who did not ask for it. */
  'reference-asked-by-account': { most: 12, minutes: 60 },
  /** An export reads all that there is of a person and sets a PDF. */
  'export-by-account': { most: 6, minutes: 60 },
} as const satisfies Record<string, Limit>;

/** The instant before which attempts of this kind no longer count at `now`. */
export const countedSince = (kind: AttemptKind, now: Date): Date =>
  new Date(now.getTime() - LIMITS[kind].minutes * 60_000);

/** The instant before which no attempt of any kind counts at `now`. */
export const forgottenBefore = (now: Date): Date =>
  new Date(now.getTime() - Math.max(...Object.values(LIMITS).map(({ minutes }) => minutes)) * 60_000);

/** Seconds until there is room again, when `oldest` is the first of as many attempts as there may be. */
export const secondsUntilRoom = (kind: AttemptKind, oldest: Date, now: Date): number =>
  Math.max(1, Math.ceil((oldest.getTime() - countedSince(kind, now).getTime()) / 1000));

/**
 * The network of an address: IPv4 whole, IPv6 by its first 64 bits, since one household or host owns as many.
 * An IPv4 address written as IPv6 (`::ffff:192.0.2.1`) is that IPv4 address.
 */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  if (!ip.includes(':')) return ip;
  const [head = '', tail = ''] = (ip.split('%')[0] ?? '').split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const zeros = ip.includes('::') ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0') : [];
  const groups = [...before, ...zeros, ...after].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
}
