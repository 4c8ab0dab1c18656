import type { ComponentChildren } from 'preact';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, TextField, type FieldError } from '../../site/forms.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink } from '../../site/parts.tsx';
import { carried } from '../kept-form.ts';
import type { Carried } from '../let-in.tsx';
import { HiddenFields } from '../sign-in-pages.tsx';
import { PASSKEY_TEXTS } from './passkey-texts.ts';

const MODULES = ['passkey'];

type Asking = { page: PageContext; options: object; errors?: FieldError[] };

export function AddPasskeyPage({ page, options, name, errors = [] }: Asking & { name?: string }) {
  const t = PASSKEY_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.addTitle} inError={errors.length > 0} modules={MODULES}>
      <ErrorSummary errors={errors} />
      <BackLink href={`/${page.language}/my/account/security`}>{page.language === 'en' ? 'Back' : 'Retour'}</BackLink>
      <h1>{t.addTitle}</h1>
      <p>{t.addText}</p>
      <PasskeyForm page={page} kind="create" options={options} action="/my/account/passkeys" button={t.add}>
        <TextField
          name="name"
          label={t.name}
          hint={t.nameHint}
          value={name}
          width="medium"
          error={errorOf(errors, 'name')}
        />
      </PasskeyForm>
    </PublicLayout>
  );
}

export function UsePasskeyPage({ page, options, going, errors = [] }: Asking & { going: Carried }) {
  const t = PASSKEY_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.askTitle} inError={errors.length > 0} modules={MODULES}>
      <ErrorSummary errors={errors} />
      <h1>{t.askTitle}</h1>
      <p>{t.askText}</p>
      <PasskeyForm page={page} kind="get" options={options} action="/sign-in/passkey/answer" button={t.answer}>
        <HiddenFields fields={carried(going.kept, going.back)} />
      </PasskeyForm>
      <p>
        <a href={`/${page.language}/sign-in`}>{t.otherWay}</a>
      </p>
    </PublicLayout>
  );
}

type FormProps = {
  page: PageContext;
  kind: 'create' | 'get';
  options: object;
  action: string;
  button: string;
  children: ComponentChildren;
};

/** Appears where a browser can answer; elsewhere a line says what it takes. */
export function PasskeyForm({ page, kind, options, action, button, children }: FormProps) {
  const t = PASSKEY_TEXTS[page.language];
  const asked = { 'data-passkey': kind, 'data-options': JSON.stringify(options) };
  return (
    <form method="post" action={`/${page.language}${action}`} novalidate {...asked}>
      <div data-asking hidden>
        {children}
        <p class="actions">
          <button type="submit" class="button">
            {button}
          </button>
        </p>
      </div>
      <input type="hidden" name="credential" id="f-credential" value="" />
      <output id="passkey-failed" data-text={t.failed} />
      <p data-unable>{t.needsScript}</p>
    </form>
  );
}
