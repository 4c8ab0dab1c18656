import { permits, type AnyRole, type Permission } from '../../people/permissions.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { isCivilDate } from '../../regulations/civil-dates.ts';
import type { Organisation, WorkingDays } from '../../regulations/organisation/organisation.ts';
import { afterSpan, type YearUnknown } from '../../regulations/spans.ts';
import type { Counted } from '../../regulations/working-days.ts';

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
export type StaffOfferAction = (typeof STAFF_OFFER_ACTIONS)[number];
export type OfferAction = StaffOfferAction | (typeof CANDIDATE_OFFER_ACTIONS)[number] | 'lapse';

/** Every move there is. What was returned is a draft again; what ended stays ended, and another offer can be prepared. */
const MOVES: Record<OfferState, Partial<Record<OfferAction, OfferState>>> = {
  draft: { submit: 'in-approval', withdraw: 'withdrawn' },
  'in-approval': { approve: 'approved', return: 'draft', withdraw: 'withdrawn' },
  approved: { send: 'sent', return: 'draft', withdraw: 'withdrawn' },
  sent: { accept: 'accepted', decline: 'declined', lapse: 'lapsed', withdraw: 'withdrawn' },
  // Another first day, another grade: what was accepted is withdrawn for another offer, until the person is appointed.
  accepted: { withdraw: 'withdrawn' },
  declined: {},
  lapsed: {},
  withdrawn: {},
};

/** Whether nothing is awaited of an offer any more. */
export const isOver = (state: OfferState): boolean => state === 'accepted' || Object.keys(MOVES[state]).length === 0;

type Rules = Organisation['appointment']['offer'];
export type ApprovalStep = Rules['approval'][number];

