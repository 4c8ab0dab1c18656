import { ContractTimeline } from '../regulations/contracts/contract-timeline.tsx';
import {
  explainContractRefusal,
  explainContractWarning,
  explainConversionRefusal,
  explainOpenPoint,
  NOT_OFFERED_NAMES,
} from '../regulations/contracts/contract-texts.ts';
import { explainAge } from '../regulations/eligibility/age-texts.ts';
import type { ContractPlan } from '../regulations/contracts/contracts.ts';
import { admissibleRequest } from '../regulations/explain/explain-texts.ts';
import { ReasonList } from '../regulations/rule-link.tsx';
import { explainSalary } from '../regulations/pay/salary-texts.ts';
import { explainTwinGrade, explainTwinGradeRefusal } from '../regulations/contracts/twin-grade-texts.ts';
import { formatDate } from '../site/dates.ts';
import { ErrorSummary } from '../site/error-summary.tsx';
import { StaffLayout } from '../site/layout.tsx';
import type { PageContext } from '../site/page-context.ts';
import { Notice, SummaryList } from '../site/parts.tsx';
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
      {contract.ok && contract.value.kind === 'planned' && <Notes plan={contract.value} language={language} />}
      <Request plan={plan} language={language} />
      <Age plan={plan} language={language} />
      <TwinGrade plan={plan} language={language} />
      <Salary plan={plan} language={language} />
    </section>
  );
}

const Refused = ({ title, sentence, next }: { title: string; sentence: string; next: string }) => (
  <Notice tone="warning" title={title} status>
    <p>{sentence}</p>
    <p>{next}</p>
  </Notice>
);

type InLanguage = { language: PageContext['language'] };

/** What to watch, what is never offered, and what the text leaves to a person. */
function Notes({ plan: { warnings, notOffered, openPoints }, language }: InLanguage & { plan: ContractPlan }) {
  const t = PLANNER_TEXTS[language];
  return (
    <>
      {warnings.length > 0 && (
        <Notice tone="warning" title={t.watch}>
          {warnings.map((warning) => (
            <p key={warning.kind}>{explainContractWarning(warning)[language]}</p>
          ))}
        </Notice>
      )}
      {notOffered.length > 0 && (
        <>
          <h3>{t.never}</h3>
          <ul>
            {notOffered.map((what) => (
              <li key={what}>{NOT_OFFERED_NAMES[what][language]}</li>
            ))}
          </ul>
        </>
      )}
      {openPoints.length > 0 && (
        <>
          <h3>{t.openPoints}</h3>
          <SummaryList
            rows={openPoints.map((point) => {
              const { question, answer } = explainOpenPoint(point)[language];
              return { term: question, value: `${answer} (${point.source[language]})` };
            })}
          />
        </>
      )}
    </>
  );
}

type PartProps = InLanguage & { plan: OfferPlan };

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

function TwinGrade({ plan: { twinGrade }, language }: PartProps) {
  const t = PLANNER_TEXTS[language];
  if (!twinGrade) return null;
  return (
    <>
      <h3>{t.twinGrade}</h3>
      {twinGrade.ok ? (
        <ReasonList reasons={explainTwinGrade(twinGrade.value)[language]} language={language} />
      ) : (
        <Refused title={t.refused} {...explainTwinGradeRefusal(twinGrade.refusal)[language]} />
      )}
    </>
  );
}

function Salary({ plan: { salary }, language }: PartProps) {
  if (!salary) return null;
  return (
    <>
      <h3>{PLANNER_TEXTS[language].salary}</h3>
      <ReasonList reasons={explainSalary(salary)[language]} language={language} />
    </>
  );
}
