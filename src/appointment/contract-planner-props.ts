import type { Organisation } from '../regulations/organisation/organisation.ts';
import type { FieldError } from '../site/forms.tsx';
import type { PageContext } from '../site/page-context.ts';
import type { Typed } from './contract-planner-form.ts';
import type { OfferPlan } from './contract-planner.ts';

export type PlannerProps = {
  page: PageContext;
  organisation: Organisation;
  typed: Typed;
  errors: FieldError[];
  /** What the rules say; nothing before anything was asked. */
  plan?: OfferPlan | undefined;
  /** The day whose rules count, and the day it is. */
  on: string;
  today: string;
};
