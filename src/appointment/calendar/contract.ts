import type { OfferChoice, OfferTerms } from '../offer/offer-terms.ts';
import { standingSteps, type Ground, type TakenStep } from './contract-step.ts';

/** What an appointed person accepted. */
export type Accepted = { choice: OfferChoice; terms: OfferTerms };

export type ContractState = {
  probation: { ends: string | null; confirmed: boolean };
  renewal: 'open' | 'proposed' | 'agreed' | 'declined';
  /** The last request for an indefinite contract. */
  request: { receivedOn: string; outcome: 'open' | 'granted' | 'refused' } | null;
  /** The first day of an indefinite contract. */
  indefiniteFrom: string | null;
  advancedOn: string | null;
  /** What was entered where no clause gives a length (C12); null until it was, and without a day where there is no end. */
  length: { lastDay: string | null } | null;
  ended: { lastDay: string; ground: Ground } | null;
};

/** A contract as it stands: what was accepted, and what became of it. */
export type Contract = {
  choice: OfferChoice;
  /** As they were offered, with the renewal as it was decided on. */
  terms: OfferTerms;
  state: ContractState;
  /** Oldest first, without those that were taken back. */
  standing: readonly TakenStep[];
};

/** What the steps make of a contract, in whatever order they were allowed. */
export function contractAfter({ choice, terms }: Accepted, steps: readonly TakenStep[]): Contract {
  const standing = standingSteps(steps);
  const begun: ContractState = {
    probation: { ends: terms.probationEnds, confirmed: false },
    renewal: 'open',
    request: null,
    indefiniteFrom: null,
    advancedOn: null,
    length: null,
    ended: null,
  };
  return {
    choice,
    terms: standing.findLast((step) => step.terms !== null)?.terms ?? terms,
    state: standing.reduce((state, step) => ({ ...state, ...MADE[step.action](step, state) }), begun),
    standing,
  };
}

type Makes = (step: TakenStep, state: ContractState) => Partial<ContractState>;

/** What each step changes. */
const MADE: Record<TakenStep['action'], Makes> = {
  'confirm-probation': (_, { probation }) => ({ probation: { ...probation, confirmed: true } }),
  'extend-probation': ({ onDay }, { probation }) => ({ probation: { ...probation, ends: onDay } }),
  'set-length': ({ onDay }) => ({ length: { lastDay: onDay } }),
  'propose-renewal': () => ({ renewal: 'proposed' }),
  'agree-renewal': () => ({ renewal: 'agreed' }),
  'decline-renewal': () => ({ renewal: 'declined' }),
  request: ({ onDay }) => ({ request: { receivedOn: onDay ?? '', outcome: 'open' } }),
  'grant-request': ({ onDay }, { request }) => ({
    request: request && { ...request, outcome: 'granted' },
    indefiniteFrom: onDay,
  }),
  'refuse-request': (_, { request }) => ({ request: request && { ...request, outcome: 'refused' } }),
  'agree-indefinite': ({ onDay }) => ({ indefiniteFrom: onDay }),
  advance: ({ onDay }) => ({ advancedOn: onDay }),
  end: ({ onDay, ground }) => ({ ended: ground && { lastDay: onDay ?? '', ground } }),
  'take-back': () => ({}),
};

export type LastDay = { kind: 'day'; day: string } | { kind: 'indefinite' } | { kind: 'not-entered' };

/** The last day of a contract as it stands: of what was agreed, never of a renewal that nobody has agreed to. */
export function lastDayOf({ terms: { contract }, state }: Pick<Contract, 'terms' | 'state'>): LastDay {
  if (state.ended) return { kind: 'day', day: state.ended.lastDay };
  if (state.indefiniteFrom !== null) return { kind: 'indefinite' };
  if (contract.kind === 'planned')
    return {
      kind: 'day',
      day: state.renewal === 'agreed' ? (contract.renewal?.ends ?? contract.firstEnds) : contract.firstEnds,
    };
  if (state.length === null) return { kind: 'not-entered' };
  return state.length.lastDay === null ? { kind: 'indefinite' } : { kind: 'day', day: state.length.lastDay };
}

/** The grade on a day: the higher of two from the day of the advancement on; null where the post is graded by no scale. */
export function gradeOn({ choice, terms, state }: Contract, day: string): string | null {
  const { advancedOn } = state;
  return advancedOn !== null && advancedOn <= day ? (choice.grades.at(-1) ?? null) : terms.grade;
}

/** The day on which an indefinite contract would follow by its clause; null where a person says which, or none follows. */
export function indefiniteFollows({ terms: { contract }, state }: Pick<Contract, 'terms' | 'state'>): string | null {
  if (contract.kind === 'ask') return null;
  const { indefinite, indefiniteFrom } = contract;
  if (indefinite === 'may-follow') return indefiniteFrom;
  return indefinite === 'after-renewal' && state.renewal === 'agreed' ? indefiniteFrom : null;
}

/** Whose agreement a renewal supposes, and by which rules. */
export function renewalAgreement({ contract }: Pick<OfferTerms, 'contract'>) {
  const reasons = contract.reasons.filter((reason) => reason.decides === 'agreement');
  return { needsAuthority: reasons.some(({ values }) => values.agreedBy.includes('national-authority')), reasons };
}
