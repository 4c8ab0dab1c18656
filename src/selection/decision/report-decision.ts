import { ok, refuse, type Result } from '../../platform/result.ts';
import { move, problemsOf, type Proposal, type Proposing, type ReportRefusal, type ReportStatus } from './report.ts';

type Deciding = Proposing & {
  status: ReportStatus;
  action: 'accept' | 'depart' | 'return';
  reason: string;
  by: string;
  /** The accounts of all who screened, assessed or signed. */
  tookPart: readonly string[];
  /** The numbers of those in the report whom `by` may not judge. */
  recusedFrom: readonly string[];
  /** The numbers of those for whom too few of the signatures count: then it can only be returned. */
  belowQuorum: readonly string[];
  /** What the authority decides, where it departs. */
  decisions: readonly Proposal[];
};

export type Decided = { status: ReportStatus; decisions: Proposal[] | null };

/** The decision of the appointing authority: as proposed, otherwise with a reason, or back to the panel with one. */
export function decide({
  status,
  action,
  reason,
  by,
  tookPart,
  recusedFrom,
  belowQuorum,
  decisions,
  ...proposing
}: Deciding): Result<Decided, ReportRefusal> {
  const moved = move(status, action);
  if (!moved.ok) return moved;
  if (tookPart.includes(by)) return refuse({ kind: 'took-part' });
  if (recusedFrom.length > 0) return refuse({ kind: 'recused', numbers: [...recusedFrom] });
  if (action !== 'return' && belowQuorum.length > 0)
    return refuse({ kind: 'signed-below-quorum', numbers: [...belowQuorum] });
  if (action === 'accept') return ok({ status: moved.value, decisions: [...proposing.proposals] });
  if (reason.trim() === '') return refuse({ kind: 'reason-missing' });
  if (action === 'return') return ok({ status: moved.value, decisions: null });
  const outcomeOf = (list: readonly Proposal[], candidate: string) =>
    list.find((one) => one.candidate === candidate)?.outcome;
  if (proposing.proposals.every(({ candidate, outcome }) => outcomeOf(decisions, candidate) === outcome))
    return refuse({ kind: 'nothing-changed' });
  const problems = problemsOf({ ...proposing, proposals: decisions });
  return problems.length > 0
    ? refuse({ kind: 'problems', problems })
    : ok({ status: moved.value, decisions: [...decisions] });
}
