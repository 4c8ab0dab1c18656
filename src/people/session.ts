import { createHash, randomBytes } from 'node:crypto';

/** A session ends after this long without a request, and at the latest after `MAX_DAYS`. */
export const IDLE_HOURS = 12;
const MAX_DAYS = 14;

/** What the browser holds; the database has only its hash. 256 random bits, base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The instant a session that starts at `now` ends whatever happens. */
export const sessionEnd = (now: Date): Date => new Date(now.getTime() + MAX_DAYS * 24 * 3_600_000);

/** The instant before which a session must have been seen to be alive at `now`. */
export const idleSince = (now: Date): Date => new Date(now.getTime() - IDLE_HOURS * 3_600_000);

/** `__Host-` binds the cookie to this very host; it needs https, which a development server lacks. */
export const sessionCookieName = (publicUrl: string): string =>
  publicUrl.startsWith('https') ? '__Host-session' : 'session';
