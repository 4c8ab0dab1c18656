import type { Member } from './member.ts';
import type { Bar } from './conflict.ts';
import type { Listed } from './panel.ts';

/** Of those named to decide on a report: who may, and what keeps the others from it. */
export type AuthorityStanding = {
  able: Member[];
  /** With the numbers of the candidates in it whom they may not judge. */
  recused: { member: Member; candidates: string[] }[];
  /** Screened, assessed or proposed here. */
  tookPart: Member[];
};

type Facts = { members: readonly Member[]; bars: readonly Bar[]; tookPart?: readonly string[] };

/**
 * A report is decided on as a whole: places that one gets are lost to another. So who may not judge one of its candidates decides on
 * none of it, and another who is named for the competition does.
 */
export function authorityFor(
  candidates: readonly Listed[],
  { members, bars, tookPart = [] }: Facts,
): AuthorityStanding {
  const named = members.filter(({ role }) => role === 'appointing-authority');
  const isBarred = (accountId: string, { applicationId }: Listed) =>
    bars.some((bar) => bar.accountId === accountId && bar.applicationId === applicationId);
  const standing: AuthorityStanding = { able: [], recused: [], tookPart: [] };
  for (const member of named) {
    const from = candidates.filter((one) => isBarred(member.accountId, one)).map(({ number }) => number);
    if (tookPart.includes(member.accountId)) standing.tookPart.push(member);
    else if (from.length > 0) standing.recused.push({ member, candidates: from });
    else standing.able.push(member);
  }
  return standing;
}
