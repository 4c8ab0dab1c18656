import { explainContractWarning } from '../../regulations/contracts/contract-texts.ts';
import { ReasonList } from '../../regulations/rule-link.tsx';
import { formatDate } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { Checkboxes, errorOf, SubmitButton } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { BackLink, Notice } from '../../site/parts.tsx';
import { contractAddress, contractStepAddress } from './contract-address.ts';
import { mayAskOn } from './contract-decision.ts';
import type { ContractStepProps } from './contract-props.ts';
import { StepFields } from './contract-step-fields.tsx';
import { rulesBehind } from './contract-step-rules.ts';
import { CONTRACT_TEXTS, explainStep } from './contract-texts.ts';

/** One step on a contract: what it does, the rules that it rests on, and what has to be said. */
export function ContractStepPage(props: ContractStepProps) {
  const { page, kept, action, errors, problem } = props;
  const { language } = page;
  const t = CONTRACT_TEXTS[language];
  const { chosen } = kept;
  return (
    <StaffLayout
      page={page}
      title={`${t.actions[action]} · ${chosen.number} · ${chosen.reference}`}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={`/${language}${contractAddress(chosen)}`}>{t.backToContract}</BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <p class="eyebrow">
        <b>{chosen.reference}</b> {chosen.name} · {chosen.number}
      </p>
      <h1>{t.actions[action]}</h1>
      <p class="lede">{t.notes[action]}</p>
      <Admissibility {...props} />
      <ReasonList reasons={rulesBehind(kept.contract, action, language)} language={language} />
      <Probation {...props} />
      <form method="post" action={`/${language}${contractStepAddress(chosen, action)}`} novalidate>
        <input type="hidden" name="seen" value={kept.steps.at(-1)?.number ?? 0} />
        <StepFields {...props} />
        <ToConfirm {...props} />
        <p class="actions">
          <SubmitButton tone={action === 'end' || action === 'take-back' ? 'danger' : 'main'}>{t.save}</SubmitButton>
        </p>
      </form>
    </StaffLayout>
  );
}

/** Whether a request that is being decided on came in its time (C3 to C5). */
function Admissibility({ page: { language }, kept, action }: ContractStepProps) {
  const t = CONTRACT_TEXTS[language];
  const { request } = kept.contract.state;
  if (!request || (action !== 'grant-request' && action !== 'refuse-request')) return null;
  const may = mayAskOn(kept.contract, request.receivedOn);
  if (may.ok) return <Notice title={t.admissible(formatDate(request.receivedOn, language))} />;
  return (
    <Notice tone="warning" title={t.notAdmissible}>
      <p>{explainStep(may.refusal, language).message}</p>
    </Notice>
  );
}

/** From where the probation is. */
function Probation({ page: { language }, organisation, action }: ContractStepProps) {
  const { probation } = organisation.appointment.offer;
  const isOfIt = action === 'confirm-probation' || action === 'extend-probation';
  return isOfIt && probation ? <p>{probation.source[language]}</p> : null;
}

/** What the rules warn of stays possible: it is recorded once somebody says that it is meant. */
function ToConfirm({ page: { language }, warnings, errors }: ContractStepProps) {
  const t = CONTRACT_TEXTS[language];
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warning" title={t.toConfirm}>
      {warnings.map((warning) => (
        <p key={warning.kind}>{explainContractWarning(warning)[language]}</p>
      ))}
      <Checkboxes
        name="confirmed"
        label={t.toConfirm}
        hiddenLabel
        options={[{ value: 'yes', text: t.confirm }]}
        error={errorOf(errors, 'confirmed')}
      />
    </Notice>
  );
}
