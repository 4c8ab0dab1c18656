import { recusedFrom } from '../../competition/conflict-queries.ts';
import type { Actor } from '../../people/actor.ts';
import { permits } from '../../people/permissions.ts';
import { meritOf } from '../../selection/merit/merit-queries.ts';
import type { Db } from '../../schema.ts';
import type { Chosen } from '../conditions/appointment-queries.ts';
import { nextAfter, type NextOnMerit } from './next-on-merit.ts';

/** Who follows somebody on the order of merit and is on the reserve list, for those who read it. */
export async function nextOnMerit(
  db: Db,
  { applicationId, reference }: Pick<Chosen, 'applicationId' | 'reference'>,
  { roles, accountId }: Actor,
): Promise<NextOnMerit | undefined> {
  if (!permits(roles, 'selection:read-scores')) return undefined;
  const { order, candidates } = await meritOf(db, reference);
  const recused = await recusedFrom(db, reference, accountId);
  return nextAfter(applicationId, { ranked: order.ranked, candidates, recused });
}
