/** How a session was opened, and whether that took two factors. A passkey is one that was unlocked: what you have, and what you know or are. */
export const METHODS = {
  password: false,
  'password-and-code': true,
  'password-and-recovery-code': true,
  'password-and-passkey': true,
  passkey: true,
  /** The organisation's own provider, which has its own rules on second factors. */
  outside: true,
  /** A link of ours in a mail: the first confirmation of an address, or a new password. */
  link: false,
} as const satisfies Record<string, boolean>;

export type SignInMethod = keyof typeof METHODS;

export const isMethod = (text: string): text is SignInMethod => Object.hasOwn(METHODS, text);

/** For so many days people can read when and where they signed in; long enough to notice a stranger, then it goes. */
export const HISTORY_DAYS = 90;

export const historyBegins = (now: Date): Date => new Date(now.getTime() - HISTORY_DAYS * 24 * 3_600_000);
