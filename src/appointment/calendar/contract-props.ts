import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { FieldError } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import type { ContractWarning } from '../../regulations/contracts/contracts.ts';
import type { KeptContract } from './contract-queries.ts';
import type { StandingDay } from './contract-days.ts';
import type { ContractAction } from './contract-step.ts';

export type ContractProps = {
  page: PageContext;
  organisation: Organisation;
  kept: KeptContract;
  days: readonly StandingDay[];
  /** The civil day where the post is. */
  today: string;
  /** The steps that the reader may take now. */
  actions: readonly ContractAction[];
  mayDecide: boolean;
  mayReadAppointment: boolean;
  problem?: string | undefined;
};

export type ContractStepProps = Omit<ContractProps, 'actions' | 'mayDecide' | 'mayReadAppointment'> & {
  action: ContractAction;
  typed: Readonly<Record<string, string>>;
  errors: FieldError[];
  /** What is to be read and confirmed. */
  warnings: readonly ContractWarning[];
};
