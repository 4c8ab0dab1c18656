import { recusedFrom } from '../../competition/conflict-queries.ts';
import type { Actor } from '../../people/actor.ts';
import { permits } from '../../people/permissions.ts';
import { meritOf } from '../../selection/merit/merit-queries.ts';
import type { Db } from '../../schema.ts';
import type { Chosen } from '../conditions/appointment-queries.ts';

/** Who stands next on the order of merit. */
export type NextOnMerit = { number: string; name: string; rank: number };

/**
 * Who follows somebody on the order of merit and is on the reserve list: for those who read it, and of nobody from whom the reader
 * is recused. Undefined where there is nobody, or the post is another than the one applied for.
 */
export async function nextOnMerit(
  db: Db,
  { applicationId, reference }: Pick<Chosen, 'applicationId' | 'reference'>,
  { roles, accountId }: Actor,
): Promise<NextOnMerit | undefined> {
  if (!permits(roles, 'selection:read-scores')) return undefined;
  const { order, candidates } = await meritOf(db, reference);
  const own = order.ranked.find(({ candidate }) => candidate === applicationId);
  if (!own) return undefined;
  const recused = await recusedFrom(db, reference, accountId);
  const next = order.ranked
    .filter(({ candidate, rank }) => rank >= own.rank && candidate !== applicationId && !recused.has(candidate))
    .map(({ candidate, rank }) => ({ rank, found: candidates.get(candidate) }))
    .find(({ found }) => found?.position === 'reserve-listed');
  if (!next?.found) return undefined;
  const { number, givenNames, familyName } = next.found;
  return { number, name: `${givenNames} ${familyName}`.trim(), rank: next.rank };
}
