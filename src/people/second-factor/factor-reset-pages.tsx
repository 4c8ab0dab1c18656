import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, TextArea, TextField, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { Notice } from '../../site/parts.tsx';
import { FACTOR_RESET_TEXTS } from './factor-reset-texts.ts';

export type FactorResetForm = { email: string; reason: string };

type Props = { page: PageContext; form: FactorResetForm; errors: FieldError[] };

/** Whose second factor is taken away, why, and what that means. */
export function FactorResetPage({ page, form, errors }: Props) {
  const t = FACTOR_RESET_TEXTS[page.language];
  return (
    <StaffLayout page={page} title={t.title} nav={page.actor?.links ?? []} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p class="lede">{t.lede}</p>
      <form method="post" action={`/${page.language}/staff/second-factors`} class="form" novalidate>
        <TextField name="email" type="email" label={t.email} value={form.email} error={errorOf(errors, 'email')} />
        <TextArea
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          rows={3}
          value={form.reason}
          error={errorOf(errors, 'reason')}
        />
        <Notice tone="warning">
          <p>{t.what}</p>
        </Notice>
        <p class="actions">
          <SubmitButton tone="danger">{t.button}</SubmitButton>
        </p>
      </form>
    </StaffLayout>
  );
}
