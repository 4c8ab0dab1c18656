import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every app of this kind does it: SHA-1, six digits, a new code every thirty seconds. */
const PERIOD_SECONDS = 30;
const RULES = { algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS } as const;
/** A clock may be one code behind or ahead (RFC 6238, 5.2). */
const WINDOW = 1;

/** 160 random bits, base32: what RFC 4226 asks for. */
export const newAuthenticatorSecret = (): string => new Secret({ size: 20 }).base32;

/** What the app is told, as a link or in a QR code. */
export const authenticatorAddress = (secret: string, { issuer, label }: { issuer: string; label: string }): string =>
  new TOTP({ ...RULES, secret: Secret.fromBase32(secret), issuer, label }).toString();

/** The number of the thirty seconds that a code belongs to, or undefined for one that is wrong or out of time at `now`. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const totp = new TOTP({ ...RULES, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta;
}

/** A secret in groups of four, to be typed where no camera is at hand. */
export const inGroups = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
