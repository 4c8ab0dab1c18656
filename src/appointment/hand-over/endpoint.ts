import { ok, refuse, type Result } from '../../platform/result.ts';

/** After a change of secret, the one before it signs along for so long: time to enter the new one. */
export const OVERLAP_DAYS = 7;
const MAX_ADDRESS = 500;

export type AddressRefusal =
  | { kind: 'no-address' }
  /** What is handed over is personal: it never crosses a network unencrypted. */
  | { kind: 'not-https' }
  /** A name or a password in an address is shown wherever the address is. */
  | { kind: 'has-credentials' };

/** Hosts that are this machine by their name. */
const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

/** Where messages to a neighbour are posted, as it was typed; plain HTTP is for a receiver on this very machine. */
export function readAddress(typed: string): Result<string, AddressRefusal> {
  const text = typed.trim();
  if (text.length > MAX_ADDRESS || !URL.canParse(text)) return refuse({ kind: 'no-address' });
  const { protocol, hostname, username, password, href } = new URL(text);
  if (username !== '' || password !== '') return refuse({ kind: 'has-credentials' });
  if (protocol === 'https:' || (protocol === 'http:' && LOCAL.includes(hostname))) return ok(href.replace(/#.*$/, ''));
  return refuse({ kind: protocol === 'http:' ? 'not-https' : 'no-address' });
}

export type Secret = { secret: string; number: number; signsUntil: Date | null };

/** What signs a message at an instant, the newest first: the one in use, and one before it in its last days. */
export const signingSecrets = (secrets: readonly Secret[], at: Date): string[] =>
  secrets
    .filter(({ signsUntil }) => signsUntil === null || signsUntil > at)
    .toSorted((one, other) => other.number - one.number)
    .map(({ secret }) => secret);
