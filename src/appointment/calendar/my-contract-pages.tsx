import { titleIn } from '../../applications/application.ts';
import { ContractTimeline } from '../../regulations/contracts/contract-timeline.tsx';
import { ReasonList } from '../../regulations/rule-link.tsx';
import { Breakable } from '../../site/breakable.tsx';
import { formatDate } from '../../site/dates.ts';
import { errorOf, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { EmptyState, Notice } from '../../site/parts.tsx';
import { MyApplicationFrame } from '../../selection/my-application-frame.tsx';
import { mayBeAsked } from './contract-actions.ts';
import { myContractAddress } from './contract-address.ts';
import { OwnDates } from './contract-dates.tsx';
import type { StandingDay } from './contract-days.ts';
import { MAX_STEP_REASON, mayAskOn, type StepRefusal } from './contract-decision.ts';
import type { KeptContract } from './contract-queries.ts';
import { rulesBehind } from './contract-step-rules.ts';
import { StepsPart } from './contract-steps-part.tsx';
import { CONTRACT_TEXTS, explainStep } from './contract-texts.ts';

export type OwnContract = { kept: KeptContract; days: readonly StandingDay[]; today: string };

type MyContractProps = {
  page: PageContext;
  /** Of the application. */
  number: string;
  contracts: readonly OwnContract[];
  /** What was typed, and for the contract of which vacancy. */
  typed: { reference: string; reason: string };
  errors: FieldError[];
  problem?: string | undefined;
};

/** The dates of somebody's own contract, what was decided, and the request for an indefinite contract in its time. */
export function MyContractPage(props: MyContractProps) {
  const { page, number, contracts, errors, problem } = props;
  const t = CONTRACT_TEXTS[page.language].mine;
  return (
    <MyApplicationFrame {...{ page, number, errors, problem }} title={t.title} back={t.back}>
      {contracts.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNote}</p>
        </EmptyState>
      ) : (
        contracts.map((one) => <ContractPart key={one.kept.chosen.reference} {...props} one={one} />)
      )}
    </MyApplicationFrame>
  );
}

type PartProps = MyContractProps & { one: OwnContract };

function ContractPart(props: PartProps) {
  const { page, number, one } = props;
  const { language } = page;
  const t = CONTRACT_TEXTS[language];
  const { chosen, contract, steps } = one.kept;
  const title = titleIn(chosen.title, language);
  return (
    <section aria-labelledby={`post-${chosen.reference}`}>
      <h2 id={`post-${chosen.reference}`}>
        {chosen.reference}{' '}
        <span lang={title.language}>
          <Breakable text={title.text} />
        </span>
      </h2>
      <p>{t.mine.note}</p>
      <OwnDates language={language} days={one.days} />
      <p>
        <a href={`/${language}${myContractAddress(number)}/${chosen.reference}/calendar.ics`}>{t.download}</a>
      </p>
      <Asking {...props} />
      <h3>{t.steps}</h3>
      <StepsPart language={language} steps={steps} zone={chosen.zone} named={false} />
      <h3>{t.byTheRules}</h3>
      <ContractTimeline answer={contract.terms.contract} language={language} today={one.today} />
    </section>
  );
}

/** A request, not a right: shown with its rules from the first day on which it may be made to the last. */
function Asking(props: PartProps) {
  const { page, one } = props;
  const { language } = page;
  const t = CONTRACT_TEXTS[language].mine;
  const { contract } = one.kept;
  const { request } = contract.state;
  if (request?.outcome === 'open') return <Notice title={t.waits(formatDate(request.receivedOn, language))} />;
  if (!mayBeAsked(contract)) return null;
  const may = mayAskOn(contract, one.today);
  return (
    <>
      <h3>{t.ask}</h3>
      <p>{t.askNote}</p>
      <ReasonList reasons={rulesBehind(contract, 'request', language)} language={language} />
      {may.ok ? <AskForm {...props} window={may.value} /> : <NotNow {...props} refusal={may.refusal} />}
    </>
  );
}

/** Why nothing can be asked for today; what was typed a moment too late is not lost. */
function NotNow({ page, one, typed, refusal }: PartProps & { refusal: StepRefusal }) {
  const isTyped = typed.reference === one.kept.chosen.reference && typed.reason !== '';
  return (
    <>
      <Notice tone="plain" title={explainStep(refusal, page.language).message} />
      {isTyped && <blockquote>{typed.reason}</blockquote>}
    </>
  );
}

function AskForm({ page, number, one, typed, errors, window }: PartProps & { window: { from: string; to: string } }) {
  const { language } = page;
  const t = CONTRACT_TEXTS[language].mine;
  const { reference } = one.kept.chosen;
  const field = reasonField(reference);
  return (
    <form method="post" action={`/${language}${myContractAddress(number)}/${reference}/request`} novalidate>
      <p>{t.between(formatDate(window.from, language), formatDate(window.to, language))}</p>
      <TextArea
        name={field}
        label={t.words}
        optional
        value={typed.reference === reference ? typed.reason : ''}
        rows={4}
        maxCharacters={MAX_STEP_REASON}
        error={errorOf(errors, field)}
      />
      <p class="actions">
        <SubmitButton>{t.askButton}</SubmitButton>
      </p>
    </form>
  );
}

/** Of several contracts on one page, each has a field of its own. */
export const reasonField = (reference: string): string => `reason-${reference}`;
