import type { ContractAction } from './contract-step.ts';

/** The event that tells of each step on a contract. */
export const CONTRACT_EVENTS: Record<ContractAction, string> = {
  'confirm-probation': 'probation-confirmed',
  'extend-probation': 'probation-extended',
  'set-length': 'contract-length-entered',
  'propose-renewal': 'renewal-proposed',
  'agree-renewal': 'renewal-agreed',
  'decline-renewal': 'renewal-declined',
  request: 'conversion-requested',
  'grant-request': 'conversion-granted',
  'refuse-request': 'conversion-refused',
  'agree-indefinite': 'indefinite-contract-agreed',
  advance: 'grade-advanced',
  end: 'contract-ended',
  'take-back': 'contract-step-taken-back',
};
