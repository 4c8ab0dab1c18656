import { countryName } from '../regulations/organisation/countries.ts';
import { ErrorSummary } from '../site/error-summary.tsx';
import { errorOf, SubmitButton, TextField, type FieldError } from '../site/forms.tsx';
import { PublicLayout } from '../site/layout.tsx';
import { joinList } from '../site/numbers.ts';
import type { PageContext } from '../site/page-context.ts';
import { ACCOUNT_TEXTS } from './account-texts.ts';
import { carried, type KeptForm } from './kept-form.ts';
import { PASSWORD_TEXTS } from './password-texts.ts';
import { PART_TEXTS } from './profile/profile-texts.ts';
import { HiddenFields, withBack } from './sign-in-pages.tsx';

type SignUpPageProps = {
  page: PageContext;
  back?: string | undefined;
  /** The form that was being sent by somebody without an account. */
  kept?: KeptForm | undefined;
  /** What was said in this browser, with which the profile begins. */
  nationalities?: readonly string[];
  givenNames?: string;
  familyName?: string;
  email?: string;
  errors?: FieldError[];
};

export function SignUpPage({ page, back, kept, errors = [], ...known }: SignUpPageProps) {
  const { nationalities = [], givenNames, familyName, email } = known;
  const t = ACCOUNT_TEXTS[page.language];
  const { fields } = PART_TEXTS[page.language].person;
  return (
    <PublicLayout page={page} title={t.title} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      {kept && <p>{t.formKept}</p>}
      <SaidBefore page={page} nationalities={nationalities} />
      <form method="post" action={`/${page.language}/accounts/new`} novalidate>
        <HiddenFields fields={carried(kept, back)} />
        <TextField
          name="givenNames"
          label={fields['givenNames']?.label}
          hint={t.nameHint}
          value={givenNames}
          autocomplete="given-name"
          error={errorOf(errors, 'givenNames')}
        />
        <TextField
          name="familyName"
          label={fields['familyName']?.label}
          value={familyName}
          autocomplete="family-name"
          error={errorOf(errors, 'familyName')}
        />
        <TextField
          name="email"
          type="email"
          label={t.email}
          hint={t.emailHint}
          value={email}
          autocomplete="username"
          error={errorOf(errors, 'email')}
        />
        <TextField
          name="password"
          type="password"
          label={t.password}
          hint={PASSWORD_TEXTS[page.language].hint}
          autocomplete="new-password"
          error={errorOf(errors, 'password')}
        />
        <p class="actions">
          <SubmitButton>{t.create}</SubmitButton>
        </p>
      </form>
      <p>
        {t.haveOne} <a href={withBack(`/${page.language}/sign-in`, kept ? undefined : back)}>{t.signIn}</a>
      </p>
    </PublicLayout>
  );
}

/** That the profile begins with what was said of oneself in this browser. */
function SaidBefore({ page: { language }, nationalities }: { page: PageContext; nationalities: readonly string[] }) {
  if (nationalities.length === 0) return null;
  const names = nationalities.map((code) => countryName(code, language));
  return <p>{ACCOUNT_TEXTS[language].nationalityKept(joinList(names, language))}</p>;
}

/** Said to everybody alike, under a title that says what the mail is about: whether the address was known is told only to whoever reads its mail. */
export function LookAtYourMailPage({
  page,
  texts,
}: {
  page: PageContext;
  texts: Record<'title' | 'about' | 'text' | 'again', string>;
}) {
  return (
    <PublicLayout page={page} title={`${texts.title} · ${texts.about}`}>
      <h1>{texts.title}</h1>
      <p>{texts.text}</p>
      <p>{texts.again}</p>
    </PublicLayout>
  );
}

type ConfirmAddressPageProps = {
  page: PageContext;
  back: string | undefined;
  /** Another browser than the one that signed up: the link alone isn't enough. */
  asksPassword: boolean;
  errors?: FieldError[];
};

/** A button, since mail scanners open every link; only people press. */
export function ConfirmAddressPage({ page, back, asksPassword, errors = [] }: ConfirmAddressPageProps) {
  const t = ACCOUNT_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.confirmTitle} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1>{t.confirmTitle}</h1>
      <p>{t.confirmText}</p>
      <form method="post" novalidate>
        <HiddenFields fields={carried(undefined, back)} />
        {asksPassword && (
          <TextField
            name="password"
            type="password"
            label={t.confirmPassword}
            hint={t.confirmPasswordHint}
            autocomplete="current-password"
            error={errorOf(errors, 'password')}
          />
        )}
        <p class="actions">
          <SubmitButton>{t.confirm}</SubmitButton>
        </p>
      </form>
    </PublicLayout>
  );
}
