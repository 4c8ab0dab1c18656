import type { AnyRole } from '../../people/permissions.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { addDays, addMonths, isCivilDate } from '../../regulations/civil-dates.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';

export const OFFER_STATES = [
  'draft',
  'in-approval',
  'approved',
  'sent',
  'accepted',
  'declined',
  'lapsed',
  'withdrawn',
] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** What staff do with an offer; what a candidate does; and what Concours does by itself once the day for an answer has passed. */
export const STAFF_OFFER_ACTIONS = ['submit', 'approve', 'return', 'send', 'withdraw'] as const;
export const CANDIDATE_OFFER_ACTIONS = ['accept', 'decline'] as const;
export type OfferAction = (typeof STAFF_OFFER_ACTIONS)[number] | (typeof CANDIDATE_OFFER_ACTIONS)[number] | 'lapse';

/** Every move there is. What was returned is a draft again; what ended stays ended, and another offer can be prepared. */
const MOVES: Record<OfferState, Partial<Record<OfferAction, OfferState>>> = {
  draft: { submit: 'in-approval', withdraw: 'withdrawn' },
  'in-approval': { approve: 'approved', return: 'draft', withdraw: 'withdrawn' },
  approved: { send: 'sent', return: 'draft', withdraw: 'withdrawn' },
  sent: { accept: 'accepted', decline: 'declined', lapse: 'lapsed', withdraw: 'withdrawn' },
  accepted: {},
  declined: {},
  lapsed: {},
  withdrawn: {},
};

export const isOver = (state: OfferState): boolean => Object.keys(MOVES[state]).length === 0;

type Rules = Organisation['appointment']['offer'];
export type ApprovalStep = Rules['approval'][number];

export type Offer = {
  state: OfferState;
  /** The codes of the steps of the approval path that were taken since it was submitted, in their order. */
  approved: readonly string[];
  /** The accounts of those who prepared it and approved it. */
  preparedBy: string;
  approvedBy: readonly string[];
  /** The last civil day for an answer, `YYYY-MM-DD` where the post is; null before it is sent. */
  answerBy: string | null;
};

/** The step of the approval path that is due; undefined once none is. */
export const approvalDue = ({ approval }: Rules, { approved }: Pick<Offer, 'approved'>): ApprovalStep | undefined =>
  approval.find(({ code }) => !approved.includes(code));

export type OfferRefusal =
  | { kind: 'illegal-step'; from: OfferState; action: OfferAction }
  /** The step of the path that is due is another's. */
  | { kind: 'not-your-step'; step: string; by: ApprovalStep['by'] }
  /** Nobody approves what they prepared, or twice: a second person looks at it. */
  | { kind: 'own-work' }
  | { kind: 'reason-missing' | 'too-long' }
  /** Nothing is sent before each of these is so. */
  | { kind: 'not-to-be-sent'; obstacles: SendingObstacle[] }
  | { kind: 'answer-day-missing' }
  | { kind: 'answer-day-past'; today: string }
  /** The day for an answer has passed. */
  | { kind: 'too-late'; answerBy: string }
  | { kind: 'not-yet'; answerBy: string };

/** Why an offer can be prepared and approved, and not sent. */
export type SendingObstacle =
  /** The budget of the post is not approved (O2). */
  | 'budget-pending'
  /** The national authority has not agreed to the secondment (C9, C10). */
  | 'no-national-agreement'
  /** They are not selected any more. */
  | 'not-chosen'
  /** Its first day has come already. */
  | 'first-day-past';

export const MAX_OFFER_REASON = 2000;

export type Deciding = {
  action: OfferAction;
  rules: Rules;
  by: { id: string; roles: readonly AnyRole[] };
  reason: string;
  /** The last day for an answer as it was typed, where no rule gives it. */
  answerBy: string;
  obstacles: readonly SendingObstacle[];
  /** The civil day where the post is. */
  today: string;
};

