import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { composeOffer, type OfferChoice } from '../offer/offer-terms.ts';
import { contractAfter, type Contract } from './contract.ts';
import { decideContract, type DecidingContract, type TypedStep } from './contract-decision.ts';
import type { ContractAction, TakenStep } from './contract-step.ts';

const CHOICE: OfferChoice = {
  clause: 'turnover',
  person: 'non-seconded',
  grades: ['G17'],
  country: 'BE',
  startsOn: '2025-03-01',
  on: '2025-01-10',
  directly: null,
  reduction: null,
};

export const NOTHING_TYPED: TypedStep = {
  months: '',
  onDay: '',
  authority: '',
  agreedOn: '',
  ground: '',
  reason: '',
  length: '',
  confirmed: false,
};

/** What somebody accepted, as the rules of an organisation make it of a choice. */
export function acceptedBy(organisation: Organisation, more: Partial<OfferChoice> = {}) {
  const choice = { ...CHOICE, ...more };
  const terms = composeOffer(organisation, choice);
  if (!terms.ok) throw new Error(terms.refusal.kind);
  return { choice, terms: terms.value };
}

export type Wish = Partial<TypedStep> & { action: ContractAction; today?: string };

export const deciding = (
  organisation: Organisation,
  { action, today = '2027-09-01', ...typed }: Wish,
): DecidingContract => ({ action, typed: { ...NOTHING_TYPED, ...typed }, organisation, today });

/** A contract after these steps, each of which must be possible. */
export function contractOf(organisation: Organisation, wishes: readonly Wish[] = [], more: Partial<OfferChoice> = {}) {
  const accepted = acceptedBy(organisation, more);
  const steps: TakenStep[] = [];
  for (const wish of wishes) {
    const step = decideContract(contractAfter(accepted, steps), deciding(organisation, wish));
    if (!step.ok) throw new Error(`${wish.action}: ${step.refusal.kind}`);
    steps.push(step.value);
  }
  return contractAfter(accepted, steps);
}

/** Why a step is refused; `undefined` where it is taken. */
export function refusalOf(organisation: Organisation, contract: Contract, wish: Wish) {
  const decided = decideContract(contract, deciding(organisation, wish));
  return decided.ok ? undefined : decided.refusal;
}
