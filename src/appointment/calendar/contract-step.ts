import type { OfferTerms } from '../offer/offer-terms.ts';

/** What may become of a contract, in the order in which a page shows it. */
export const CONTRACT_ACTIONS = [
  'confirm-probation',
  'extend-probation',
  'set-length',
  'propose-renewal',
  'agree-renewal',
  'decline-renewal',
  'request',
  'grant-request',
  'refuse-request',
  'agree-indefinite',
  'advance',
  'end',
  'take-back',
] as const;
export type ContractAction = (typeof CONTRACT_ACTIONS)[number];

/** Those after which something else holds of a contract: a grade, an end. Others are on the way to one. */
export const CHANGING: readonly ContractAction[] = [
  'extend-probation',
  'set-length',
  'agree-renewal',
  'grant-request',
  'agree-indefinite',
  'advance',
  'end',
  'take-back',
];

/** Why a contract ends. */
export const GROUNDS = ['end-of-term', 'resignation', 'probation', 'secondment', 'other'] as const;
export type Ground = (typeof GROUNDS)[number];

/** A step as it is decided, before it has a number. Civil days `YYYY-MM-DD`, where the post is. */
export type TakenStep = {
  action: ContractAction;
  /** Of a renewal. */
  months: number | null;
  /** The day that the step speaks of: a new end of probation, when a request reached us, the first day of an indefinite contract. */
  onDay: string | null;
  /** Who agreed for a national administration, and when. */
  authority: string;
  agreedOn: string | null;
  ground: Ground | null;
  reason: string;
  /** What the rules gave as a renewal was decided on, kept as the offer's are: later rules change nothing of it. */
  terms: OfferTerms | null;
};

export type ContractStep = TakenStep & {
  number: number;
  takenAt: Date;
  takenBy: string;
  takenByName: string;
};

/** The steps that stand: one that is taken back is as if it had not been. */
export function standingSteps<Step extends Pick<TakenStep, 'action'>>(steps: readonly Step[]): Step[] {
  const standing: Step[] = [];
  for (const step of steps) {
    if (step.action === 'take-back') standing.pop();
    else standing.push(step);
  }
  return standing;
}
