import { daysAfter, MAY_ASK, reviewUntil } from '../../applications/stages/situation.ts';
import type { StageEntry } from '../../applications/stages/stage-state.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { FROM_SCREENING, REDO_REACHES, type RedoReach } from '../redo/redo.ts';
import { REVIEW_KINDS } from '../../regulations/organisation/procedure-schema.ts';

export { FROM_SCREENING, REVIEW_KINDS };
/** What is asked for: why it was decided so, or that it is looked at again. */
export type ReviewKind = (typeof REVIEW_KINDS)[number];

export const REVIEW_STATUSES = [
  'requested',
  'assigned',
  'answered',
  'upheld',
  'dismissed',
  'redone',
  'taken-back',
] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];
export const REVIEW_ACTIONS = ['assign', 'take-back', 'answer', 'uphold', 'dismiss', 'redo'] as const;
export type ReviewAction = (typeof REVIEW_ACTIONS)[number];

/** Every move a request can make. Nothing is decided on it before somebody is named; what ended never changes. */
const MOVES: Record<ReviewStatus, Partial<Record<ReviewAction, ReviewStatus>>> = {
  requested: { assign: 'assigned', 'take-back': 'taken-back' },
  assigned: {
    assign: 'assigned',
    'take-back': 'taken-back',
    answer: 'answered',
    uphold: 'upheld',
    dismiss: 'dismissed',
    redo: 'redone',
  },
  answered: {},
  upheld: {},
  dismissed: {},
  redone: {},
  'taken-back': {},
};

/** How a request of each kind may end by a decision on it. */
export const ENDINGS = {
  reasons: ['answer', 'dismiss'],
  review: ['uphold', 'redo', 'dismiss'],
} as const satisfies Record<ReviewKind, readonly ReviewAction[]>;
export type Ending = (typeof ENDINGS)[ReviewKind][number];

export const actionsFrom = (status: ReviewStatus): ReviewAction[] => Object.keys(MOVES[status]) as ReviewAction[];
export const isOpenCase = (status: ReviewStatus): boolean => actionsFrom(status).length > 0;

export const MAX_WORDS = 4000;

export type ReviewRefusal =
  | { kind: 'illegal-move'; from: ReviewStatus; action: ReviewAction }
  /** No source gives such a right, or not this one. */
  | { kind: 'not-offered' }
  /** Nothing was decided that can be asked about. */
  | { kind: 'not-decided' }
  | { kind: 'already-asked' }
  | { kind: 'words-missing' }
  | { kind: 'too-long' }
  /** The last day has passed, and they have not said why they ask now. */
  | { kind: 'late-reason-missing' }
  | { kind: 'unknown-person' }
  /** Had a part in what it is about, or applies there. */
  | { kind: 'took-part'; name: string }
  | { kind: 'ending-missing' }
  | { kind: 'reason-missing' }
  | { kind: 'stage-missing' }
  /** A step that the plan of this competition does not have. */
  | { kind: 'stage-not-planned' }
  /** Nobody has said whether what came after that step is done again as well. */
  | { kind: 'reach-missing' }
  /** A report that speaks of the candidate is being signed or decided. */
  | { kind: 'report-under-way' };

/** Moves a request on, if the table has it. */
export function move(from: ReviewStatus, action: ReviewAction): Result<ReviewStatus, ReviewRefusal> {
  const to = MOVES[from][action];
  return to ? ok(to) : refuse({ kind: 'illegal-move', from, action });
}

export type Asking = {
  selection: Organisation['selection'];
  /** The last step of the application; the one that is asked about. */
  decision: StageEntry | undefined;
  /** What is asked of this decision already, and was not taken back. */
  asked: readonly ReviewKind[];
  /** The zone in which days are counted, and the civil day there. */
  zone: string;
  today: string;
  kind: string;
  words: string;
  lateReason: string;
};

export type Asked = { kind: ReviewKind; isLate: boolean; lateReason: string; words: string; answerBy: string | null };

