import { onReserveUntil } from '../../applications/stages/situation.ts';
import { entriesOfAll } from '../../applications/stages/stage-queries.ts';
import { recusedFrom } from '../../competition/conflict-queries.ts';
import type { Actor } from '../../people/actor.ts';
import { permits } from '../../people/permissions.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { Db } from '../../schema.ts';
import { meritOf } from '../../selection/merit/merit-queries.ts';
import { hasExpired } from '../../selection/similar-posts/similar-post.ts';
import type { Chosen } from '../conditions/appointment-queries.ts';
import { nextAfter, type NextOnMerit } from './next-on-merit.ts';

type Asked = {
  chosen: Pick<Chosen, 'applicationId' | 'reference' | 'zone'>;
  organisation: Organisation;
  /** The civil day where the post is. */
  today: string;
};

/** Who follow somebody on the order of merit and are on the reserve list, for those who read it. */
export async function nextOnMerit(
  db: Db,
  { chosen, organisation, today }: Asked,
  { roles, accountId }: Actor,
): Promise<NextOnMerit[]> {
  if (!permits(roles, 'selection:read-scores')) return [];
  const { applicationId, reference, zone } = chosen;
  const { order, candidates } = await meritOf(db, reference);
  const listed = [...candidates].flatMap(([id, { position }]) => (position === 'reserve-listed' ? [id] : []));
  const entries = await entriesOfAll(db, listed);
  const isOver = (id: string) => {
    const entry = entries.get(id)?.at(-1);
    return entry !== undefined && hasExpired(onReserveUntil(entry, zone, organisation.appointment), today);
  };
  return nextAfter(applicationId, {
    ranked: order.ranked,
    candidates,
    recused: await recusedFrom(db, reference, accountId),
    expired: new Set(listed.filter(isOver)),
    accepted: await acceptedPosts(db, listed),
  });
}

/** Whose similar posts some of them accepted, by the application's id. */
async function acceptedPosts(db: Db, applicationIds: readonly string[]): Promise<Map<string, string>> {
  if (applicationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('similarPostOffers')
    .select(['applicationId', 'vacancyReference'])
    .where('applicationId', 'in', [...applicationIds])
    .where('status', '=', 'accepted')
    .orderBy('endedAt')
    .execute();
  return new Map(rows.map((row) => [row.applicationId, row.vacancyReference]));
}
