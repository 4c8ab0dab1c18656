import { LANGUAGES } from '../platform/language.ts';
import { DataTable } from '../site/data-table.tsx';
import { formatInstantToMinute } from '../site/dates.ts';
import { ErrorSummary } from '../site/error-summary.tsx';
import { errorOf, Radios, SubmitButton, TextField, type FieldError } from '../site/forms.tsx';
import { PublicLayout } from '../site/layout.tsx';
import type { PageContext } from '../site/page-context.ts';
import { SummaryList } from '../site/parts.tsx';
import { SITE_TEXTS } from '../site/site-texts.ts';
import { HiddenFields } from './sign-in-pages.tsx';
import { MY_ACCOUNT_TEXTS } from './my-account-texts.ts';
import { PASSWORD_TEXTS } from './password-texts.ts';
import type { OpenSession } from './session-queries.ts';

export type MyAccountPageProps = {
  page: PageContext;
  email: string;
  /** As stored, or as typed when the form came back. */
  name: string;
  language: string;
  version: number;
  sessions: OpenSession[];
  /** The session of this very browser. */
  currentSession: string;
  /** The zone that times are told in. */
  zone: string;
  errors?: FieldError[];
};

export function MyAccountPage(props: MyAccountPageProps) {
  const { page, errors = [] } = props;
  const t = MY_ACCOUNT_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.title} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <Profile {...props} />
      <PasswordChange page={page} email={props.email} errors={errors} />
      <Sessions {...props} />
      <h2>{t.more}</h2>
      <ul>
        <li>
          <a href={`/${page.language}/my/messages`}>{t.messages}</a>
        </li>
        <li>
          <a href={`/${page.language}/my/accommodation`}>{t.accommodation}</a>
        </li>
        <li>
          <a href={`/${page.language}/my/account/security`}>{t.security}</a>
        </li>
        <li>
          <a href={`/${page.language}/my/data`}>{t.data}</a>
        </li>
      </ul>
    </PublicLayout>
  );
}

function Profile({ page, email, name, language, version, errors = [] }: MyAccountPageProps) {
  const t = MY_ACCOUNT_TEXTS[page.language];
  return (
    <>
      <h2>{t.profile}</h2>
      <SummaryList
        rows={[
          {
            term: t.email,
            value: email,
            action: { href: `/${page.language}/my/account/address`, text: t.changeAddress, about: t.email },
          },
        ]}
      />
      <form method="post" action={`/${page.language}/my/account`} novalidate>
        <HiddenFields fields={[['version', String(version)]]} />
        <TextField name="name" label={t.name} value={name} autocomplete="name" error={errorOf(errors, 'name')} />
        <Radios
          name="language"
          label={t.language}
          hint={t.languageHint}
          value={language}
          inline
          options={LANGUAGES.map((value) => ({ value, text: SITE_TEXTS[value].languageName, lang: value }))}
          error={errorOf(errors, 'language')}
        />
        <p class="actions">
          <SubmitButton>{t.save}</SubmitButton>
        </p>
      </form>
    </>
  );
}

/** The address goes along for password managers, which file passwords by it. */
function PasswordChange({ page, email, errors }: { page: PageContext; email: string; errors: FieldError[] }) {
  const t = MY_ACCOUNT_TEXTS[page.language];
  return (
    <>
      <h2>{t.password}</h2>
      <p>{t.passwordText}</p>
      <form method="post" action={`/${page.language}/my/account/password`} novalidate>
        <input type="text" name="username" value={email} autocomplete="username" hidden />
        <TextField
          name="currentPassword"
          type="password"
          label={t.current}
          autocomplete="current-password"
          error={errorOf(errors, 'currentPassword')}
        />
        <TextField
          name="newPassword"
          type="password"
          label={t.newPassword}
          hint={PASSWORD_TEXTS[page.language].hint}
          autocomplete="new-password"
          error={errorOf(errors, 'newPassword')}
        />
        <p class="actions">
          <SubmitButton tone="quiet">{t.change}</SubmitButton>
        </p>
      </form>
    </>
  );
}

function Sessions({ page, sessions, currentSession, zone }: MyAccountPageProps) {
  const t = MY_ACCOUNT_TEXTS[page.language];
  const at = (instant: Date) => formatInstantToMinute(instant, zone, page.language);
  const several = sessions.length > 1;
  const facts = [{ heading: t.device, rowHeader: true }, { heading: t.since }, { heading: t.lastSeen }];
  return (
    <>
      <h2>{t.sessions}</h2>
      {several && <p>{t.sessionsText}</p>}
      <DataTable
        caption={t.sessions}
        hiddenCaption
        columns={several ? [...facts, { heading: t.action }] : facts}
        rows={sessions.map(({ id, device, createdAt, lastSeenAt }) => {
          const name = device || t.unknownDevice;
          const action = id === currentSession ? t.thisOne : <EndSession page={page} id={id} name={name} />;
          return { key: id, cells: [name, at(createdAt), at(lastSeenAt), action] };
        })}
      />
      {several && (
        <form method="post" action={`/${page.language}/my/account/other-sessions/revocation`}>
          <SubmitButton tone="quiet">{t.endOthers}</SubmitButton>
        </form>
      )}
    </>
  );
}

function EndSession({ page, id, name }: { page: PageContext; id: string; name: string }) {
  return (
    <form method="post" action={`/${page.language}/my/account/sessions/${id}/revocation`}>
      <button type="submit" class="link">
        {MY_ACCOUNT_TEXTS[page.language].end}
        <span class="hidden"> {name}</span>
      </button>
    </form>
  );
}
