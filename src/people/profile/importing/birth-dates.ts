import { isBirthDate } from '../entry-problems.ts';

/** What may be taken of a file: a birth date only where the organisation asks for one; else it stays among what is left over. */
export type Taking = { birthDate: boolean };
export const ALL: Taking = { birthDate: true };

/** An ISO 8601 day, with or without a time or zone behind it, on which somebody may have been born; no other order of its parts is guessed at. */
export function asBirthDate(text: string): string | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(text.trim())?.[1];
  return day !== undefined && isBirthDate(day) ? day : undefined;
}
