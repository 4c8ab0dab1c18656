/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the QR code is drawn here, so that its key is in no address of an image */
import { encode } from 'uqr';
import { DataTable } from '../../site/data-table.tsx';
import { formatInstantToMinute } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, TextField, type FieldError } from '../../site/forms.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import { plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { Notice } from '../../site/parts.tsx';
import { colon } from '../../site/punctuation.ts';
import type { SignInEntry } from '../sign-in-history-queries.ts';
import { inGroups } from './authenticator.ts';
import type { SecondFactorDue } from './second-factor.ts';
import { isEnrolled, type SecondFactors } from './second-factor-queries.ts';
import { StepUpFields } from '../step-up/step-up-fields.tsx';
import type { Offered } from '../step-up/step-up.ts';
import { SECURITY_TEXTS } from './security-texts.ts';

export type SecurityPageProps = {
  page: PageContext;
  factors: SecondFactors;
  due: SecondFactorDue;
  /** The organisation's own provider by its name, and whether this account is tied to it; undefined where there is none. */
  outside: { name: string; linked: boolean } | undefined;
  /** By what its owner shows once more who they are. */
  offered: Offered;
  history: SignInEntry[];
  zone: string;
  errors?: FieldError[];
};

/** One password for every change: the buttons above it belong to its form. */
const FORM = 'security';

export function SecurityPage(props: SecurityPageProps) {
  const { page, due, zone, errors = [] } = props;
  const t = SECURITY_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.title} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      {due.kind === 'enrol' && <Notice tone="warning">{t.due}</Notice>}
      {due.kind === 'soon' && (
        <Notice tone="warning">{t.soon(formatInstantToMinute(due.until, zone, page.language))}</Notice>
      )}
      <form id={FORM} method="post" action={`/${page.language}/my/account/security`} novalidate>
        <StepUpFields page={page} offered={props.offered} errors={errors} label={t.current} hint={t.currentHint} />
      </form>
      <App {...props} />
      <Passkeys {...props} />
      <Recovery {...props} />
      <Outside {...props} />
      <History {...props} />
    </PublicLayout>
  );
}

function Do({ action, children, quiet = true }: { action: string; children: string; quiet?: boolean }) {
  return (
    <SubmitButton form={FORM} name="action" value={action} tone={quiet ? 'quiet' : 'main'}>
      {children}
    </SubmitButton>
  );
}

function App({ page, factors, zone }: SecurityPageProps) {
  const t = SECURITY_TEXTS[page.language];
  const { authenticatorSince: since } = factors;
  return (
    <>
      <h2>{t.app}</h2>
      <p>{since ? `${t.appSince} ${formatInstantToMinute(since, zone, page.language)}` : t.appText}</p>
      {since ? (
        <Do action="remove-app">{t.removeApp}</Do>
      ) : (
        <Do action="app" quiet={false}>
          {t.setUpApp}
        </Do>
      )}
    </>
  );
}

function Passkeys({ page, factors: { passkeys }, zone }: SecurityPageProps) {
  const t = SECURITY_TEXTS[page.language];
  const at = (instant: Date) => formatInstantToMinute(instant, zone, page.language);
  return (
    <>
      <h2>{t.passkeys}</h2>
      <p>{t.passkeysText}</p>
      {passkeys.length === 0 && <p>{t.noPasskeys}</p>}
      {passkeys.length > 0 && (
        <DataTable
          caption={t.passkeys}
          hiddenCaption
          columns={[
            { heading: t.name, rowHeader: true },
            { heading: t.added },
            { heading: t.lastUsed },
            { heading: t.action },
          ]}
          rows={passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
            key: id,
            cells: [
              name,
              at(createdAt),
              lastUsedAt ? at(lastUsedAt) : t.never,
              <button type="submit" class="link" form={FORM} name="action" value={`remove-passkey ${id}`}>
                {t.remove}
                <span class="hidden"> {name}</span>
              </button>,
            ],
          }))}
        />
      )}
      <Do action="passkey">{t.addPasskey}</Do>
    </>
  );
}

function Recovery({ page, factors }: SecurityPageProps) {
  const t = SECURITY_TEXTS[page.language];
  const enrolled = isEnrolled(factors);
  return (
    <>
      <h2>{t.recovery}</h2>
      <p>{enrolled ? plural(factors.recoveryCodesLeft, t.left, page.language) : t.recoveryNone}</p>
      {enrolled && <Do action="codes">{t.newCodes}</Do>}
    </>
  );
}

function Outside({ page, outside }: SecurityPageProps) {
  const t = SECURITY_TEXTS[page.language];
  if (!outside) return null;
  return (
    <>
      <h2>{t.outside}</h2>
      <p>
        {outside.linked ? t.outsideLinked : t.outsideNotLinked} {outside.name}
      </p>
      {outside.linked ? <Do action="unlink">{t.unlink}</Do> : <Do action="link">{t.link}</Do>}
    </>
  );
}

function History({ page, history, zone }: SecurityPageProps) {
  const t = SECURITY_TEXTS[page.language];
  return (
    <>
      <h2>{t.history}</h2>
      <p>{history.length > 0 ? t.historyText : t.noHistory}</p>
      {history.length > 0 && (
        <DataTable
          caption={t.history}
          hiddenCaption
          columns={[
            { heading: t.when, rowHeader: true },
            { heading: t.how },
            { heading: t.where },
            { heading: t.outcome },
          ]}
          rows={history.map(({ at, method, device, succeeded }, index) => ({
            key: index,
            cells: [
              formatInstantToMinute(at, zone, page.language),
              t.methods[method],
              device || t.unknownDevice,
              succeeded ? t.succeeded : t.refused,
            ],
          }))}
        />
      )}
    </>
  );
}

type AppPageProps = { page: PageContext; address: string; secret: string; errors?: FieldError[] };

export function AuthenticatorPage({ page, address, secret, errors = [] }: AppPageProps) {
  const t = SECURITY_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.appTitle} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1>{t.appTitle}</h1>
      <p>{t.appSteps}</p>
      <QrCode text={address} label={t.qr} />
      <p>
        {t.byHand}
        {colon(page.language)}
        <code>{inGroups(secret)}</code>
      </p>
      <p>
        <a href={address}>{t.open}</a>
      </p>
      <form method="post" action={`/${page.language}/my/account/authenticator`} novalidate>
        <TextField
          name="code"
          label={t.code}
          hint={t.codeHint}
          inputmode="numeric"
          autocomplete="one-time-code"
          width="short"
          error={errorOf(errors, 'code')}
        />
        <p class="actions">
          <SubmitButton>{t.confirmApp}</SubmitButton>
        </p>
      </form>
    </PublicLayout>
  );
}

/** Dark on light whatever the page's colours: cameras want it so. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width="232"
      height="232"
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.join('')} fill="#000" />
    </svg>
  );
}

export function RecoveryCodesPage({ page, codes }: { page: PageContext; codes: readonly string[] }) {
  const t = SECURITY_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.codesTitle}>
      <h1>{t.codesTitle}</h1>
      <p>{t.codesText}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a class="button" href={`/${page.language}/my/account/security`}>
          {t.codesKept}
        </a>
      </p>
    </PublicLayout>
  );
}
