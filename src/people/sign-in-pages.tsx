import { ErrorSummary } from '../site/error-summary.tsx';
import { errorOf, SubmitButton, TextField, type FieldError } from '../site/forms.tsx';
import { PublicLayout } from '../site/layout.tsx';
import type { PageContext } from '../site/page-context.ts';
import { Notice } from '../site/parts.tsx';
import { carried, type KeptForm } from './kept-form.ts';
import { SIGN_IN_TEXTS } from './sign-in-texts.ts';

type SignInPageProps = {
  page: PageContext;
  /** Where to go once signed in. */
  back?: string | undefined;
  kept?: KeptForm | undefined;
  /** The session ended while a form was being sent: with its text kept, or with a file, which cannot be. */
  ended?: 'form' | 'file' | undefined;
  /** Nobody is told that they were signed out who never signed in. */
  wasSignedIn?: boolean;
  email?: string | undefined;
  errors?: FieldError[] | undefined;
  /** The pair was refused: what to do about it is said. */
  refused?: boolean | undefined;
  /** The organisation's provider said who this is: whose account it is remains to be shown. */
  linking?: boolean | undefined;
};

export function SignInPage({ page, back, kept, ended, wasSignedIn, email, errors = [], ...more }: SignInPageProps) {
  const { refused, linking } = more;
  const t = SIGN_IN_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.title} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      {ended && (
        <Notice tone={wasSignedIn ? 'warning' : 'info'} title={wasSignedIn ? t.endedTitle : undefined}>
          <p>{ended === 'form' ? t.endedForm : t.endedFile}</p>
        </Notice>
      )}
      {linking && (
        <Notice title={t.linkTitle}>
          <p>{t.linkText}</p>
        </Notice>
      )}
      {refused && (
        <p>
          {t.wrongHint}{' '}
          <OtherWay page={page} path="/password/forgotten" text={t.forgotten} apart={kept !== undefined} />
        </p>
      )}
      <form id="sign-in" method="post" action={`/${page.language}/sign-in`} novalidate>
        <HiddenFields fields={carried(kept, back)} />
        <TextField
          name="email"
          type="email"
          label={t.email}
          value={email}
          autocomplete="username"
          error={errorOf(errors, 'email')}
        />
        <TextField
          name="password"
          type="password"
          label={t.password}
          autocomplete="current-password"
          error={errorOf(errors, 'password')}
        />
        <p class="actions">
          <SubmitButton>{t.submit}</SubmitButton>
        </p>
        <OtherSignIns page={page} back={kept?.address ?? back} />
      </form>
      {!refused && (
        <p>
          <OtherWay page={page} path="/password/forgotten" text={t.forgotten} apart={kept !== undefined} />
        </p>
      )}
      <NoAccount page={page} kept={kept} back={back} />
    </PublicLayout>
  );
}

/** The way to an account of one's own; a form that was being sent goes along. */
function NoAccount({ page: { language }, kept, back }: Pick<SignInPageProps, 'page' | 'kept' | 'back'>) {
  const t = SIGN_IN_TEXTS[language];
  return (
    <p>
      {t.noAccount}{' '}
      {kept ? (
        <button type="submit" class="link" form="sign-in" formaction={`/${language}/accounts/new/form`}>
          {t.create}
        </button>
      ) : (
        <a href={`/${language}${withBack('/accounts/new', back)}`}>{t.create}</a>
      )}
    </p>
  );
}

/** By a passkey, and by the organisation's own provider where it has one. */
function OtherSignIns({ page, back }: Pick<SignInPageProps, 'page' | 'back'>) {
  const outside = page.organisation.signIn?.outside;
  return (
    <p class="actions">
      <button type="submit" class="link" formaction={`/${page.language}/sign-in/passkey`}>
        {SIGN_IN_TEXTS[page.language].passkey}
      </button>
      {outside && <a href={withBack(`/${page.language}/sign-in/outside`, back)}>{outside.name[page.language]}</a>}
    </p>
  );
}

export const withBack = (path: string, back: string | undefined): string =>
  back === undefined ? path : `${path}?back=${encodeURIComponent(back)}`;

/** A link that opens beside a page which holds somebody's text. */
function OtherWay({ page, path, text, apart }: { page: PageContext; path: string; text: string; apart: boolean }) {
  const href = `/${page.language}${path}`;
  if (!apart) return <a href={href}>{text}</a>;
  return (
    <a href={href} target="_blank" rel="noopener">
      {text} {SIGN_IN_TEXTS[page.language].newTab}
    </a>
  );
}

/** Signed in again: the form that was kept, one press from where it was going. */
export function SignedInAgainPage({ page, kept }: { page: PageContext; kept: KeptForm }) {
  const t = SIGN_IN_TEXTS[page.language];
  const written = kept.fields.map(([, value]) => value).filter((value) => value.trim() !== '');
  return (
    <PublicLayout page={page} title={t.againTitle}>
      <h1>{t.againTitle}</h1>
      <p>{t.againText}</p>
      <form method="post" action={kept.address}>
        <HiddenFields fields={kept.fields} />
        <p class="actions">
          <SubmitButton>{t.againButton}</SubmitButton>
        </p>
      </form>
      {written.length > 0 && (
        <details>
          <summary>{t.againShow}</summary>
          {written.map((value, index) => (
            <p key={index}>{value}</p>
          ))}
        </details>
      )}
    </PublicLayout>
  );
}

export function HiddenFields({ fields }: { fields: [name: string, value: string][] }) {
  return (
    <>
      {fields.map(([name, value], index) => (
        <input key={index} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
