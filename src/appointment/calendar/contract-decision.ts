import { ok, refuse, type Result } from '../../platform/result.ts';
import { dayAfter, isCivilDate } from '../../regulations/civil-dates.ts';
import type { ContractWarning } from '../../regulations/contracts/contracts.ts';
import { conversionRequest, type ConversionRefusal } from '../../regulations/contracts/conversion-request.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { composeOffer, type OfferTerms, type TermsRefusal } from '../offer/offer-terms.ts';
import { indefiniteFollows, lastDayOf, renewalAgreement, type Contract } from './contract.ts';
import { isPossible } from './contract-actions.ts';
import { GROUNDS, type ContractAction, type Ground, type TakenStep } from './contract-step.ts';

/** A step as it was typed; what a step does not ask for is empty. */
export type TypedStep = {
  months: string;
  /** Civil days `YYYY-MM-DD`, as they were typed. */
  onDay: string;
  authority: string;
  agreedOn: string;
  ground: string;
  reason: string;
  /** Whether a contract without a length of its own has an end. */
  length: string;
  /** Whether what the rules warn of was read and is meant. */
  confirmed: boolean;
};

export type StepRefusal =
  | { kind: 'not-possible'; action: ContractAction }
  | {
      kind:
        'reason-missing' | 'reason-too-long' | 'months-missing' | 'day-missing' | 'ground-missing' | 'length-missing';
    }
  /** A day before the first or after the last that it may be. */
  | { kind: 'day-too-early' | 'day-too-late'; bound: string }
  /** The rules give no such renewal. */
  | { kind: 'no-such-renewal'; refusal: TermsRefusal }
  /** A national authority must agree, and nothing of it was entered. */
  | { kind: 'agreement-missing' | 'agreement-to-come' }
  /** What is possible and leaves somebody less than it seems: it is confirmed, or changed. */
  | { kind: 'to-confirm'; warnings: ContractWarning[] }
  /** By the rules no indefinite contract can be asked for on that day. */
  | { kind: 'not-admissible'; refusal: ConversionRefusal }
  /** There is no renewal period before a renewal is agreed to (C3, C4). */
  | { kind: 'not-renewed' };

export const MAX_STEP_REASON = 2000;
const MONTHS = /^\d{1,3}$/;

export type DecidingContract = {
  action: ContractAction;
  typed: TypedStep;
  organisation: Organisation;
  /** The civil day where the post is. */
  today: string;
};

type Decision = Result<TakenStep, StepRefusal>;
type Decides = (contract: Contract, deciding: DecidingContract) => Decision;

const NOTHING = { months: null, onDay: null, authority: '', agreedOn: null, ground: null, terms: null } as const;

/** The step that somebody takes on a contract, or why it cannot be taken. */
export function decideContract(contract: Contract, deciding: DecidingContract): Decision {
  const { action, typed } = deciding;
  if (!isPossible(contract, action)) return refuse({ kind: 'not-possible', action });
  if (typed.reason.trim().length > MAX_STEP_REASON) return refuse({ kind: 'reason-too-long' });
  if (typed.reason.trim() === '' && needsReason(contract, deciding)) return refuse({ kind: 'reason-missing' });
  return DECIDES[action](contract, deciding);
}

const DECIDES: Record<ContractAction, Decides> = {
  'confirm-probation': (_, deciding) => ok(taken(deciding)),
  'extend-probation': extendProbation,
  'set-length': setLength,
  'propose-renewal': proposeRenewal,
  'agree-renewal': agreeRenewal,
  'decline-renewal': declineRenewal,
  request: recordRequest,
  'grant-request': grantRequest,
  'refuse-request': (_, deciding) => ok(taken(deciding)),
  'agree-indefinite': agreeIndefinite,
  advance,
  end: endContract,
  'take-back': (_, deciding) => ok(taken(deciding)),
};

const ALWAYS_WITH_REASON: readonly ContractAction[] = [
  'extend-probation',
  'decline-renewal',
  'grant-request',
  'refuse-request',
  'agree-indefinite',
  'set-length',
  'take-back',
];

