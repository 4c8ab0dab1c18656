import type { Candidate } from '../../competition/candidate-queries.ts';
import type { Db } from '../../schema.ts';
import { reportsOf } from '../decision/report-queries.ts';
import { signedRanks } from '../decision/signed-order.ts';
import { planOf } from '../plan/plan-queries.ts';
import type { PlannedStage } from '../plan/stage-plan.ts';
import { redoneIn } from '../redo/redo-queries.ts';
import { besideSigned } from '../redo/redo.ts';
import { candidatesAtStage, consensusAt } from '../scores/score-queries.ts';
import { meritOrder, type Consensus, type CountedStage, type MeritOrder } from './merit-order.ts';

export type Merit = {
  order: MeritOrder;
  /** Open or closed, and scored. */
  stages: PlannedStage[];
  /** By the application's id. */
  candidates: Map<string, Candidate>;
};

/** A stage as it counts, from the settings that were fixed when it opened. */
export const countedStage = ({ id, weight, passMark, items, scale }: PlannedStage): CountedStage => ({
  id,
  weight,
  passMark,
  items,
  highest: Math.max(0, ...(scale ?? []).map(({ points }) => points)),
});

/**
 * The order of merit as it is now: of those invited to the first stage that is scored, by what was agreed since. Once it was
 * signed and decided on, a review of one candidate moves nobody else.
 */
export async function meritOf(db: Db, reference: string): Promise<Merit> {
  const stages = (await planOf(db, reference)).filter(
    ({ status, assessedBy }) => status !== 'planned' && assessedBy !== 'nobody',
  );
  const [first] = stages;
  const invited = first ? await candidatesAtStage(db, reference, first.code) : [];
  const agreed: Consensus[] = [];
  for (const stage of stages)
    for (const { candidate, given } of await consensusAt(db, stage.id)) {
      const points = Object.fromEntries(Object.entries(given).map(([key, one]) => [key, one.points]));
      agreed.push({ candidate, stage: stage.id, points });
    }
  const order = meritOrder(
    invited.map(({ applicationId }) => applicationId),
    stages.map(countedStage),
    agreed,
  );
  const candidates = new Map(invited.map((one) => [one.applicationId, one]));
  return { order: await asSigned(db, reference, { order, candidates }), stages, candidates };
}

async function asSigned(db: Db, reference: string, { order, candidates }: Pick<Merit, 'order' | 'candidates'>) {
  const redone = await redoneIn(db, reference);
  const [report] = redone.size === 0 ? [] : await reportsOf(db, reference);
  if (!report?.content || report.decided?.decisions == null) return order;
  const ids = new Map([...candidates].map(([id, { number }]) => [number, id]));
  const ranks = signedRanks(report.content).map(({ number, ...rank }) => [ids.get(number) ?? number, rank] as const);
  return besideSigned(order, new Map(ranks), redone);
}
