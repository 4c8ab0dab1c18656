import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, TextField, type FieldError } from '../../site/forms.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { carried, type KeptForm } from '../kept-form.ts';
import { HiddenFields } from '../sign-in-pages.tsx';
import { SECOND_STEP_TEXTS } from './second-step-texts.ts';

export type SecondStepPageProps = {
  page: PageContext;
  back?: string | undefined;
  kept?: KeptForm | undefined;
  /** Which kinds of proof this account has. */
  hasApp: boolean;
  hasPasskey: boolean;
  errors?: FieldError[];
};

/** The second of two steps: a code, or a passkey. Without JavaScript the code does. */
export function SecondStepPage({ page, back, kept, hasApp, hasPasskey, errors = [] }: SecondStepPageProps) {
  const t = SECOND_STEP_TEXTS[page.language];
  const fields = carried(kept, back);
  return (
    <PublicLayout page={page} title={t.title} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p>{hasApp ? t.introApp : t.introPasskey}</p>
      <form method="post" action={`/${page.language}/sign-in/second-step`} novalidate>
        <HiddenFields fields={fields} />
        <TextField
          name="code"
          label={hasApp ? t.code : t.recovery}
          hint={hasApp ? t.codeHint : t.recoveryHint}
          autocomplete="one-time-code"
          width="medium"
          error={errorOf(errors, 'code')}
        />
        <p class="actions">
          <SubmitButton tone={hasApp ? 'main' : 'quiet'}>{t.submit}</SubmitButton>
          {hasPasskey && (
            <button
              type="submit"
              class={hasApp ? 'button quiet' : 'button'}
              formaction={`/${page.language}/sign-in/passkey`}
            >
              {t.passkey}
            </button>
          )}
        </p>
      </form>
      <p>{t.lost}</p>
    </PublicLayout>
  );
}