export type Offer = {
  state: OfferState;
  /** The codes of the steps of the approval path that were taken since it was submitted, in their order. */
  approved: readonly string[];
  /** The accounts of those who prepared it, whoever changed it last, and of those who approved it. */
  preparedBy: readonly string[];
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
  /** It is approved: who would send it returns it, if anybody. */
  | { kind: 'not-yours-to-return' }
  | { kind: 'reason-missing' | 'too-long' }
  /** Nothing is sent before each of these is so. */
  | { kind: 'not-to-be-sent'; obstacles: SendingObstacle[] }
  | { kind: 'answer-day-missing' }
  | { kind: 'answer-day-past'; today: string }
  /** The day for an answer has passed. */
  | { kind: 'too-late'; answerBy: string }
  /** The decision by which they were chosen does not stand, or the appointment was ended: there is nothing to accept. */
  | { kind: 'not-standing' }
  /** They are appointed on it. */
  | { kind: 'appointed' }
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
  | 'first-day-past'
  /** Another first day was planned since. */
  | 'other-first-day'
  /** By the rules of today its figures are not those that were submitted. */
  | 'figures-changed';

export const MAX_OFFER_REASON = 2000;

export type Deciding = {
  action: OfferAction;
  rules: Rules;
  by: { id: string; roles: readonly AnyRole[] };
  reason: string;
  /** The last day for an answer as it was typed, where no rule gives it. */
  answerBy: string;
  obstacles: readonly SendingObstacle[];
  /** Whether somebody is appointed on it. */
  appointed: boolean;
  /** The civil day where the post is. */
  today: string;
  /** The days on which the organisation works. */
  calendar: WorkingDays;
};

type Taken = Result<Offer, OfferRefusal>;
type Taking = (offer: Offer, deciding: Deciding, state: OfferState) => Taken;

const taken: Record<OfferAction, Taking> = {
  submit: (offer, { rules }) => ok({ ...offer, ...submitted(rules) }),
  approve,
  return: giveBack,
  withdraw: (offer, deciding, state) =>
    deciding.appointed ? refuse({ kind: 'appointed' }) : withReason(offer, deciding, state),
  send,
  accept: (offer, deciding, state) =>
    deciding.obstacles.includes('not-chosen') ? refuse({ kind: 'not-standing' }) : inTime(offer, deciding, state),
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
  if (hasHadItsPart(offer, by.id)) return refuse({ kind: 'own-work' });
  const approved = [...offer.approved, step.code];
  const state = approvalDue(rules, { approved }) ? ('in-approval' as const) : ('approved' as const);
  return ok({ ...offer, state, approved, approvedBy: [...offer.approvedBy, by.id] });
}

/** Whoever prepared an offer, or approved it, is no second person any more. */
const hasHadItsPart = ({ preparedBy, approvedBy }: Offer, id: string): boolean =>
  preparedBy.includes(id) || approvedBy.includes(id);

/** Before it is approved it is returned by whose step is due; afterwards by who would send it. */
function giveBack(offer: Offer, deciding: Deciding, state: OfferState): Taken {
  const { rules, by } = deciding;
  const due = offer.state === 'in-approval' ? approvalDue(rules, offer) : undefined;
  if (due && !by.roles.includes(due.by)) return refuse({ kind: 'not-your-step', step: due.code, by: due.by });
  if (!due && !permits(by.roles, 'offers:send')) return refuse({ kind: 'not-yours-to-return' });
  return withReason(offer, deciding, state);
}

function withReason(offer: Offer, deciding: Deciding, state: OfferState): Taken {
  const reason = deciding.reason.trim();
  if (reason === '') return refuse({ kind: 'reason-missing' });
  if (reason.length > MAX_OFFER_REASON) return refuse({ kind: 'too-long' });
  return ok({ ...offer, state, approved: [], approvedBy: [] });
}

function send(offer: Offer, { rules, obstacles, answerBy, today, calendar }: Deciding): Taken {
  if (obstacles.length > 0) return refuse({ kind: 'not-to-be-sent', obstacles: [...obstacles] });
  const byRule = answerDayOf(rules, today, calendar);
  const day = byRule.ok ? byRule.value.day : answerBy;
  if (!isCivilDate(day)) return refuse({ kind: 'answer-day-missing' });
  return day < today ? refuse({ kind: 'answer-day-past', today }) : ok({ ...offer, state: 'sent', answerBy: day });
}

/** Why a person sets the last day for an answer. */
export type NoAnswerDay = { kind: 'no-rule' } | YearUnknown;

/** The last day for an answer to what is sent on a day. */
export const answerDayOf = (
  { answer }: Pick<Rules, 'answer'>,
  sentOn: string,
  calendar: WorkingDays,
): Result<Counted, NoAnswerDay> =>
  answer === null ? refuse({ kind: 'no-rule' }) : afterSpan(sentOn, answer, calendar);

const isLate = ({ answerBy }: Offer, today: string): boolean => answerBy !== null && today > answerBy;

function inTime(offer: Offer, { today }: Deciding, state: OfferState): Taken {
  return isLate(offer, today)
    ? refuse({ kind: 'too-late', answerBy: offer.answerBy ?? today })
    : ok({ ...offer, state });
}

/** What is needed for each step of staff. */
export const OFFER_PERMISSIONS: Record<StaffOfferAction, Permission> = {
  submit: 'offers:prepare',
  approve: 'offers:approve',
  return: 'offers:approve',
  send: 'offers:send',
  withdraw: 'offers:send',
};

/** Whose step it is on an offer, of those who hold these roles: the steps that they may take now. */
export function offerActions(offer: Offer, { rules, by }: Pick<Deciding, 'rules' | 'by'>): StaffOfferAction[] {
  const due = approvalDue(rules, offer);
  const isTheirs = (action: StaffOfferAction): boolean => {
    if (action === 'approve') return due !== undefined && by.roles.includes(due.by) && !hasHadItsPart(offer, by.id);
    if (action !== 'return') return true;
    return offer.state === 'in-approval'
      ? due !== undefined && by.roles.includes(due.by)
      : permits(by.roles, 'offers:send');
  };
  return STAFF_OFFER_ACTIONS.filter(
    (action) =>
      MOVES[offer.state][action] !== undefined && permits(by.roles, OFFER_PERMISSIONS[action]) && isTheirs(action),
  );
}

/** Who reads offers of those that hold the permission: whoever might approve them, only where the path of the organisation asks them. */
export const readsOffers = (roles: readonly AnyRole[], { approval }: Rules): boolean =>
  permits(roles, 'offers:read') &&
  (permits(roles, 'appointments:read') || approval.some(({ by }) => roles.includes(by)));