/** A request, or why there can be none. One after the last day is taken with its reason: whether it is receivable, a person says. */
export function askForReview(asking: Asking): Result<Asked, ReviewRefusal> {
  const { selection, decision, asked, zone, today } = asking;
  const { review } = selection;
  const kind = review?.kinds.find((known) => known === asking.kind);
  if (!review || !kind) return refuse({ kind: 'not-offered' });
  if (!decision || !MAY_ASK.includes(decision.position)) return refuse({ kind: 'not-decided' });
  if (asked.includes(kind)) return refuse({ kind: 'already-asked' });
  const words = asking.words.trim();
  if (words === '') return refuse({ kind: 'words-missing' });
  if (words.length > MAX_WORDS || asking.lateReason.length > MAX_WORDS) return refuse({ kind: 'too-long' });
  const isLate = isPast(reviewUntil(decision, zone, selection), today);
  const lateReason = isLate ? asking.lateReason.trim() : '';
  if (isLate && lateReason === '') return refuse({ kind: 'late-reason-missing' });
  return ok({ kind, isLate, lateReason, words, answerBy: daysAfter(today, review.answer.withinDays) });
}

/** Whether a last day lies behind; that day itself does not. */
export const isPast = (last: string | null | undefined, today: string): boolean => last != null && last < today;

export const isOverdue = ({ status, answerBy }: { status: ReviewStatus; answerBy: string | null }, today: string) =>
  isOpenCase(status) && isPast(answerBy, today);

type Naming = {
  status: ReviewStatus;
  person: { accountId: string; name: string; applies: boolean } | undefined;
  /** The accounts of all who had a part in the decision, and the candidate's own. */
  involved: readonly string[];
};

/** Names who looks at a case: somebody of the organisation who had no part in what it is about. */
export function nameReviewer({ status, person, involved }: Naming) {
  const moved = move(status, 'assign');
  if (!moved.ok) return moved;
  if (!person) return refuse<ReviewRefusal>({ kind: 'unknown-person' });
  if (person.applies || involved.includes(person.accountId))
    return refuse<ReviewRefusal>({ kind: 'took-part', name: person.name });
  return ok({ status: moved.value, accountId: person.accountId, name: person.name });
}

type Deciding = {
  status: ReviewStatus;
  kind: ReviewKind;
  ending: string;
  reason: string;
  /** For what is re-done: the stage it begins from again. */
  from: string;
  reach: string;
  stages: readonly string[];
  by: string;
  involved: readonly string[];
  reviewer: string | null;
};

export type Redone = { from: string; reach: RedoReach };
export type Decided = { status: ReviewStatus; ending: Ending; reason: string; redo: Redone | null };

/** The decision on a case by the person named for it, with its reason; where it is re-done, from which stage. */
export function decideReview(deciding: Deciding): Result<Decided, ReviewRefusal> {
  const { status, kind, by, involved, reviewer } = deciding;
  const ending = ENDINGS[kind].find((known) => known === deciding.ending);
  if (!ending) return refuse({ kind: 'ending-missing' });
  const moved = move(status, ending);
  if (!moved.ok) return moved;
  if (by !== reviewer || involved.includes(by)) return refuse({ kind: 'took-part', name: '' });
  const reason = deciding.reason.trim();
  if (reason === '') return refuse({ kind: 'reason-missing' });
  if (reason.length > MAX_WORDS) return refuse({ kind: 'too-long' });
  if (ending !== 'redo') return ok({ status: moved.value, ending, reason, redo: null });
  const redo = redoneFrom(deciding);
  return redo.ok ? ok({ status: moved.value, ending, reason, redo: redo.value }) : redo;
}

function redoneFrom({ from, reach, stages }: Deciding): Result<Redone, ReviewRefusal> {
  if (from === '') return refuse({ kind: 'stage-missing' });
  if (![FROM_SCREENING, ...stages].includes(from)) return refuse({ kind: 'stage-not-planned' });
  const known = REDO_REACHES.find((one) => one === reach);
  return known ? ok({ from, reach: known }) : refuse({ kind: 'reach-missing' });
}
