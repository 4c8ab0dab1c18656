import { caseAddress } from '../conditions/case-address.ts';
import type { Chosen } from '../conditions/appointment-queries.ts';
import type { ContractAction } from './contract-step.ts';

type Of = Pick<Chosen, 'reference' | 'number'>;

/** Where staff see one contract, without the language. */
export const contractAddress = (of: Of): string => `${caseAddress(of)}/contract`;

/** Where a step is taken on it. */
export const contractStepAddress = (of: Of, action: ContractAction | ':action'): string =>
  `${contractAddress(of)}/steps/${action}`;

/** Where somebody sees a contract of theirs; `number` is that of the application. */
export const myContractAddress = (number: string): string => `/my/applications/${number}/contract`;

export const CONTRACTS = '/staff/contracts';
export const FEED_PAGE = `${CONTRACTS}/calendar`;
/** Where a program fetches the dates for one member of staff, by the secret of its address. */
export const feedAddress = (token: string): string => `/feeds/contracts/${token}.ics`;