type Taken = Result<Offer, OfferRefusal>;
type Taking = (offer: Offer, deciding: Deciding, state: OfferState) => Taken;

const taken: Record<OfferAction, Taking> = {
  submit: (offer, { rules }) => ok({ ...offer, ...submitted(rules) }),
  approve,
  return: withReason,
  withdraw: withReason,
  send,
  accept: inTime,
  decline: inTime,
  lapse: (offer, { today }, state) =>
    isLate(offer, today) ? ok({ ...offer, state }) : refuse({ kind: 'not-yet', answerBy: offer.answerBy ?? today }),
};

/** What a step makes of an offer, or why it cannot be taken. */
export function stepOffer(offer: Offer, deciding: Deciding): Taken {
  const { action } = deciding;
  const state = MOVES[offer.state][action];
  return state ? taken[action](offer, deciding, state) : refuse({ kind: 'illegal-step', from: offer.state, action });
}

const submitted = ({ approval }: Rules) => ({
  state: approval.length === 0 ? ('approved' as const) : ('in-approval' as const),
  approved: [],
  approvedBy: [],
});

function approve(offer: Offer, { rules, by }: Deciding): Taken {
  const step = approvalDue(rules, offer);
  if (!step) return refuse({ kind: 'illegal-step', from: offer.state, action: 'approve' });
  if (!by.roles.includes(step.by)) return refuse({ kind: 'not-your-step', step: step.code, by: step.by });
  if (by.id === offer.preparedBy || offer.approvedBy.includes(by.id)) return refuse({ kind: 'own-work' });
  const approved = [...offer.approved, step.code];
  const state = approvalDue(rules, { approved }) ? ('in-approval' as const) : ('approved' as const);
  return ok({ ...offer, state, approved, approvedBy: [...offer.approvedBy, by.id] });
}

function withReason(offer: Offer, deciding: Deciding, state: OfferState): Taken {
  const reason = deciding.reason.trim();
  if (reason === '') return refuse({ kind: 'reason-missing' });
  if (reason.length > MAX_OFFER_REASON) return refuse({ kind: 'too-long' });
  return ok({ ...offer, state, approved: [], approvedBy: [] });
}

function send(offer: Offer, { rules, obstacles, answerBy, today }: Deciding): Taken {
  if (obstacles.length > 0) return refuse({ kind: 'not-to-be-sent', obstacles: [...obstacles] });
  const day = answerDayOf(rules, today) ?? answerBy;
  if (!isCivilDate(day)) return refuse({ kind: 'answer-day-missing' });
  return day < today ? refuse({ kind: 'answer-day-past', today }) : ok({ ...offer, state: 'sent', answerBy: day });
}

/** The last day for an answer to what is sent on a day; undefined where no source gives a time and a person sets it. */
export function answerDayOf({ answer }: Rules, sentOn: string): string | undefined {
  if (answer === null) return undefined;
  return answer.unit === 'months' ? addMonths(sentOn, answer.count) : addDays(sentOn, answer.count);
}

const isLate = ({ answerBy }: Offer, today: string): boolean => answerBy !== null && today > answerBy;

function inTime(offer: Offer, { today }: Deciding, state: OfferState): Taken {
  return isLate(offer, today)
    ? refuse({ kind: 'too-late', answerBy: offer.answerBy ?? today })
    : ok({ ...offer, state });
}

/** Whose step it is on an offer, of those who hold these roles: the steps that they may take now. */
export function offerActions(offer: Offer, { rules, by }: Pick<Deciding, 'rules' | 'by'>): OfferAction[] {
  const due = approvalDue(rules, offer);
  const mayApprove =
    due !== undefined && by.roles.includes(due.by) && by.id !== offer.preparedBy && !offer.approvedBy.includes(by.id);
  return STAFF_OFFER_ACTIONS.filter(
    (action) => MOVES[offer.state][action] !== undefined && (action !== 'approve' || mayApprove),
  );
}
