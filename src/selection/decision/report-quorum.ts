import type { Bar } from '../../competition/conflict.ts';
import type { CompetitionRole } from '../../competition/member.ts';
import {
  onPanel,
  standingFor,
  type Judging,
  type Listed,
  type PanelFacts,
  type PanelRules,
  type Standing,
} from '../../competition/panel.ts';
import type { ReportStatus, Signature } from './report.ts';

/** The quorum for one candidate of a report that is signed, or being signed. */
export type SignedStanding = Standing & {
  /** Signed before it was known that they may not judge this candidate: for this one their signature does not count. */
  uncounted: Judging[];
};

export type SigningFacts = Omit<PanelFacts, 'bars'> & { bars: readonly (Bar & { foundAt: Date })[] };
type Signed = {
  status: ReportStatus;
  signatures: readonly Pick<Signature, 'accountId' | 'name' | 'role' | 'signedAt'>[];
};

/**
 * The quorum for each candidate of a frozen report, by what is known now. Once it is with the appointing authority only those count
 * who signed it: somebody named since has judged nobody. A signature stays when the task of its author ends; for a candidate from
 * whom its author is recused, it does not count, whenever that was found.
 */
export function signedStandings(
  candidates: readonly Listed[],
  { report, facts, rules }: { report: Signed; facts: SigningFacts; rules: PanelRules },
): SignedStanding[] {
  const members = judgesOf(report, facts.members);
  return candidates.map((candidate) => {
    const standing = standingFor(candidate, { ...facts, members }, rules);
    const isLate = ({ accountId }: Judging) =>
      facts.bars.some(
        (bar) =>
          bar.accountId === accountId &&
          bar.applicationId === candidate.applicationId &&
          report.signatures.some((one) => one.accountId === accountId && one.signedAt < bar.foundAt),
      );
    return { ...standing, uncounted: standing.recused.filter(isLate) };
  });
}

type Found = Bar & { candidate: string; foundAt: Date; cleared: { at: Date } | null };

/** The numbers of the candidates for whom a signature does not count, since what was not known as it was given; as known at `at`. */
export const uncountedFor = (
  { accountId, signedAt }: Pick<Signature, 'accountId' | 'signedAt'>,
  conflicts: readonly Found[],
  at: Date,
): string[] => [
  ...new Set(
    conflicts
      .filter((one) => one.accountId === accountId && one.foundAt > signedAt && one.foundAt <= at)
      .filter(({ cleared }) => cleared === null || cleared.at > at)
      .map(({ candidate }) => candidate),
  ),
];

/** The panel that stands behind a report: of those who sit now, all until it is submitted, then those who signed it. */
function judgesOf({ status, signatures }: Signed, members: readonly Judging[]): Judging[] {
  const panel = onPanel(members);
  const hasSigned = ({ accountId }: Judging) => signatures.some((one) => one.accountId === accountId);
  const left = signatures
    .filter(({ accountId }) => !panel.some((member) => member.accountId === accountId))
    .map(({ accountId, name, role }) => ({ accountId, name, role: role as CompetitionRole }));
  const counting = members.filter((one) => status === 'signing' || !panel.includes(one) || hasSigned(one));
  return [...counting, ...left];
}

/** The numbers of those for whom the panel is below its quorum. */
export const belowQuorum = (standings: readonly Standing[]): string[] =>
  standings.filter(({ reached }) => !reached).map(({ candidate }) => candidate.number);
