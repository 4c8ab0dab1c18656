import { ErrorSummary } from '../site/error-summary.tsx';
import { errorOf, SubmitButton, TextField, type FieldError } from '../site/forms.tsx';
import { PublicLayout } from '../site/layout.tsx';
import type { PageContext } from '../site/page-context.ts';
import { PASSWORD_TEXTS } from './password-texts.ts';

type ForgottenPageProps = { page: PageContext; email?: string; errors?: FieldError[] };

export function ForgottenPage({ page, email, errors = [] }: ForgottenPageProps) {
  const t = PASSWORD_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.forgottenTitle} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1>{t.forgottenTitle}</h1>
      <p>{t.forgottenText}</p>
      <form method="post" action={`/${page.language}/password/forgotten`} novalidate>
        <TextField
          name="email"
          type="email"
          label={t.email}
          value={email}
          autocomplete="username"
          error={errorOf(errors, 'email')}
        />
        <p class="actions">
          <SubmitButton>{t.send}</SubmitButton>
        </p>
      </form>
    </PublicLayout>
  );
}

export function NewPasswordPage({ page, errors = [] }: { page: PageContext; errors?: FieldError[] }) {
  const t = PASSWORD_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.newTitle} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1>{t.newTitle}</h1>
      <p>{t.newText}</p>
      <form method="post" novalidate>
        <TextField
          name="password"
          type="password"
          label={t.newPassword}
          hint={t.hint}
          autocomplete="new-password"
          error={errorOf(errors, 'password')}
        />
        <p class="actions">
          <SubmitButton>{t.set}</SubmitButton>
        </p>
      </form>
    </PublicLayout>
  );
}

/** Used, expired, replaced or invented: one answer, and the way to a new link. */
export function VoidLinkPage({ page }: { page: PageContext }) {
  const t = PASSWORD_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.voidTitle}>
      <h1>{t.voidTitle}</h1>
      <p>{t.voidText}</p>
      <ul>
        <li>
          <a href={`/${page.language}/password/forgotten`}>{t.voidPassword}</a>
        </li>
        <li>
          <a href={`/${page.language}/accounts/new`}>{t.voidAccount}</a>
        </li>
      </ul>
    </PublicLayout>
  );
}
