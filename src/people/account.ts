import type { Language } from '../platform/language.ts';

/** An account as its owner sees it. */
export type Account = {
  id: string;
  email: string;
  name: string;
  language: Language;
  passwordHash: string;
  verifiedAt: Date | null;
  version: number;
  /** False where somebody came by the organisation's provider and has set none: then nobody knows it. */
  passwordIsKnown: boolean;
};

export const MAX_NAME = 200;

/** A name on one line, however it was typed; undefined when nothing is left of it, or too much. */
export function readName(typed: string): string | undefined {
  const name = typed.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return name === '' || name.length > MAX_NAME ? undefined : name;
}
