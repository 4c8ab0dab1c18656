import type { Language } from '../platform/language.ts';
import type { Role } from './permissions.ts';
import type { SignInMethod } from './sign-in-method.ts';

/** The person behind a request: signed in, address verified. */
export type Actor = {
  accountId: string;
  sessionId: string;
  name: string;
  email: string;
  language: Language;
  roles: readonly Role[];
  /** How this session was opened. */
  method: SignInMethod;
  /** Found to be serving staff, by a person or by the organisation's provider. */
  serving: boolean;
};

/** Who did something: a person, someone at the command line of the server, or Concours by itself. */
export type Doer = { kind: 'account'; id: string } | { kind: 'command-line' } | { kind: 'system' };

export const doerOf = (actor: Actor): Doer => ({ kind: 'account', id: actor.accountId });
