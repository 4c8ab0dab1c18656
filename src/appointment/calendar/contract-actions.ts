import { indefiniteFollows, type Contract, type ContractState } from './contract.ts';
import { CONTRACT_ACTIONS, type ContractAction } from './contract-step.ts';

type Possible = (contract: Contract) => boolean;

const isTermed = ({ terms: { contract } }: Contract): boolean => contract.kind === 'planned';
const goesOn = ({ ended, indefiniteFrom }: ContractState): boolean => ended === null && indefiniteFrom === null;
const isOpen = ({ renewal }: ContractState): boolean => renewal === 'open' || renewal === 'proposed';

const onProbation: Possible = ({ state: { probation, ended } }) =>
  ended === null && probation.ends !== null && !probation.confirmed;

const renewable: Possible = (contract) =>
  isTermed(contract) &&
  goesOn(contract.state) &&
  isOpen(contract.state) &&
  contract.terms.contract.kind === 'planned' &&
  !contract.terms.contract.notOffered.includes('renewal');

/** Whether the clause knows a request for an indefinite contract, and none waits for an answer. */
export const mayBeAsked: Possible = ({ terms: { contract }, state }) =>
  contract.kind === 'planned' &&
  contract.indefinite === 'on-request' &&
  goesOn(state) &&
  state.request?.outcome !== 'open';

const waitsForAnswer: Possible = ({ state }) => goesOn(state) && state.request?.outcome === 'open';

/** An indefinite contract that needs no request: it follows, or the text leaves it to a person. */
const mayFollow: Possible = (contract) => {
  const { contract: terms } = contract.terms;
  if (terms.kind === 'ask' || !goesOn(contract.state)) return false;
  return terms.indefinite === 'not-stated' || indefiniteFollows(contract) !== null;
};

const POSSIBLE: Record<ContractAction, Possible> = {
  'confirm-probation': onProbation,
  'extend-probation': onProbation,
  'set-length': (contract) => !isTermed(contract) && contract.state.ended === null,
  'propose-renewal': (contract) => renewable(contract) && contract.state.renewal === 'open',
  'agree-renewal': renewable,
  'decline-renewal': renewable,
  request: mayBeAsked,
  'grant-request': waitsForAnswer,
  'refuse-request': waitsForAnswer,
  'agree-indefinite': mayFollow,
  advance: ({ terms, state }) => terms.advancementFrom !== null && state.advancedOn === null && state.ended === null,
  end: ({ state }) => state.ended === null,
  // That somebody asked is a fact, and stays one.
  'take-back': ({ standing }) => standing.length > 0 && standing.at(-1)?.action !== 'request',
};

/** Whether a step can be taken on a contract as it stands. */
export const isPossible = (contract: Contract, action: ContractAction): boolean => POSSIBLE[action](contract);

/** The steps that can be taken now, in the order of a page. */
export const contractActions = (contract: Contract): ContractAction[] =>
  CONTRACT_ACTIONS.filter((action) => isPossible(contract, action));