/** What the text leaves open, and each exception to it, is somebody's decision with a reason. */
export function needsReason({ terms }: Contract, { action, typed, today }: DecidingContract): boolean {
  if (ALWAYS_WITH_REASON.includes(action)) return true;
  if (action === 'end') return typed.ground !== 'end-of-term';
  // Before the day on which it is normal (C14, C15).
  if (action === 'advance') return terms.advancementFrom !== null && typed.onDay < terms.advancementFrom;
  // A renewal, or the agreement of an authority, that comes when the first contract is over (open point 5).
  const late = terms.contract.kind === 'planned' && [today, typed.agreedOn].some((day) => day > firstEnd(terms));
  return action === 'agree-renewal' && late;
}

const firstEnd = ({ contract }: OfferTerms): string => (contract.kind === 'planned' ? contract.firstEnds : '');

const taken = ({ action, typed }: DecidingContract, more: Partial<TakenStep> = {}): TakenStep => ({
  ...NOTHING,
  action,
  reason: typed.reason.trim(),
  ...more,
});

type Bounds = { from: string; to?: string | null };

function dayWithin({ typed }: DecidingContract, { from, to = null }: Bounds): Result<string, StepRefusal> {
  const { onDay } = typed;
  if (!isCivilDate(onDay)) return refuse({ kind: 'day-missing' });
  if (onDay < from) return refuse({ kind: 'day-too-early', bound: from });
  return to !== null && onDay > to ? refuse({ kind: 'day-too-late', bound: to }) : ok(onDay);
}

/** The step with a day of its own, where that is within its bounds. */
function onDayWithin(deciding: DecidingContract, bounds: Bounds, more: Partial<TakenStep> = {}): Decision {
  const day = dayWithin(deciding, bounds);
  return day.ok ? ok(taken(deciding, { ...more, onDay: day.value })) : day;
}

const endOf = (contract: Contract): string | null => {
  const last = lastDayOf(contract);
  return last.kind === 'day' ? last.day : null;
};

function extendProbation(contract: Contract, deciding: DecidingContract): Decision {
  const { ends } = contract.state.probation;
  return onDayWithin(deciding, { from: dayAfter(ends ?? deciding.today), to: endOf(contract) });
}

/** Where no clause gives a length, the office enters what the regulations of the organisation give (C12). */
function setLength({ choice }: Contract, deciding: DecidingContract): Decision {
  const { length } = deciding.typed;
  if (length === 'definite') return onDayWithin(deciding, { from: choice.startsOn });
  return length === 'indefinite' ? ok(taken(deciding)) : refuse({ kind: 'length-missing' });
}

function proposeRenewal(contract: Contract, deciding: DecidingContract): Decision {
  if (deciding.typed.months.trim() === '') return ok(taken(deciding));
  const renewed = renewalOf(contract, deciding);
  return renewed.ok ? ok(taken(deciding, { months: renewed.value.months })) : renewed;
}

type Renewed = { months: number; terms: OfferTerms };

/** What the rules of the day of the offer make of a renewal (C2, C10), never more than they allow. */
function renewalOf({ choice }: Contract, { typed, organisation }: DecidingContract): Result<Renewed, StepRefusal> {
  const months = MONTHS.test(typed.months.trim()) ? Number(typed.months) : 0;
  if (months === 0) return refuse({ kind: 'months-missing' });
  const composed = composeOffer(organisation, { ...choice, renewalMonths: months });
  return composed.ok
    ? ok({ months, terms: composed.value })
    : refuse({ kind: 'no-such-renewal', refusal: composed.refusal });
}

/** What a renewal leaves for a request for an indefinite contract: no day, or a single one (open point 1). */
const NARROW: readonly ContractWarning['kind'][] = ['no-day-to-ask', 'one-day-to-ask', 'renewal-after-service'];

function agreeRenewal(contract: Contract, deciding: DecidingContract): Decision {
  const renewed = renewalOf(contract, deciding);
  if (!renewed.ok) return renewed;
  const { months, terms } = renewed.value;
  const agreement = agreementIn(contract, deciding);
  if (!agreement.ok) return agreement;
  const warnings = terms.contract.kind === 'planned' ? terms.contract.warnings : [];
  const narrow = warnings.filter(({ kind }) => NARROW.includes(kind));
  if (narrow.length > 0 && !deciding.typed.confirmed) return refuse({ kind: 'to-confirm', warnings: narrow });
  const kept = { ...terms, probationEnds: contract.terms.probationEnds };
  return ok(taken(deciding, { ...agreement.value, months, terms: kept }));
}

