import { z } from 'zod';
import type { Translated } from '../../platform/language.ts';

const translated = z.record(z.string(), z.string());
const score = z.object({
  stage: z.string(),
  score: z.string(),
  passed: z.boolean(),
  items: z.array(z.object({ key: z.string(), points: z.number(), highest: z.number() })),
});
const candidate = z.object({ number: z.string() });
const CONTENT = z.object({
  stages: z.array(z.object({ stage: z.string(), items: z.array(z.object({ key: z.string(), text: translated })) })),
  order: z.array(z.object({ candidate, rank: z.number(), total: z.string(), stages: z.array(score) })),
  texts: translated,
  belowPassMark: z.array(z.object({ candidate, failed: z.string(), stages: z.array(score) })),
});

export type ScoredItem = { text: Translated; points: number; highest: number };
export type OwnRecord = {
  /** In hundredths of the highest possible; null below a pass mark, where no total is made. */
  total: string | null;
  /** The stage whose pass mark was not reached. */
  failed: string | null;
  stages: { code: string; score: string; passed: boolean; items: ScoredItem[] }[];
};

/**
 * What the report that was signed says of one candidate and of nobody else: no rank, no name, no figure of another. Undefined
 * where it does not name them.
 */
export function ownRecord(content: string, number: string): OwnRecord | undefined {
  const { stages, order, belowPassMark } = CONTENT.parse(JSON.parse(content));
  const ranked = order.find((one) => one.candidate.number === number);
  const below = belowPassMark.find((one) => one.candidate.number === number);
  const scores = ranked?.stages ?? below?.stages;
  if (!scores) return undefined;
  const textOf = (stage: string, key: string): Translated =>
    stages.find((one) => one.stage === stage)?.items.find((item) => item.key === key)?.text ?? {};
  return {
    total: ranked?.total ?? null,
    failed: below?.failed ?? null,
    stages: scores.map(({ stage, items, ...rest }) => ({
      code: stage,
      score: rest.score,
      passed: rest.passed,
      items: items.map(({ key, points, highest }) => ({ text: textOf(stage, key), points, highest })),
    })),
  };
}

/** The order as it was signed, by number: what a reviewer compares with. */
export const signedOrder = (content: string): { number: string; rank: number; total: string }[] =>
  CONTENT.parse(JSON.parse(content)).order.map(({ candidate: { number }, rank, total }) => ({ number, rank, total }));

/** What the panel wrote in its report, by language: for a reviewer, since it may speak of several. */
export const signedTexts = (content: string): Translated => CONTENT.parse(JSON.parse(content)).texts;
