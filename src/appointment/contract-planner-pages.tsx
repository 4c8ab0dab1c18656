import { ContractTimeline } from '../regulations/contracts/contract-timeline.tsx';
import { explainContractRefusal, explainConversionRefusal } from '../regulations/contracts/contract-texts.ts';
import { explainAge } from '../regulations/eligibility/age-texts.ts';
import { admissibleRequest } from '../regulations/explain/explain-texts.ts';
import { ReasonList } from '../regulations/rule-link.tsx';
import { formatDate } from '../site/dates.ts';
import { ErrorSummary } from '../site/error-summary.tsx';
import { StaffLayout } from '../site/layout.tsx';
import type { PageContext } from '../site/page-context.ts';
import { Notice } from '../site/parts.tsx';
import { ContractNotes, Refused, SalaryOutcome, TwinGradeOutcome } from './contract-outcome.tsx';
import { PlannerForm } from './contract-planner-fields.tsx';
import type { PlannerProps } from './contract-planner-props.ts';
import { PLANNER_TEXTS } from './contract-planner-texts.ts';
import type { OfferPlan } from './contract-planner.ts';

/** A contract planned: the form, and what follows from it as a time line, a table and the questions left to a person. */
export function PlannerPage(props: PlannerProps) {
  const { page, errors, plan } = props;
  const t = PLANNER_TEXTS[page.language];
  return (
    <StaffLayout page={page} title={t.title} nav={page.actor?.links ?? []} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p class="lede">{t.lede}</p>
      <div class="planner">
        <PlannerForm {...props} />
        {plan && <Outcome {...props} plan={plan} />}
      </div>
    </StaffLayout>
  );
}

type OutcomeProps = PlannerProps & { plan: OfferPlan };

function Outcome({ page: { language }, plan, on, today }: OutcomeProps) {
  const t = PLANNER_TEXTS[language];
  const { contract } = plan;
  const caption = t.caption(formatDate(on, language));
  return (
    <section class="planned" aria-labelledby="planned">
      <h2 id="planned">{t.result}</h2>
      {contract.ok ? (
        <ContractTimeline answer={contract.value} {...{ language, today, caption }} />
      ) : (
        <Refused title={t.refused} {...explainContractRefusal(contract.refusal)[language]} />
      )}
      {contract.ok && contract.value.kind === 'planned' && <ContractNotes plan={contract.value} language={language} />}
      <Request plan={plan} language={language} />
      <Age plan={plan} language={language} />
      <TwinGradeOutcome answer={plan.twinGrade} language={language} />
      <SalaryOutcome answer={plan.salary} language={language} />
    </section>
  );
}

type PartProps = { language: PageContext['language'] } & { plan: OfferPlan };

function Request({ plan: { request }, language }: PartProps) {
  if (!request) return null;
  const told = request.ok ? admissibleRequest(request.value.requestedOn) : explainConversionRefusal(request.refusal);
  return (
    <Notice tone={request.ok ? 'success' : 'warning'} title={PLANNER_TEXTS[language].request}>
      <p>{told[language]}</p>
    </Notice>
  );
}

function Age({ plan: { age }, language }: PartProps) {
  if (!age || age.reasons.length === 0) return null;
  const fits = age.outcome === 'within' || age.outcome === 'no-limit';
  return (
    <Notice tone={fits ? 'info' : 'warning'} title={PLANNER_TEXTS[language].age}>
      <ReasonList reasons={explainAge(age)[language]} language={language} />
    </Notice>
  );
}