type AgreedBy = Pick<TakenStep, 'authority' | 'agreedOn'>;

/** That a national authority agrees, where the rules ask for it; an agreement of tomorrow is none. */
function agreementIn({ terms }: Contract, { typed, today }: DecidingContract): Result<AgreedBy, StepRefusal> {
  if (!renewalAgreement(terms).needsAuthority) return ok({ authority: '', agreedOn: null });
  const [authority, agreedOn] = [typed.authority.trim(), typed.agreedOn];
  if (authority === '' || !isCivilDate(agreedOn)) return refuse({ kind: 'agreement-missing' });
  return agreedOn > today ? refuse({ kind: 'agreement-to-come' }) : ok({ authority, agreedOn });
}

function declineRenewal({ choice, terms }: Contract, deciding: DecidingContract): Decision {
  const composed = composeOffer(deciding.organisation, { ...choice, renewalMonths: 0 });
  if (!composed.ok) return refuse({ kind: 'no-such-renewal', refusal: composed.refusal });
  return ok(taken(deciding, { terms: { ...composed.value, probationEnds: terms.probationEnds } }));
}

/** What was asked for on paper: that it was is recorded whenever it came, and whether it could be granted follows by the rules. */
function recordRequest({ choice }: Contract, deciding: DecidingContract): Decision {
  return onDayWithin(deciding, { from: choice.startsOn, to: deciding.today });
}

/** Whether an indefinite contract may be asked for on a day, by the renewal that was agreed to (C3 to C5). */
export function mayAskOn(contract: Contract, day: string): Result<{ from: string; to: string }, StepRefusal> {
  const { terms, state } = contract;
  const asked = conversionRequest(terms.contract, day);
  const isOnRequest = terms.contract.kind === 'planned' && terms.contract.indefinite === 'on-request';
  if (isOnRequest && state.renewal !== 'agreed') return refuse({ kind: 'not-renewed' });
  return asked.ok ? ok(asked.value.window) : refuse({ kind: 'not-admissible', refusal: asked.refusal });
}

/** Granted from a day after the request and not after the definite contract: nobody's service is interrupted or begun anew. */
function grantRequest(contract: Contract, deciding: DecidingContract): Decision {
  const { receivedOn = deciding.today } = contract.state.request ?? {};
  const may = mayAskOn(contract, receivedOn);
  if (!may.ok) return may;
  const end = endOf(contract);
  return onDayWithin(deciding, { from: dayAfter(receivedOn), to: end && dayAfter(end) });
}

function agreeIndefinite(contract: Contract, deciding: DecidingContract): Decision {
  const follows = indefiniteFollows(contract);
  if (follows !== null) return ok(taken(deciding, { onDay: follows }));
  const end = endOf(contract);
  return onDayWithin(deciding, { from: dayAfter(contract.choice.startsOn), to: end && dayAfter(end) });
}

/** Never before the longest reduction allows (C15); before the normal day with a reason (C14). */
function advance({ choice, terms, state }: Contract, deciding: DecidingContract): Decision {
  const earliest = terms.twinGrade?.earliestAdvancement ?? dayAfter(choice.startsOn);
  const to = terms.contract.kind === 'planned' && state.indefiniteFrom === null ? terms.contract.latestEnd : null;
  return onDayWithin(deciding, { from: earliest, to });
}

function endContract(contract: Contract, deciding: DecidingContract): Decision {
  const ground = GROUNDS.find((known): known is Ground => known === deciding.typed.ground);
  if (!ground) return refuse({ kind: 'ground-missing' });
  const end = endOf(contract);
  if (ground === 'end-of-term' && end !== null) return ok(taken(deciding, { ground, onDay: end }));
  return onDayWithin(deciding, { from: contract.choice.startsOn, to: end }, { ground });
}
