import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { Checkboxes, errorOf, Radios, SubmitButton, type FieldError } from '../../site/forms.tsx';
import { Instant } from '../../site/instant.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice } from '../../site/parts.tsx';
import type { Situation } from '../stages/situation.ts';
import { undoUntil, UNDO_MINUTES, type Withdrawal } from './withdrawal.ts';
import { WITHDRAWAL_TEXTS } from './withdrawal-texts.ts';

type WithdrawalProps = {
  page: PageContext;
  number: string;
  situation: Situation;
  organisation: Organisation;
  reason?: string;
  errors?: FieldError[];
};

/** Says what is lost from where the application stands, and asks for the sentence that confirms it. */
export function WithdrawalPage({ page, number, situation, organisation, reason = '', errors = [] }: WithdrawalProps) {
  const { language } = page;
  const t = WITHDRAWAL_TEXTS[language];
  const here = `/${language}/my/applications/${number}`;
  const { withdrawalReasons } = organisation.selection;
  const reasons = withdrawalReasons.map(({ code, name }) => ({ value: code, text: name[language] }));
  return (
    <PublicLayout page={page} title={t.title} inError={errors.length > 0}>
      <BackLink href={here}>{t.back}</BackLink>
      <ErrorSummary errors={errors} />
      <p class="eyebrow">
        <b>{number}</b>
      </p>
      <h1>{t.title}</h1>
      <p>{t.means[situation]}</p>
      <p>{t.note(UNDO_MINUTES)}</p>
      <form method="post" action={`${here}/withdrawal`} novalidate>
        {reasons.length > 0 && (
          <Radios
            name="reason"
            label={t.reason}
            hint={t.reasonHint}
            options={[...reasons, { value: '', text: t.noReason }]}
            value={reason}
          />
        )}
        <Checkboxes
          name="confirm"
          label={t.title}
          hiddenLabel
          options={[{ value: 'yes', text: t.sentence(number) }]}
          error={errorOf(errors, 'confirm')}
        />
        <div class="actions">
          <SubmitButton tone="danger">{t.button}</SubmitButton>
          <a href={here}>{t.keep}</a>
        </div>
      </form>
    </PublicLayout>
  );
}

type UndoProps = { page: PageContext; number: string; withdrawal: Withdrawal; zone: string; now: Date };

/** On the page of a withdrawn application: the way back, as long as there is one. */
export function UndoWithdrawal({ page, number, withdrawal, zone, now }: UndoProps) {
  const { language } = page;
  const t = WITHDRAWAL_TEXTS[language];
  const until = undoUntil(withdrawal);
  if (now > until) return null;
  return (
    <Notice tone="info" title={t.undoTitle}>
      <p>
        {t.undoUntil} <Instant at={until} zone={zone} />
      </p>
      <form method="post" action={`/${language}/my/applications/${number}/withdrawal/undo`}>
        <SubmitButton tone="quiet">{t.undo}</SubmitButton>
      </form>
    </Notice>
  );
}
