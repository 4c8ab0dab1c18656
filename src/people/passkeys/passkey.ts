import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { z } from 'zod';

/** The site that a passkey is good for: its very origin, and the host name it is bound to. */
export const siteOf = (publicUrl: string): { origin: string; host: string } => {
  const { origin, hostname } = new URL(publicUrl);
  return { origin, host: hostname };
};

export type StoredPasskey = { id: string; publicKey: Buffer; counter: number; transports: string[] };

type Person = { accountId: string; email: string; name: string };

/** What a browser is told that is to make a passkey. It must be unlocked by its owner, and be found without a name. */
export const optionsToEnrol = (
  { accountId, email, name }: Person,
  { publicUrl, organisation, has }: { publicUrl: string; organisation: string; has: readonly string[] },
) =>
  generateRegistrationOptions({
    rpName: organisation,
    rpID: siteOf(publicUrl).host,
    userID: new TextEncoder().encode(accountId),
    userName: email,
    userDisplayName: name,
    excludeCredentials: has.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });

/**
 * What a browser is told that is to answer with a passkey: one of these, or any of this site's. A challenge of our own holds what is
 * confirmed by it.
 */
export const optionsToAnswer = (publicUrl: string, among: readonly string[] = [], challenge?: Buffer) =>
  generateAuthenticationOptions({
    rpID: siteOf(publicUrl).host,
    allowCredentials: among.map((id) => ({ id })),
    userVerification: 'required',
    ...(challenge && { challenge: new Uint8Array(challenge) }),
  });

/** An answer has the shape that browsers send; the library checks what it says. */
const ANSWER = z.looseObject({ id: z.string().max(1500), rawId: z.string(), type: z.literal('public-key') });

export function readAnswer(typed: string): { id: string } | undefined {
  try {
    const read = ANSWER.safeParse(JSON.parse(typed));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

type Expected = { challenge: string; publicUrl: string };

/** The passkey that a browser made for this challenge, on this site, unlocked by its owner; undefined for anything else. */
export async function enrolled(typed: string, { challenge, publicUrl }: Expected): Promise<StoredPasskey | undefined> {
  const answer = readAnswer(typed);
  if (!answer) return undefined;
  const { origin, host } = siteOf(publicUrl);
  const { registrationInfo } = await verifyRegistrationResponse({
    response: answer as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: true,
  }).catch(() => ({ registrationInfo: undefined }));
  if (!registrationInfo) return undefined;
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
  return { id, publicKey: Buffer.from(publicKey), counter, transports };
}

/** The new counter of a passkey whose answer to this challenge is right, unlocked by its owner; undefined for any other. */
export async function answered(
  typed: string,
  passkey: StoredPasskey,
  { challenge, publicUrl }: Expected,
): Promise<number | undefined> {
  const answer = readAnswer(typed);
  if (!answer) return undefined;
  const { origin, host } = siteOf(publicUrl);
  const { id, publicKey, counter } = passkey;
  const checked = await verifyAuthenticationResponse({
    response: answer as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: host,
    credential: { id, publicKey: new Uint8Array(publicKey), counter },
    requireUserVerification: true,
  }).catch(() => undefined);
  return checked?.verified ? checked.authenticationInfo.newCounter : undefined;
}
