import { LINK_HOURS } from './one-time-link.ts';

/** What a browser is in the middle of; its cookie holds the key to the row. */
export type StepPurpose =
  /** The password was right; a second factor is asked for. */
  | 'second-factor'
  | 'passkey-enrolment'
  | 'passkey-answer'
  /** The provider has been asked who this is. */
  | 'outside'
  /** The provider said who this is; whose account it is remains to be shown. */
  | 'outside-link'
  /** Who is signed in shows once more who they are; a form waits for it. */
  | 'step-up'
  /** Somebody signed up while they were sending a form, which waits for their address to be confirmed. */
  | 'sign-up';

const MINUTES: Record<StepPurpose, number> = {
  'second-factor': 10,
  'passkey-enrolment': 10,
  'passkey-answer': 10,
  outside: 15,
  'outside-link': 15,
  'step-up': 15,
  'sign-up': LINK_HOURS['verify-address'] * 60,
};

export const stepEnd = (purpose: StepPurpose, now: Date): Date => new Date(now.getTime() + MINUTES[purpose] * 60_000);

/** `__Host-` where there is https, as for the session. */
export const stepCookieName = (publicUrl: string, purpose: StepPurpose): string =>
  `${publicUrl.startsWith('https') ? '__Host-' : ''}step-${purpose}`;
