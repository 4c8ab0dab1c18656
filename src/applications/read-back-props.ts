import type { PageContext } from '../site/page-context.ts';
import type { StepName } from './answers.ts';
import type { ApplicationRules } from './application.ts';
import type { SubmittedContent, ReceiptContent } from './submission/receipt.ts';

export type ReadBackProps = {
  page: PageContext;
  content: SubmittedContent | ReceiptContent;
  rules: ApplicationRules;
  /** Where each step is changed; a receipt is not. */
  change?: ((step: StepName) => string) | undefined;
  /** For who assesses: without the birth date, which is no matter of theirs. */
  assessed?: true;
  /** The civil day that work which goes on is counted to, before there is a day of reception. */
  on?: string | undefined;
};
