import type { Member } from '../../competition/member.ts';
import type { PanelFacts } from '../../competition/panel.ts';
import { rolesWith } from '../../people/permissions.ts';
import type { Proposal } from './report.ts';

/** Who drafts a report, each with the numbers of those whom they may not judge, and of whom nobody can propose anything. */
export type Drafting = { drafters: { member: Member; recusedFrom: string[] }[]; missing: string[] };

export function draftingOf(
  proposals: readonly Pick<Proposal, 'candidate' | 'number'>[],
  { members, bars }: Pick<PanelFacts, 'bars'> & { members: readonly Member[] },
): Drafting {
  const isBarred = (accountId: string, candidate: string) =>
    bars.some((bar) => bar.accountId === accountId && bar.applicationId === candidate);
  const named = members.filter(({ role }) => rolesWith('report:draft').includes(role));
  const drafters = named.map((member) => ({
    member,
    recusedFrom: proposals.filter(({ candidate }) => isBarred(member.accountId, candidate)).map(({ number }) => number),
  }));
  const missing = proposals
    .map(({ number }) => number)
    .filter((number) => drafters.every(({ recusedFrom }) => recusedFrom.includes(number)));
  return { drafters, missing };
}
