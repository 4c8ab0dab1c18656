import { SubmitButton } from '../site/forms.tsx';
import { ContractDay, HigherGrade, MonthFields, PostFields } from './contract-fields.tsx';
import type { PlannerProps } from './contract-planner-props.ts';
import { PLANNER_TEXTS } from './contract-planner-texts.ts';
import { dependsOnAge } from './contract-planner.ts';

/**
 * What is asked. The form only reads, so that its answer has an address; with a date of birth in it, it is sent as a body,
 * since nothing personal stands in an address.
 */
export function PlannerForm(props: PlannerProps) {
  const { page, organisation, plan } = props;
  const t = PLANNER_TEXTS[page.language];
  const address = `/${page.language}/staff/contract-planner`;
  const withAge = dependsOnAge(organisation);
  return (
    <form method={withAge ? 'post' : 'get'} action={address} class="planner-form" novalidate>
      <h2>{t.choosePost}</h2>
      <PostFields {...props} />
      <details open={isMoreGiven(props)}>
        <summary>{t.more}</summary>
        <div class="fields">
          <ContractDay {...props} name="on" />
          <MonthFields {...props} />
          <ContractDay {...props} name="request" />
          <HigherGrade {...props} />
          {withAge && <ContractDay {...props} name="born" birthday />}
        </div>
      </details>
      <div class="actions">
        <SubmitButton>{t.plan}</SubmitButton>
        {plan && <a href={address}>{t.anew}</a>}
      </div>
    </form>
  );
}

const MORE = ['renewal', 'earlier', 'higher'] as const;
const MORE_DATES = ['on', 'request', 'born'] as const;

/** What stands folded is open where something is in it, or is wrong in it. */
const isMoreGiven = ({ typed, errors }: PlannerProps): boolean =>
  MORE.some((name) => typed[name] !== '') ||
  MORE_DATES.some((name) => Object.values(typed[name]).some((part) => part !== '')) ||
  errors.some(({ field }) => [...MORE, ...MORE_DATES].some((name) => name === field));
