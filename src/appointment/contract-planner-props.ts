import type { Organisation } from '../regulations/organisation/organisation.ts';
import type { FieldError } from '../site/forms.tsx';
import type { PageContext } from '../site/page-context.ts';
import type { Typed } from './contract-planner-form.ts';
import type { OfferPlan } from './contract-planner.ts';

/** What the fields of a contract need, on whichever form they stand. */
export type ContractFieldsProps = {
  page: PageContext;
  organisation: Organisation;
  typed: Typed;
  errors: FieldError[];
};

export type PlannerProps = ContractFieldsProps & {
  /** What the rules say; nothing before anything was asked. */
  plan?: OfferPlan | undefined;
  /** The day whose rules count, and the day it is. */
  on: string;
  today: string;
};
