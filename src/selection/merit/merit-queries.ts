import type { Candidate } from '../../competition/candidate-queries.ts';
import type { Db } from '../../schema.ts';
import { everyReportOf, reportsOf } from '../decision/report-queries.ts';
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
  const [onAll] = redone.size === 0 ? [] : await reportsOf(db, reference);
  if (!onAll?.content || onAll.decided?.decisions == null) return order;
  const ids = new Map([...candidates].map(([id, { number }]) => [number, id]));
  const decided = (await everyReportOf(db, reference)).filter((report) => report.decided?.decisions != null);
  const signed = new Map<string, { rank: number; tiedWith: number }>();
  for (const { content, reviewId } of decided.toReversed())
    for (const { number, rank, tiedWith } of signedRanks(content ?? '')) {
      const alike = [...signed.entries()].filter(([id, other]) => other.rank === rank && id !== ids.get(number)).length;
      signed.set(ids.get(number) ?? number, { rank, tiedWith: reviewId === null ? tiedWith : alike });
    }
  // Whose re-done steps a report followed keeps the rank that was signed then.
  const since = (id: string, at: Date) =>
    decided.some(
      (report) => report.decided && report.decided.at > at && report.proposals.some((one) => one.candidate === id),
    );
  const anew = [...redone].filter(([id, at]) => !since(id, at)).map(([id]) => id);
  return besideSigned(order, signed, new Set(anew));
}
