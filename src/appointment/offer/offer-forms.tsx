import { DateField, datePartsIn } from '../../site/date-field.tsx';
import { errorOf, SubmitButton, TextArea, TextField } from '../../site/forms.tsx';
import { answerDayOf, approvalDue, MAX_OFFER_REASON, type StaffOfferAction } from './offer.ts';
import { offerAddress } from './offer-address.ts';
import type { OfferProps } from './offer-props.ts';
import { OFFER_TEXTS } from './offer-texts.ts';

/** Where each step of staff is sent to, below the address of the offer. */
export const STEP_ADDRESSES: Record<StaffOfferAction, string> = {
  submit: 'submission',
  approve: 'approval',
  return: 'return',
  send: 'sending',
  withdraw: 'withdrawal',
};

/** The steps that the reader may take, each in a form of its own. */
export function StepForms(props: OfferProps) {
  const { page, chosen, actions, may, standing } = props;
  const t = OFFER_TEXTS[page.language];
  const { offer } = standing;
  const address = `/${page.language}${offerAddress(chosen)}`;
  if (!offer) return null;
  return (
    <>
      {may.recordAgreement && <AgreementForm {...props} />}
      {actions.map((action) => (
        <section key={action} aria-labelledby={`step-${action}`}>
          <h2 id={`step-${action}`}>{t.actions[action]}</h2>
          <form method="post" action={`${address}/${STEP_ADDRESSES[action]}`} novalidate>
            <input type="hidden" name="version" value={offer.version} />
            <StepFields {...props} action={action} />
            <p class="actions">
              <SubmitButton tone={action === 'withdraw' ? 'danger' : action === 'return' ? 'quiet' : 'main'}>
                {t.actions[action]}
              </SubmitButton>
            </p>
          </form>
        </section>
      ))}
    </>
  );
}

function StepFields(props: OfferProps & { action: StaffOfferAction }) {
  const { page, organisation, standing, action } = props;
  const { language } = page;
  const t = OFFER_TEXTS[language];
  if (action === 'submit') return <p>{t.submitNote}</p>;
  if (action === 'approve') {
    const due = standing.offer && approvalDue(organisation.appointment.offer, standing.offer);
    return <p>{t.approveNote(due?.name[language] ?? '')}</p>;
  }
  return action === 'send' ? <SendingFields {...props} /> : <ReasonField {...props} action={action} />;
}

function ReasonField({ page, typed, errors, action }: OfferProps & { action: 'return' | 'withdraw' }) {
  const t = OFFER_TEXTS[page.language];
  const name = `${action}-reason`;
  return (
    <TextArea
      name={name}
      label={action === 'return' ? t.returnReason : t.withdrawReason}
      hint={t.reasonHint}
      value={typed[name]}
      rows={3}
      maxCharacters={MAX_OFFER_REASON}
      error={errorOf(errors, name)}
    />
  );
}

function SendingFields({ page, organisation, standing, typed, errors }: OfferProps) {
  const t = OFFER_TEXTS[page.language];
  const byRule = answerDayOf(organisation.appointment.offer, standing.today, organisation.workingDays);
  return (
    <>
      <p>{t.sendNote}</p>
      {!byRule.ok && (
        <DateField
          name="answer"
          label={t.answerDay}
          hint={byRule.refusal.kind === 'no-rule' ? t.answerDayHint : t.answerYearUnknown(String(byRule.refusal.year))}
          value={datePartsIn(typed, 'answer')}
          error={errorOf(errors, 'answer')}
        />
      )}
    </>
  );
}

function AgreementForm({ page, chosen, standing, typed, errors }: OfferProps) {
  const t = OFFER_TEXTS[page.language];
  return (
    <section aria-labelledby="agreement">
      <h2 id="agreement">{t.agreement}</h2>
      <form method="post" action={`/${page.language}${offerAddress(chosen)}/agreement`} novalidate>
        <input type="hidden" name="version" value={standing.offer?.version} />
        <p>{t.agreementNote}</p>
        <TextField
          name="authority"
          label={t.authority}
          hint={t.authorityHint}
          value={typed['authority']}
          error={errorOf(errors, 'authority')}
        />
        <DateField
          name="agreed"
          label={t.agreedOn}
          value={datePartsIn(typed, 'agreed')}
          error={errorOf(errors, 'agreed')}
        />
        <p class="actions">
          <SubmitButton tone="quiet">{t.record}</SubmitButton>
        </p>
      </form>
    </section>
  );
}
