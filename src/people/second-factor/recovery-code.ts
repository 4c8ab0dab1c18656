import { randomInt } from 'node:crypto';

export const RECOVERY_CODES = 10;
/** Without letters and figures that are taken for each other. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

const group = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Ten codes of twelve signs, about 59 bits each; every one is good once. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => `${group()}-${group()}-${group()}`);

/** A code as it is compared, however it was typed; undefined for what cannot be one. */
export function readRecoveryCode(typed: string): string | undefined {
  const signs = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return signs.length === 12 ? (signs.match(/.{4}/g) ?? []).join('-') : undefined;
}
