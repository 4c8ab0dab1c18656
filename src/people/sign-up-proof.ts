import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What the browser that signs up keeps, to show with the link from the mail. Somebody else may have signed up with the
 * reader's address and a password of their own: a link alone would hand the reader an account that both can open.
 */
export const signUpProof = (token: string, key: string): string =>
  createHmac('sha256', key).update(`sign-up\n${token}`).digest('base64url');

export function provesSignUp(shown: string | undefined, token: string, key: string): boolean {
  const wanted = Buffer.from(signUpProof(token, key));
  const given = Buffer.from(shown ?? '');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** `__Host-` where there is https, as for the session. */
export const signUpCookieName = (publicUrl: string): string =>
  publicUrl.startsWith('https') ? '__Host-sign-up' : 'sign-up';
