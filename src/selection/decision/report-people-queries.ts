import { authorityFor, type AuthorityStanding } from '../../competition/authority.ts';
import { conflictsIn } from '../../competition/conflict-queries.ts';
import { membersOf } from '../../competition/member-queries.ts';
import type { Db } from '../../schema.ts';
import { whoTookPart } from './report-queries.ts';
import type { Proposal } from './report.ts';

/** Who may decide on a report with these candidates, as it stands: named, recused from none of them, and without a part in it. */
export async function authorityOn(
  db: Db,
  reference: string,
  proposals: readonly Proposal[],
): Promise<AuthorityStanding> {
  const members = await membersOf(db, reference);
  const bars = (await conflictsIn(db, reference)).filter(({ cleared }) => !cleared);
  const candidates = proposals.map(({ candidate, number }) => ({ applicationId: candidate, number }));
  return authorityFor(candidates, { members, bars, tookPart: await whoTookPart(db, reference) });
}
