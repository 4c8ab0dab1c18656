import { compare, dividedBy, fraction, NOTHING, plus, times, type Fraction } from './fraction.ts';

/** A stage as it counts: locked before anybody is scored. */
export type CountedStage = {
  id: string;
  /** Whole parts of the total; a stage of 0 parts is only passed or not. */
  weight: number;
  /** Hundredths of the highest score below which nobody goes on; null where there is none. */
  passMark: number | null;
  /** The most points that an item can be given. */
  highest: number;
  items: readonly { key: string; weight: number }[];
};

/** What the panel agreed on for one candidate at one stage: points by item. */
export type Consensus = { candidate: string; stage: string; points: Readonly<Record<string, number>> };

/** A figure with what it was computed from. */
export type StageScore = {
  stage: string;
  items: { key: string; points: number; highest: number; weight: number }[];
  /** Of the highest possible. */
  score: Fraction;
  passed: boolean;
};

export type Ranked = {
  candidate: string;
  /** 1, 2, 2, 4 …: who has the same score has the same rank. */
  rank: number;
  total: Fraction;
  stages: StageScore[];
  /** How many others have the same rank. */
  tiedWith: number;
};

export type MeritOrder = {
  ranked: Ranked[];
  /** Below a pass mark: the stages that they have, and the one that ended it. */
  belowPassMark: { candidate: string; stages: StageScore[]; failed: string }[];
  /** What is missing before they can be placed. */
  incomplete: { candidate: string; missing: { stage: string; items: string[] }[] }[];
};

/**
 * Those who passed every stage, by the weighted mean of their stages: nothing but agreed points and locked weights enters,
 * and what has the same value has the same rank. No figure is rounded on the way.
 */
export function meritOrder(
  candidates: readonly string[],
  stages: readonly CountedStage[],
  agreed: readonly Consensus[],
): MeritOrder {
  const order: MeritOrder = { ranked: [], belowPassMark: [], incomplete: [] };
  const points = new Map(agreed.map((one) => [`${one.stage} ${one.candidate}`, one.points]));
  const placed: Omit<Ranked, 'rank' | 'tiedWith'>[] = [];
  for (const candidate of candidates) {
    const scored = stagesOf(candidate, stages, points);
    if (scored.failed !== undefined)
      order.belowPassMark.push({ candidate, stages: scored.scores, failed: scored.failed });
    else if (scored.missing.length > 0) order.incomplete.push({ candidate, missing: scored.missing });
    else placed.push({ candidate, stages: scored.scores, total: totalOf(scored.scores, stages) });
  }
  return { ...order, ranked: withRanks(placed) };
}

type Scored = { scores: StageScore[]; failed?: string; missing: { stage: string; items: string[] }[] };

/** The stages of one candidate in their order, up to the one they did not pass: what comes after it is not theirs to have. */
function stagesOf(
  candidate: string,
  stages: readonly CountedStage[],
  points: ReadonlyMap<string, Consensus['points']>,
): Scored {
  const scored: Scored = { scores: [], missing: [] };
  for (const stage of stages) {
    const given = points.get(`${stage.id} ${candidate}`) ?? {};
    const items = stage.items.filter(({ key }) => given[key] === undefined).map(({ key }) => key);
    if (items.length > 0) {
      scored.missing.push({ stage: stage.id, items });
      continue;
    }
    const score = scoreOf(stage, given);
    scored.scores.push(score);
    if (!score.passed) return { ...scored, failed: stage.id, missing: [] };
  }
  return scored;
}

/** What was reached of the most that could be, each item by its weight. */
export function scoreOf(stage: CountedStage, given: Consensus['points']): StageScore {
  const items = stage.items.map(({ key, weight }) => ({
    key,
    weight,
    points: given[key] ?? 0,
    highest: stage.highest,
  }));
  const reached = items.reduce((sum, { points, weight }) => sum + BigInt(points) * BigInt(weight), 0n);
  const most = items.reduce((sum, { highest, weight }) => sum + BigInt(highest) * BigInt(weight), 0n);
  const score = most === 0n ? NOTHING : fraction(reached, most);
  const passed = stage.passMark === null || compare(score, fraction(BigInt(stage.passMark), 100n)) >= 0;
  return { stage: stage.id, items, score, passed };
}

/** The mean of the stages by their weights; of stages that all weigh nothing, it is nothing. */
function totalOf(scores: readonly StageScore[], stages: readonly CountedStage[]): Fraction {
  const weightOf = (id: string) => BigInt(stages.find((stage) => stage.id === id)?.weight ?? 0);
  const all = scores.reduce((sum, { stage }) => sum + weightOf(stage), 0n);
  if (all === 0n) return NOTHING;
  const weighted = scores.reduce((sum, { stage, score }) => plus(sum, times(score, weightOf(stage))), NOTHING);
  return dividedBy(weighted, all);
}

function withRanks(placed: readonly Omit<Ranked, 'rank' | 'tiedWith'>[]): Ranked[] {
  const sorted = placed.toSorted((a, b) => compare(b.total, a.total) || (a.candidate < b.candidate ? -1 : 1));
  const keyOf = ({ total }: { total: Fraction }) => `${total.over}/${total.under}`;
  const ties = Map.groupBy(sorted, keyOf);
  const first = new Map<string, number>();
  sorted.forEach((one, index) => {
    if (!first.has(keyOf(one))) first.set(keyOf(one), index + 1);
  });
  return sorted.map((one) => ({
    ...one,
    rank: first.get(keyOf(one)) ?? 0,
    tiedWith: (ties.get(keyOf(one))?.length ?? 1) - 1,
  }));
}
