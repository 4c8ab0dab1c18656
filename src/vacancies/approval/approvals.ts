import { withBudgetLine } from '../../notices/compose/compose-notice.ts';
import type { OrganisationFolder } from '../../notices/organisation-folder.ts';
import { LANGUAGES } from '../../platform/language.ts';
import type { ApprovalStep } from '../../regulations/organisation/notices-schema.ts';
import type { Role } from '../../people/permissions.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Difference } from '../notice-differences.ts';
import type { VacancyStatus } from '../vacancy-state.ts';
import type { Approval, Vacancy } from '../vacancy.ts';

export type ApprovalRefusal =
  | { kind: 'not-in-review'; status: VacancyStatus }
  | { kind: 'no-such-step' }
  | { kind: 'not-your-turn'; step: ApprovalStep }
  | { kind: 'not-your-step'; step: ApprovalStep }
  | { kind: 'cannot-pend'; step: ApprovalStep };

/** A step of the path, and what was made of it. */
export type StepTaken = { readonly step: ApprovalStep; readonly approval: Approval | undefined };

/** The path of a vacancy, step by step. */
export const pathOf = ({ approvals }: Pick<Vacancy, 'approvals'>, steps: readonly ApprovalStep[]): StepTaken[] =>
  steps.map((step) => ({ step, approval: approvals.find((approval) => approval.step === step.code) }));

/** The first step that nobody has taken: whose turn it is. */
export const nextStep = (
  vacancy: Pick<Vacancy, 'approvals'>,
  steps: readonly ApprovalStep[],
): ApprovalStep | undefined => pathOf(vacancy, steps).find(({ approval }) => approval === undefined)?.step;

/** Whether a person with these roles must act now for the vacancy to go on. */
export const mustAct = (
  vacancy: Pick<Vacancy, 'approvals' | 'status'>,
  steps: readonly ApprovalStep[],
  roles: readonly Role[],
): boolean => {
  const next = nextStep(vacancy, steps);
  return vacancy.status === 'in-review' && next !== undefined && roles.includes(next.role);
};

export type ApprovalRequest = {
  readonly step: string;
  readonly decision: Approval['decision'];
  readonly roles: readonly Role[];
  readonly by: string | null;
  readonly at: Date;
};

/**
 * Takes the step whose turn it is. A budget that is still pending is printed on the notice and lets it be published;
 * who appoints looks at it again (`notice.budgetPending`). A yes takes the line away.
 */
export function approve(
  vacancy: Vacancy,
  request: ApprovalRequest,
  house: OrganisationFolder,
): Result<Vacancy, ApprovalRefusal> {
  const { decision, roles, by, at } = request;
  const { steps } = house.organisation.notices.approval;
  const step = steps.find(({ code }) => code === request.step);
  if (!step) return refuse({ kind: 'no-such-step' });
  if (vacancy.status !== 'in-review' && !mayStillBeGiven(vacancy, step))
    return refuse({ kind: 'not-in-review', status: vacancy.status });
  if (!roles.includes(step.role)) return refuse({ kind: 'not-your-step', step });
  const next = nextStep(vacancy, steps);
  if (next !== step && !isPending(vacancy, step)) return refuse({ kind: 'not-your-turn', step: next ?? step });
  if (decision === 'pending-budget' && !step.mayPend) return refuse({ kind: 'cannot-pend', step });
  const others = vacancy.approvals.filter((approval) => approval.step !== step.code);
  const approvals = [...others, { step: step.code, decision, by, at: at.toISOString() }];
  const pending = decision === 'pending-budget';
  const notice = step.mayPend ? withBudgetLine(vacancy.notice, pending, house) : vacancy.notice;
  return ok({ ...vacancy, approvals, notice });
}

const isPending = ({ approvals }: Vacancy, { code }: ApprovalStep): boolean =>
  approvals.some(({ step, decision }) => step === code && decision === 'pending-budget');

/**
 * Whether nobody is to be appointed before the budget is approved (O2): the notice says so, or whoever answers for the budget
 * has left it pending. That somebody takes the line out of the notice approves no budget.
 */
export const awaitsBudget = ({ notice, approvals }: Pick<Vacancy, 'notice' | 'approvals'>): boolean =>
  notice.budgetPending || approvals.some(({ decision }) => decision === 'pending-budget');

/** A budget that was pending at publication may be approved afterwards, until the vacancy is over. */
const mayStillBeGiven = (vacancy: Vacancy, step: ApprovalStep): boolean =>
  ['scheduled', 'published', 'closed'].includes(vacancy.status) && isPending(vacancy, step);

/**
 * The approvals that an edit of the notice leaves: who said yes said it to another text. Whoever came before the
 * translators said it to the original, so a change of the translation alone leaves those.
 */
export function afterEdit(
  { approvals, originalLanguage }: Pick<Vacancy, 'approvals' | 'originalLanguage'>,
  changed: readonly Difference[],
  steps: readonly ApprovalStep[],
): readonly Approval[] {
  if (changed.length === 0) return approvals;
  const translated = LANGUAGES.filter((language) => language !== originalLanguage);
  const ofTranslation = changed.every(({ language }) => language !== undefined && translated.includes(language));
  const first = steps.findIndex(({ role }) => role === 'translator');
  const kept = steps.filter((step, index) => step.outlastsEdits || (ofTranslation && index < first));
  return approvals.filter(({ step }) => kept.some(({ code }) => code === step));
}
