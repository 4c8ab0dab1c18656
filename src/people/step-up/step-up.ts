import { createHash } from 'node:crypto';
import { canonicalJson } from '../../platform/canonical-json.ts';

export const STEP_UP_MEANS = ['password', 'password-and-code', 'passkey', 'provider'] as const;
/** By what somebody who is signed in showed once more who they are. */
export type StepUpMeans = (typeof STEP_UP_MEANS)[number];

/** What works for one account. */
export type Offered = {
  /** It has one that its owner knows. */
  password: boolean;
  /** Its app's code is asked for with the password. */
  code: boolean;
  passkey: boolean;
  /** The organisation's provider by its name, where the account is tied to it. */
  provider: string | undefined;
};

/** Means other than what is typed into the form itself. */
export const ELSEWHERE = ['passkey', 'provider'] as const;
export type Elsewhere = (typeof ELSEWHERE)[number];

/** What was shown: by which means, and what a device or a provider vouched for. */
export type Proof = { means: StepUpMeans; evidence: Record<string, unknown> | null };

export type Fields = [name: string, value: string][];

/** Fields that say how somebody shows who they are, and are no part of what they do. */
const OWN_FIELDS = new Set(['step-up', 'currentPassword', 'currentCode']);
export const ownFields = (fields: Fields): Fields => fields.filter(([name]) => !OWN_FIELDS.has(name));

type Act = { address: string; fields: Fields; bound: string; nonce: string };

/**
 * What somebody confirms, in words: where the form goes, what is in it, and the SHA-256 of what it signs. A device signs the hash
 * of these lines, so that its answer is good for nothing else.
 */
export const statementOf = ({ address, fields, bound, nonce }: Act): string =>
  [`POST ${address}`, `form ${digest(canonicalJson(fields)).toString('hex')}`, `content ${bound || '-'}`, nonce].join(
    '\n',
  );

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
/** The 32 bytes that a passkey is asked to sign, or that a provider puts into its token. */
export const challengeOf = (statement: string): Buffer => digest(statement);

/** How much later than it was asked a clock, or a person, may be. */
const TOLERANCE_SECONDS = 30;

type Answer = {
  /** In seconds, by the provider's clock: when it asked the person last, and when it made its token. */
  authTime: unknown;
  issuedAt: unknown;
  /** By ours. */
  askedAt: Date;
  now: Date;
};

/** Whether a provider asked the person anew since we had asked it to: compared by its own clock, so that clocks may differ. */
export function isAskedAnew({ authTime, issuedAt, askedAt, now }: Answer): boolean {
  if (typeof authTime !== 'number' || typeof issuedAt !== 'number') return false;
  const sinceWeAsked = (now.getTime() - askedAt.getTime()) / 1000;
  return issuedAt - authTime <= sinceWeAsked + TOLERANCE_SECONDS;
}
