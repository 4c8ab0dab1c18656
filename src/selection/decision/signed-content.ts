import { z } from 'zod';

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
    z.object({
      candidate: person,
      outcome: z.string().nullable(),
      reason: z.string(),
      why: z.string(),
      belowLevel: z.exactOptional(z.string()),
    }),
  ),
  texts: translated,
  languages: z.exactOptional(
    z.object({
      required: z.object({ one: z.string(), other: z.string() }).nullable(),
      found: z.array(
        z.object({
          candidate: person,
          levels: z.array(z.object({ language: z.string(), level: z.string(), corrected: z.boolean() })),
          outcome: z.enum(['met', 'not-met', 'not-comparable']).nullable(),
        }),
      ),
    }),
  ),
  redone: z.exactOptional(
    z.object({ report: z.number(), sha256: z.string(), from: z.string(), stages: z.array(z.string()) }),
  ),
});
export type Content = z.infer<typeof CONTENT>;

export const readContent = (text: string): Content => CONTENT.parse(JSON.parse(text));
