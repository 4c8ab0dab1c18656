import { authorityFor, type AuthorityStanding } from '../../competition/authority.ts';
import { conflictsIn } from '../../competition/conflict-queries.ts';
import { membersOf } from '../../competition/member-queries.ts';
import type { Db } from '../../schema.ts';
import { draftingOf, type Drafting } from './drafting.ts';
import { whoTookPart } from './report-queries.ts';
import type { Proposal } from './report.ts';

/** Who may decide on a report with these candidates, as it stands: named, recused from none of them, and without a part in it. */
export async function authorityOn(
  db: Db,
  reference: string,
  proposals: readonly Proposal[],
): Promise<AuthorityStanding> {
  const facts = await factsOf(db, reference);
  const candidates = proposals.map(({ candidate, number }) => ({ applicationId: candidate, number }));
  return authorityFor(candidates, { ...facts, tookPart: await whoTookPart(db, reference) });
}

/** Who drafts a report with these candidates, and of whom nobody can. */
export const draftingOn = async (db: Db, reference: string, proposals: readonly Proposal[]): Promise<Drafting> =>
  draftingOf(proposals, await factsOf(db, reference));

const factsOf = async (db: Db, reference: string) => ({
  members: await membersOf(db, reference),
  bars: (await conflictsIn(db, reference)).filter(({ cleared }) => !cleared),
});
