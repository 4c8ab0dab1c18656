import { ErrorSummary } from '../../site/error-summary.tsx';
import type { FieldError } from '../../site/forms.tsx';
import { SubmitButton } from '../../site/forms.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { Notice } from '../../site/parts.tsx';
import { PasskeyForm } from '../passkeys/passkey-pages.tsx';
import { HiddenFields } from '../sign-in-pages.tsx';
import { STEP_UP_TEXTS } from './step-up-texts.ts';
import type { Fields } from './step-up.ts';

type AskProps = { page: PageContext; options: object; errors?: FieldError[] };

/** Asks for a passkey of somebody who is signed in; the form that waits is sent afterwards. */
export function AskPasskeyPage({ page, options, errors = [] }: AskProps) {
  const t = STEP_UP_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.title} inError={errors.length > 0} modules={['passkey']}>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p>{t.askPasskey}</p>
      <PasskeyForm page={page} kind="get" options={options} action="/my/account/step-up" button={t.withPasskey}>
        {null}
      </PasskeyForm>
      <p>{t.goBack}</p>
    </PublicLayout>
  );
}

/** What was shown is right; the form waits, one press from being sent. */
export function GoOnPage({ page, address, fields }: { page: PageContext; address: string; fields: Fields }) {
  const t = STEP_UP_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.title}>
      <h1>{t.title}</h1>
      <Notice tone="success" title={t.shown}>
        <p>{t.notYet}</p>
      </Notice>
      <form method="post" action={address}>
        <HiddenFields fields={[...fields, ['step-up', 'proved']]} />
        <p class="actions">
          <SubmitButton>{t.goOn}</SubmitButton>
        </p>
      </form>
    </PublicLayout>
  );
}
