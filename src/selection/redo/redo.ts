import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { MeritOrder, Ranked } from '../merit/merit-order.ts';
import { compare } from '../merit/fraction.ts';
import type { PlannedStage } from '../plan/stage-plan.ts';

export const REDO_REACHES = ['step', 'onward'] as const;
/** How much is done again: one step, or that step and all that comes after it. */
export type RedoReach = (typeof REDO_REACHES)[number];

/** Before the first stage: the application itself is examined again. */
export const FROM_SCREENING = 'screening';

type Redoing<Stage> = {
  from: string;
  reach: RedoReach;
  /** The stages that are planned, in their order, and the organisation's order of all there are. */
  planned: readonly Stage[];
  order: readonly string[];
  /** The stages, by id, at which something was found of the candidate. */
  found: readonly string[];
};

/**
 * The planned stages that are opened again for one candidate: the step that is re-done, and of those after it all, or only
 * those where nothing was found of them yet, so that they can still get there.
 */
export function stagesRedone<Stage extends Pick<PlannedStage, 'id' | 'code'>>({
  from,
  reach,
  planned,
  order,
  found,
}: Redoing<Stage>): Stage[] {
  const first = from === FROM_SCREENING ? -1 : order.indexOf(from);
  return planned.filter(({ id, code }) => {
    const place = order.indexOf(code);
    return place === first || (place > first && (reach === 'onward' || !found.includes(id)));
  });
}

/** The stages, by code and in the organisation's order, from which something can be re-done: those that the plan has. */
export const redoableFrom = (
  { stages }: Pick<Organisation['selection'], 'stages'>,
  planned: readonly Pick<PlannedStage, 'code'>[],
): string[] =>
  stages
    .filter(({ code, invitation }) => invitation && planned.some((stage) => stage.code === code))
    .map(({ code }) => code);

/** A stage as it is for one candidate: open again where a review opened it for them alone. */
export function stageFor<Stage extends Pick<PlannedStage, 'status'>>(
  stage: Stage,
  reopened: ReadonlySet<string>,
  candidate: string,
): Stage {
  return stage.status === 'closed' && reopened.has(candidate) ? { ...stage, status: 'open' } : stage;
}

/**
 * The order once it was signed: everybody else keeps the rank that was signed of them, and who is assessed again is placed
 * beside them, and beside others who are assessed again, by their new total: alike with whoever has the same.
 */
export function besideSigned(
  order: MeritOrder,
  signed: ReadonlyMap<string, { rank: number; tiedWith: number }>,
  redone: ReadonlySet<string>,
): MeritOrder {
  const beside = order.ranked.filter(({ candidate }) => redone.has(candidate) || signed.has(candidate));
  const placed = order.ranked.map((one): Ranked => {
    const kept = redone.has(one.candidate) ? undefined : signed.get(one.candidate);
    if (kept) return { ...one, ...kept };
    const better = beside.filter(({ total }) => compare(total, one.total) > 0).length;
    const alike = beside.filter((other) => other !== one && compare(other.total, one.total) === 0).length;
    return { ...one, rank: better + 1, tiedWith: alike };
  });
  return { ...order, ranked: placed.toSorted((a, b) => a.rank - b.rank || compare(b.total, a.total)) };
}
