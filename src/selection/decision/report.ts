import { z } from 'zod';
import type { StepUpMeans } from '../../people/step-up/step-up.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { MeritOrder } from '../merit/merit-order.ts';

/** What may become of a candidate, best first. */
export const OUTCOMES = ['selected', 'reserve-listed', 'not-retained'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const proposalSchema = z.strictObject({
  /** The application's id and number. */
  candidate: z.string(),
  number: z.string(),
  /** Null until somebody has chosen: nothing is proposed by itself. */
  outcome: z.enum(OUTCOMES).nullable(),
  /** The reason that may be told, a code of the organisation's list; for who is not retained. */
  reason: z.string(),
  /** Why, where somebody with no higher a rank comes out better. */
  why: z.string(),
  /** Why somebody below the language level that the notice asks for is found suitable all the same. */
  belowLevel: z.exactOptional(z.string()),
});
export type Proposal = z.infer<typeof proposalSchema>;

export const REPORT_STATUSES = ['draft', 'signing', 'submitted', 'accepted', 'departed', 'returned'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];
export type ReportAction = 'freeze' | 'reopen' | 'submit' | 'accept' | 'depart' | 'return';

/** Every move a report can make. A returned one is followed by another; what was decided is final. */
const MOVES: Record<ReportStatus, Partial<Record<ReportAction, ReportStatus>>> = {
  draft: { freeze: 'signing' },
  signing: { reopen: 'draft', submit: 'submitted' },
  submitted: { accept: 'accepted', depart: 'departed', return: 'returned' },
  accepted: {},
  departed: {},
  returned: {},
};

export const actionsFrom = (status: ReportStatus): ReportAction[] => Object.keys(MOVES[status]) as ReportAction[];

export type ReportProblem =
  | { kind: 'outcome-missing'; number: string }
  | { kind: 'reason-missing'; number: string }
  /** Below a pass mark, nobody is selected or kept for later. */
  | { kind: 'below-pass-mark'; number: string }
  | { kind: 'too-many'; selected: number; posts: number }
  /** Somebody with no higher a rank comes out better, and nobody has said why. */
  | { kind: 'why-missing'; number: string }
  /** Found suitable below the language level of the notice, and nobody has said why. */
  | { kind: 'level-reason-missing'; number: string };

export type ReportRefusal =
  | { kind: 'illegal-move'; from: ReportStatus; action: ReportAction }
  /** Stages that are not closed yet. */
  | { kind: 'stages-open'; stages: string[] }
  | { kind: 'no-stages' }
  | { kind: 'incomplete'; count: number }
  /** A review had these examined again, and nobody has settled the result yet. */
  | { kind: 'screening-open'; numbers: string[] }
  /** A review made language levels of these void, and nobody has recorded them again. */
  | { kind: 'levels-missing'; numbers: string[] }
  /** The panel is below its quorum for these candidates. */
  | { kind: 'below-quorum'; numbers: string[] }
  /** The same once it is signed, by those whose signature counts. */
  | { kind: 'signed-below-quorum'; numbers: string[] }
  | { kind: 'problems'; problems: ReportProblem[] }
  | { kind: 'unsigned'; names: string[] }
  | { kind: 'already-signed' }
  | { kind: 'not-on-panel' }
  /** Whoever assessed, screened or proposed does not decide on it. */
  | { kind: 'took-part' }
  /** Who may not judge one of its candidates decides on none: the numbers of those. */
  | { kind: 'recused'; numbers: string[] }
  | { kind: 'reason-missing' }
  /** Departing means deciding otherwise in something. */
  | { kind: 'nothing-changed' }
  | { kind: 'already-released' }
  /** Where the application stands now, the outcome cannot follow. */
  | { kind: 'stands-elsewhere'; number: string };

const rankOfOutcome = (outcome: Outcome): number => OUTCOMES.length - OUTCOMES.indexOf(outcome);

/** Candidates beside or behind whom somebody comes out better who does not rank higher: each needs a reason. */
export function passedOver(proposals: readonly Proposal[], order: MeritOrder): Proposal[] {
  const ranks = new Map(order.ranked.map(({ candidate, rank }) => [candidate, rank]));
  return proposals.filter((one) => {
    const own = ranks.get(one.candidate);
    const { outcome } = one;
    if (own === undefined || outcome === null) return false;
    return proposals.some((other) => {
      const rank = ranks.get(other.candidate);
      if (other === one || rank === undefined || other.outcome === null) return false;
      return rank >= own && rankOfOutcome(other.outcome) > rankOfOutcome(outcome);
    });
  });
}

export type Proposing = {
  proposals: readonly Proposal[];
  order: MeritOrder;
  posts: number;
  reasons: readonly string[];
  /** What is decided of others already and stays: where one candidate is decided on anew. */
  settled?: readonly Proposal[];
  /** Who is below the language level that the notice asks for, by the tests of this competition. */
  belowLevel?: ReadonlySet<string>;
};

/** All that is missing or against the rules before proposals can be signed or decided. */
export function problemsOf({
  proposals,
  order,
  posts,
  reasons,
  settled = [],
  belowLevel = new Set(),
}: Proposing): ReportProblem[] {
  const failed = new Set(order.belowPassMark.map(({ candidate }) => candidate));
  const each = proposals.flatMap(({ candidate, number, outcome, reason }): ReportProblem[] => {
    if (outcome === null) return [{ kind: 'outcome-missing', number }];
    if (outcome !== 'not-retained') return failed.has(candidate) ? [{ kind: 'below-pass-mark', number }] : [];
    return reasons.includes(reason) ? [] : [{ kind: 'reason-missing', number }];
  });
  const all = [...settled, ...proposals];
  const selected = all.filter(({ outcome }) => outcome === 'selected').length;
  const added = proposals.some(({ outcome }) => outcome === 'selected');
  // Who was passed over before, by a decision that stands, needs no second reason.
  const before = new Set(passedOver(settled, order).map(({ candidate }) => candidate));
  const newly = passedOver(all, order).filter(({ candidate }) => !before.has(candidate));
  const byThem = newly.some((one) => settled.includes(one));
  const mute = proposals.filter((one) => one.why.trim() === '' && (byThem || newly.includes(one)));
  return [
    ...each,
    ...(added && selected > posts ? [{ kind: 'too-many' as const, selected, posts }] : []),
    ...mute.map(({ number }): ReportProblem => ({ kind: 'why-missing', number })),
    ...proposals
      .filter((one) => lacksLevelReason(one, belowLevel))
      .map(({ number }): ReportProblem => ({ kind: 'level-reason-missing', number })),
  ];
}

/** Nobody is turned down by a level alone, nor found suitable below it without a person's reason. */
const lacksLevelReason = ({ candidate, outcome, belowLevel = '' }: Proposal, below: ReadonlySet<string>): boolean =>
  below.has(candidate) && outcome !== null && outcome !== 'not-retained' && belowLevel.trim() === '';

export function move(from: ReportStatus, action: ReportAction): Result<ReportStatus, ReportRefusal> {
  const to = MOVES[from][action];
  return to ? ok(to) : refuse({ kind: 'illegal-move', from, action });
}

type Freezing = Proposing & {
  status: ReportStatus;
  /** How many stages are scored, and which of them are not closed. */
  stages: { scored: number; open: readonly string[] };
  belowQuorum: readonly string[];
  /** By number: those whose application is examined again after a review, with no settled result. */
  screenedAgain?: readonly string[];
  /** By number: those of whom a language level is to be recorded again. */
  levelsMissing?: readonly string[];
};

/** Freezes a report so that it can be signed: all stages closed, everybody scored, every proposal within the rules. */
export function freeze({
  status,
  stages,
  belowQuorum,
  screenedAgain = [],
  levelsMissing = [],
  ...proposing
}: Freezing): Result<ReportStatus, ReportRefusal> {
  const moved = move(status, 'freeze');
  if (!moved.ok) return moved;
  if (stages.scored === 0) return refuse({ kind: 'no-stages' });
  if (stages.open.length > 0) return refuse({ kind: 'stages-open', stages: [...stages.open] });
  const { incomplete } = proposing.order;
  if (incomplete.length > 0) return refuse({ kind: 'incomplete', count: incomplete.length });
  if (screenedAgain.length > 0) return refuse({ kind: 'screening-open', numbers: [...screenedAgain] });
  if (levelsMissing.length > 0) return refuse({ kind: 'levels-missing', numbers: [...levelsMissing] });
  if (belowQuorum.length > 0) return refuse({ kind: 'below-quorum', numbers: [...belowQuorum] });
  const problems = problemsOf(proposing);
  return problems.length > 0 ? refuse({ kind: 'problems', problems }) : moved;
}

export type Signature = {
  accountId: string;
  name: string;
  role: string;
  dissent: string;
  signedAt: Date;
  /** By what they showed who they are. */
  means: StepUpMeans;
};

type Signing = {
  status: ReportStatus;
  by: string;
  panel: readonly string[];
  signatures: readonly Pick<Signature, 'accountId'>[];
};

/** Signs what was frozen; each member for themselves, once. */
export function sign({ status, by, panel, signatures }: Signing): Result<undefined, ReportRefusal> {
  if (status !== 'signing') return refuse({ kind: 'illegal-move', from: status, action: 'submit' });
  if (!panel.includes(by)) return refuse({ kind: 'not-on-panel' });
  return signatures.some(({ accountId }) => accountId === by) ? refuse({ kind: 'already-signed' }) : ok(undefined);
}

type Member = { accountId: string; name: string };

type Submitting = {
  status: ReportStatus;
  panel: readonly Member[];
  signatures: readonly Pick<Signature, 'accountId'>[];
  /** By number: those for whom too few of these signatures count, by all that is known now. */
  belowQuorum: readonly string[];
};

/** Submits a report to the appointing authority, once every member of the panel has signed it and enough of them count. */
export function submitReport({
  status,
  panel,
  signatures,
  belowQuorum,
}: Submitting): Result<ReportStatus, ReportRefusal> {
  const unsigned = panel.filter((member) => !signatures.some(({ accountId }) => accountId === member.accountId));
  if (unsigned.length > 0) return refuse({ kind: 'unsigned', names: unsigned.map(({ name }) => name) });
  if (panel.length === 0) return refuse({ kind: 'not-on-panel' });
  const moved = move(status, 'submit');
  if (!moved.ok || belowQuorum.length === 0) return moved;
  return refuse({ kind: 'signed-below-quorum', numbers: [...belowQuorum] });
}

/** How many posts a notice fills. */
export const postsOf = ({ posts }: { posts?: readonly { count: number }[] }): number =>
  posts === undefined ? 1 : posts.reduce((sum, { count }) => sum + count, 0);
