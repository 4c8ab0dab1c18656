import type { Language } from '../../platform/language.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, Radios, SubmitButton, TextField, type FieldError } from '../../site/forms.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink } from '../../site/parts.tsx';
import { colon } from '../../site/punctuation.ts';
import { FOLLOW_TEXTS } from './follow-texts.ts';
import { FREQUENCIES } from './follower.ts';

type SaveSearchProps = {
  page: PageContext;
  /** The search in an address, and in words. */
  query: string;
  words: string;
  /** The nationality of a visitor is not kept, so it narrows nothing. */
  mineNotKept: boolean;
  typed: { email: string; frequency: string };
  errors: FieldError[];
};

export function SaveSearchPage({ page, query, words, mineNotKept, typed, errors }: SaveSearchProps) {
  const { language, actor } = page;
  const t = FOLLOW_TEXTS[language];
  const offered = FREQUENCIES.filter((frequency) => actor !== undefined || frequency !== 'never');
  const signIn = `/${language}/sign-in?back=${encodeURIComponent(`/${language}/searches/new${query}`)}`;
  return (
    <PublicLayout page={page} title={t.saveTitle} inError={errors.length > 0}>
      <BackLink href={`/${language}/vacancies${query}`}>{t.vacancies}</BackLink>
      <ErrorSummary errors={errors} />
      <h1>{t.saveTitle}</h1>
      <p class="lede">{t.saveLede}</p>
      <p>
        {t.search}
        {colon(language)}
        <b>{words}</b>
      </p>
      {mineNotKept && <p class="hint">{t.mineNotKept}</p>}
      <form method="post" action={`/${language}/searches/new`} novalidate>
        <input type="hidden" name="query" value={query} autocomplete="off" />
        <Radios
          name="frequency"
          label={t.frequency}
          options={offered.map((value) => ({ value, text: t.frequencies[value] }))}
          value={typed.frequency}
          error={errorOf(errors, 'frequency')}
        />
        {!actor && (
          <TextField
            name="email"
            type="email"
            autocomplete="email"
            label={t.email}
            hint={t.emailHint}
            value={typed.email}
            error={errorOf(errors, 'email')}
          />
        )}
        <SubmitButton>{t.save}</SubmitButton>
      </form>
      {!actor && (
        <p>
          {t.orSignIn} <a href={signIn}>{t.signIn}</a>
        </p>
      )}
    </PublicLayout>
  );
}

type SaidProps = { page: PageContext; title: string; text: string };

/** One thing that was done, said. */
export function SaidPage({ page, title, text }: SaidProps) {
  const { language } = page;
  return (
    <PublicLayout page={page} title={title}>
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href={`/${language}/vacancies`}>{FOLLOW_TEXTS[language].vacancies}</a>
      </p>
    </PublicLayout>
  );
}

/** A link of a mail does nothing by itself, since mail programs follow links: a button does. */
export function ConfirmSearchPage({ page, action }: { page: PageContext; action: string }) {
  const t = FOLLOW_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.confirmTitle}>
      <h1>{t.confirmTitle}</h1>
      <p>{t.confirmText}</p>
      <form method="post" action={action}>
        <SubmitButton>{t.confirm}</SubmitButton>
      </form>
    </PublicLayout>
  );
}

type UnsubscribeProps = { page: PageContext; action: string; searches: string[]; language: Language; visitor: boolean };

export function UnsubscribePage({ page, action, searches, language, visitor }: UnsubscribeProps) {
  const t = FOLLOW_TEXTS[language];
  return (
    <PublicLayout page={page} title={t.unsubscribeTitle}>
      <h1>{t.unsubscribeTitle}</h1>
      <p>{visitor ? t.unsubscribeText : t.unsubscribeOwn}</p>
      <ul>
        {searches.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <form method="post" action={action}>
        <SubmitButton>{t.unsubscribe}</SubmitButton>
      </form>
    </PublicLayout>
  );
}
