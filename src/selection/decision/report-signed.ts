import { z } from 'zod';
import type { Report } from './report-queries.ts';

const translated = z.record(z.string(), z.string());
const person = z.object({ number: z.string(), name: z.string() });
const scored = z.object({
  stage: z.string(),
  score: z.string(),
  items: z.array(z.object({ key: z.string(), points: z.number(), highest: z.number(), weight: z.number() })),
});
/** What was signed, as `reportContent` wrote it. */
const CONTENT = z.object({
  reference: z.string(),
  title: translated,
  posts: z.number(),
  panel: z.array(z.object({ name: z.string(), role: z.string(), grade: z.string().nullable(), unit: z.string() })),
  recusals: z.array(z.object({ name: z.string(), candidate: z.string(), kind: z.string() })),
  stages: z.array(
    z.object({
      stage: z.string(),
      weight: z.number(),
      passMark: z.number().nullable(),
      items: z.array(z.object({ key: z.string(), weight: z.number(), text: translated, question: translated })),
    }),
  ),
  order: z.array(z.object({ candidate: person, rank: z.number(), total: z.string(), stages: z.array(scored) })),
  belowPassMark: z.array(z.object({ candidate: person, failed: z.string(), stages: z.array(scored) })),
  proposals: z.array(
    z.object({ candidate: person, outcome: z.string().nullable(), reason: z.string(), why: z.string() }),
  ),
  texts: translated,
});
export type Content = z.infer<typeof CONTENT>;

/** What of a report was frozen to be signed, read back. */
export const signedContent = ({ content }: Pick<Report, 'content'>): Content =>
  CONTENT.parse(JSON.parse(content ?? '{}'));
