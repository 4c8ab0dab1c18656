import type { Language } from '../../platform/language.ts';
import type { ContractReason } from '../../regulations/contracts/contract-reasons.ts';
import { explainContract } from '../../regulations/contracts/contract-texts.ts';
import { explainTwinGrade } from '../../regulations/contracts/twin-grade-texts.ts';
import type { Explanation } from '../../regulations/regulations-texts.ts';
import type { Contract } from './contract.ts';
import type { ContractAction } from './contract-step.ts';

type Decides = ContractReason['decides'];

const OF_RENEWAL: readonly Decides[] = ['renewalEnds', 'agreement', 'latestEnd', 'conversionWindow', 'tooLate'];
const OF_REQUEST: readonly Decides[] = ['indefinite', 'conversionWindow', 'tooEarly', 'tooLate'];

/** On which parts of the plan each step rests. */
const RESTS_ON: Record<ContractAction, readonly Decides[]> = {
  'confirm-probation': [],
  'extend-probation': [],
  'set-length': ['ask'],
  'propose-renewal': OF_RENEWAL,
  'agree-renewal': OF_RENEWAL,
  'decline-renewal': OF_RENEWAL,
  request: OF_REQUEST,
  'grant-request': OF_REQUEST,
  'refuse-request': OF_REQUEST,
  'agree-indefinite': ['indefinite', 'serviceEnds'],
  advance: [],
  end: ['firstEnds', 'latestEnd', 'serviceEnds', 'ask'],
  'take-back': [],
};

/** The rules that a step rests on, in words and each with its source. */
export function rulesBehind({ terms }: Contract, action: ContractAction, language: Language): Explanation[] {
  if (action === 'advance' && terms.twinGrade) return explainTwinGrade(terms.twinGrade)[language];
  const reasons = terms.contract.reasons.filter(({ decides }) => RESTS_ON[action].includes(decides));
  return explainContract({ ...terms.contract, reasons })[language];
}
