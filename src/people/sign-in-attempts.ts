import type { FieldError } from '../site/forms.tsx';
import { networkOf } from './attempt-limits.ts';
import type { Attempt } from './attempt-queries.ts';
import type { Exchange } from './session-hooks.ts';
import { SIGN_IN_TEXTS } from './sign-in-texts.ts';

/** What stands against one address, and is forgotten once its owner has shown who they are. */
export const ownGuesses = (email: string): Attempt[] => [{ kind: 'sign-in-by-address', subject: email }];
/** What stands against a network; whoever signs in from it is no longer counted. */
export const ofNetwork = (ip: string): Attempt[] => [{ kind: 'sign-in-by-network', subject: networkOf(ip) }];
export const signInAttempts = (email: string, ip: string): Attempt[] => [...ownGuesses(email), ...ofNetwork(ip)];

/** Says when to try again. A new password by mail stays open to whoever is kept out by others' guesses. */
export function tooManyAttempts({ request, reply }: Exchange, seconds: number, field = 'email'): FieldError[] {
  reply.header('retry-after', seconds);
  return [{ field, message: SIGN_IN_TEXTS[request.language].tooMany(Math.ceil(seconds / 60)) }];
}
