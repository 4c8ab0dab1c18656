import { DateField, datePartsIn } from '../../site/date-field.tsx';
import { formatDate } from '../../site/dates.ts';
import { formatNumber } from '../../site/numbers.ts';
import { errorOf, Radios, TextArea, TextField } from '../../site/forms.tsx';
import { MAX_STEP_REASON } from './contract-decision.ts';
import { indefiniteFollows, renewalAgreement } from './contract.ts';
import type { ContractStepProps } from './contract-props.ts';
import { GROUNDS, type ContractAction } from './contract-step.ts';
import { CONTRACT_TEXTS } from './contract-texts.ts';

/** What each step asks for, the reason last. */
export function StepFields(props: ContractStepProps) {
  const Fields = FIELDS[props.action];
  return (
    <>
      {Fields && <Fields {...props} />}
      <ReasonField {...props} />
    </>
  );
}

type Fields = (props: ContractStepProps) => ReturnType<typeof TextField> | null;

const dayField =
  (label: 'newEnd' | 'receivedOn' | 'fromDay' | 'advancedFrom' | 'endDay'): Fields =>
  ({ page, typed, errors }) => (
    <DateField
      name="day"
      label={CONTRACT_TEXTS[page.language][label]}
      value={datePartsIn(typed, 'day')}
      error={errorOf(errors, 'day')}
    />
  );

const NewEnd = dayField('newEnd');
const ReceivedOn = dayField('receivedOn');
const FromDay = dayField('fromDay');
const AdvancedFrom = dayField('advancedFrom');
const EndDay = dayField('endDay');

function Months({ page: { language }, kept, action, typed, errors }: ContractStepProps) {
  const t = CONTRACT_TEXTS[language];
  const { contract } = kept.contract.terms;
  const most = contract.kind === 'planned' ? contract.renewal?.upToMonths : undefined;
  const optional = action === 'propose-renewal';
  return (
    <TextField
      name="months"
      label={optional ? t.monthsOptional : t.months}
      hint={most === undefined ? undefined : t.mostMonths(formatNumber(most, language))}
      value={typed['months']}
      optional={optional}
      inputmode="numeric"
      width="short"
      error={errorOf(errors, 'months')}
    />
  );
}

function Renewal(props: ContractStepProps) {
  const { page, kept, typed, errors } = props;
  const t = CONTRACT_TEXTS[page.language];
  return (
    <>
      <Months {...props} />
      {renewalAgreement(kept.contract.terms).needsAuthority && (
        <>
          <TextField
            name="authority"
            label={t.authority}
            value={typed['authority']}
            error={errorOf(errors, 'authority')}
          />
          <DateField
            name="agreed"
            label={t.agreedOn}
            value={datePartsIn(typed, 'agreed')}
            error={errorOf(errors, 'agreed')}
          />
        </>
      )}
    </>
  );
}

function Length(props: ContractStepProps) {
  const { page, typed, errors } = props;
  const t = CONTRACT_TEXTS[page.language];
  return (
    <>
      <Radios
        name="length"
        label={t.length}
        value={typed['length']}
        options={(['definite', 'indefinite'] as const).map((value) => ({ value, text: t.lengths[value] }))}
        error={errorOf(errors, 'length')}
      />
      <EndDay {...props} />
    </>
  );
}

function Indefinite(props: ContractStepProps) {
  const { page, kept } = props;
  const follows = indefiniteFollows(kept.contract);
  if (follows === null) return <FromDay {...props} />;
  return <p>{CONTRACT_TEXTS[page.language].follows(formatDate(follows, page.language))}</p>;
}

function Ending(props: ContractStepProps) {
  const { page, typed, errors } = props;
  const t = CONTRACT_TEXTS[page.language];
  return (
    <>
      <Radios
        name="ground"
        label={t.ground}
        hint={t.lastDayOfTerm}
        value={typed['ground']}
        options={GROUNDS.map((value) => ({ value, text: t.grounds[value] }))}
        error={errorOf(errors, 'ground')}
      />
      <EndDay {...props} />
    </>
  );
}

const FIELDS: Partial<Record<ContractAction, Fields>> = {
  'extend-probation': NewEnd,
  'set-length': Length,
  'propose-renewal': Months,
  'agree-renewal': Renewal,
  request: ReceivedOn,
  'grant-request': FromDay,
  'agree-indefinite': Indefinite,
  advance: AdvancedFrom,
  end: Ending,
};

const WITHOUT_REASON: readonly ContractAction[] = ['confirm-probation', 'propose-renewal'];
const WITH_REASON_AT_TIMES: readonly ContractAction[] = ['agree-renewal', 'advance', 'end', 'request'];

function ReasonField({ page, action, typed, errors }: ContractStepProps) {
  const t = CONTRACT_TEXTS[page.language];
  if (WITHOUT_REASON.includes(action)) return null;
  const optional = WITH_REASON_AT_TIMES.includes(action);
  return (
    <TextArea
      name="reason"
      label={action === 'set-length' ? t.basis : t.reason}
      hint={t.reasonHint}
      value={typed['reason']}
      optional={optional}
      rows={3}
      maxCharacters={MAX_STEP_REASON}
      error={errorOf(errors, 'reason')}
    />
  );
}
