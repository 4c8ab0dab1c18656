import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, TextField, type FieldError } from '../../site/forms.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, SummaryList } from '../../site/parts.tsx';
import { StepUpFields } from '../step-up/step-up-fields.tsx';
import type { Offered } from '../step-up/step-up.ts';
import { ADDRESS_TEXTS } from './address-texts.ts';

type AddressPageProps = { page: PageContext; email: string; typed?: string; offered: Offered; errors?: FieldError[] };

export function AddressPage({ page, email, typed, offered, errors = [] }: AddressPageProps) {
  const t = ADDRESS_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.title} inError={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <BackLink href={`/${page.language}/my/account`}>{t.account}</BackLink>
      <h1>{t.title}</h1>
      <p>{t.text}</p>
      <SummaryList rows={[{ term: t.now, value: email }]} />
      <form method="post" action={`/${page.language}/my/account/address`} novalidate>
        <TextField
          name="email"
          type="email"
          label={t.newAddress}
          value={typed}
          autocomplete="email"
          error={errorOf(errors, 'email')}
        />
        <StepUpFields page={page} offered={offered} errors={errors} />
        <p class="actions">
          <SubmitButton>{t.send}</SubmitButton>
        </p>
      </form>
    </PublicLayout>
  );
}

/** One sentence and one button: a link alone, which programs open too, does nothing. */
export function ConfirmByButtonPage({
  page,
  texts,
}: {
  page: PageContext;
  texts: { title: string; text: string; button: string };
}) {
  const { title, text, button } = texts;
  return (
    <PublicLayout page={page} title={title}>
      <h1>{title}</h1>
      <p>{text}</p>
      <form method="post" action={`/${page.language}${page.path}`}>
        <SubmitButton>{button}</SubmitButton>
      </form>
    </PublicLayout>
  );
}

export type Told = { title: string; text: string; link: { path: string; text: string } };

/** What came of it, and where to go on. */
export function ToldPage({ page, told: { title, text, link } }: { page: PageContext; told: Told }) {
  return (
    <PublicLayout page={page} title={title}>
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href={`/${page.language}${link.path}`}>{link.text}</a>
      </p>
    </PublicLayout>
  );
}
