import type { FieldError } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import type { PlannedStage } from '../plan/stage-plan.ts';
import type { TestForm } from './test-form.ts';
import type { WritesAgain } from './test-window.ts';
import type { Question, WrittenTest } from './written-test.ts';

export type TestProps = {
  page: PageContext;
  reference: string;
  name: string;
  zone: string;
  stage: PlannedStage;
  test: WrittenTest | undefined;
  /** Those that are fixed or, until then, those of the stage. */
  questions: Question[];
  begun: boolean;
  form: TestForm;
  /** Those for whom a review opened it again, and what was just typed of one of them. */
  again: WritesAgain[];
  window: { number: string; form: TestForm } | undefined;
  errors: FieldError[];
  problem: string | undefined;
};
