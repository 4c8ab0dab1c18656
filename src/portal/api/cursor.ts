import { z } from 'zod';
import type { PlaceInList } from '../../vacancies/open-page-queries.ts';

const PLACE = z.tuple([z.iso.datetime().nullable(), z.string().min(1).max(40)]);

/** A place in the list as a word that says nothing to whoever sends it back. */
export const cursorAt = ({ deadlineAt, reference }: PlaceInList): string =>
  Buffer.from(JSON.stringify([deadlineAt?.toISOString() ?? null, reference])).toString('base64url');

/** The place that a word of ours stands for; nothing for any other word. */
export function placeAt(cursor: string): PlaceInList | undefined {
  const place = PLACE.safeParse(parsed(Buffer.from(cursor, 'base64url').toString()));
  if (!place.success) return undefined;
  const [deadlineAt, reference] = place.data;
  return { deadlineAt: deadlineAt === null ? null : new Date(deadlineAt), reference };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
