import { z } from 'zod';
import type { PartType, PlaceInOrder } from '../../vacancies/search/search-order-queries.ts';

/** What of each part a word of ours may hold: only what the database reads. */
const PARTS: Record<PartType, z.ZodType<string | number>> = {
  timestamptz: z.union([
    z.literal('infinity'),
    z.iso.datetime({ offset: true }).regex(/^[1-9].*(Z|[+-](0\d|1[0-4]):\d\d)$/),
  ]),
  numeric: z.number(),
  text: z
    .string()
    .max(1_000)
    .refine((text) => !text.includes('\0')),
};

/** A place in the list as a word that says nothing to whoever sends it back. */
export const cursorAt = (place: PlaceInOrder): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place that a word of ours stands for in a list sorted by these parts; nothing for any other word. */
export function placeAt(cursor: string, parts: readonly PartType[]): PlaceInOrder | undefined {
  const given = parsed(Buffer.from(cursor, 'base64url').toString());
  if (!Array.isArray(given) || given.length !== parts.length) return undefined;
  const values = parts.map((part, index) => PARTS[part].safeParse(given[index]));
  return values.every(({ success }) => success) ? values.flatMap(({ data }) => data ?? []) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
