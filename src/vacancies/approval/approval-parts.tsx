import type { ApprovalStep } from '../../regulations/organisation/notices-schema.ts';
import type { Role } from '../../people/permissions.ts';
import type { Language } from '../../platform/language.ts';
import { formatInstantToMinute } from '../../site/dates.ts';
import { Tag } from '../../site/parts.tsx';
import { mustAct, nextStep, pathOf, type StepTaken } from './approvals.ts';
import { APPROVAL_TEXTS } from './approval-texts.ts';
import { fillIn } from '../vacancy-texts.ts';
import type { Approval, Vacancy } from '../vacancy.ts';

export type ApprovalView = {
  vacancy: Vacancy;
  language: Language;
  /** The address of the review page. */
  here: string;
  steps: readonly ApprovalStep[];
  roles: readonly Role[];
  /** Names by account id, of those who approved. */
  names: ReadonlyMap<string, string>;
};

/** The path of approval: what was given, whose turn it is, and the button where it is the reader's. */
export function Approvals(view: ApprovalView) {
  const { vacancy, language, steps } = view;
  const t = APPROVAL_TEXTS[language];
  if (steps.length === 0) return null;
  return (
    <section id="approvals">
      <h2>{t.title}</h2>
      <p class="hint">{vacancy.status === 'draft' ? t.notInReview : t.intro}</p>
      <ol class="approvals">
        {pathOf(vacancy, steps).map((taken) => (
          <li key={taken.step.code}>
            <p>
              <b>{taken.step.name[language]}</b>
            </p>
            <StepState taken={taken} view={view} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepState({ taken: { step, approval }, view }: { taken: StepTaken; view: ApprovalView }) {
  const { vacancy, language, steps, roles } = view;
  const t = APPROVAL_TEXTS[language];
  const pending = approval?.decision === 'pending-budget';
  const mine = roles.includes(step.role);
  if (approval)
    return (
      <>
        <p>
          <Tag tone={pending ? 'warning' : 'success'}>{givenText(approval, view)}</Tag>
        </p>
        {pending && mine && <StepForm step={step} view={view} decisions={['approved']} />}
      </>
    );
  if (vacancy.status !== 'in-review' || nextStep(vacancy, steps) !== step)
    return (
      <p>
        <Tag>{t.later}</Tag>
      </p>
    );
  if (!mustAct(vacancy, steps, roles))
    return (
      <p>
        <Tag tone="info">{fillIn(t.waiting, { role: t.role[step.role] })}</Tag>
      </p>
    );
  return (
    <>
      <p>
        <Tag tone="info">{t.yourTurn}</Tag>
      </p>
      <StepForm step={step} view={view} decisions={step.mayPend ? ['approved', 'pending-budget'] : ['approved']} />
    </>
  );
}

function givenText({ decision, by, at }: Approval, { names, language, vacancy }: ApprovalView): string {
  const t = APPROVAL_TEXTS[language];
  const name = (by === null ? 'Concours' : names.get(by)) ?? t.formerly;
  const time = formatInstantToMinute(new Date(at), vacancy.deadlineZone, language);
  return fillIn(decision === 'approved' ? t.given : t.pending, { name, time });
}

type StepFormProps = { step: ApprovalStep; view: ApprovalView; decisions: Approval['decision'][] };

function StepForm({ step, view: { vacancy, language, here }, decisions }: StepFormProps) {
  const t = APPROVAL_TEXTS[language];
  const labels = { approved: step.mayPend ? t.approveBudget : t.approve, 'pending-budget': t.pend };
  return (
    <form method="post" action={`${here}/approvals`} class="actions">
      <input type="hidden" name="version" value={vacancy.version} />
      <input type="hidden" name="step" value={step.code} />
      {decisions.map((decision) => (
        <button
          key={decision}
          type="submit"
          name="decision"
          value={decision}
          class={decision === 'approved' ? 'button' : 'button quiet'}
        >
          {labels[decision]}
        </button>
      ))}
      {decisions.includes('pending-budget') && <p class="hint">{t.pendHint}</p>}
    </form>
  );
}
