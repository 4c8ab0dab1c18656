import type { Post } from '../../regulations/organisation/notices-schema.ts';
import { LANGUAGES } from '../../platform/language.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, Radios, Select, SubmitButton, TextField, type FieldError } from '../../site/forms.tsx';
import { languageName } from '../../site/language-name.ts';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink } from '../../site/parts.tsx';
import { BEGIN_TEXTS } from './begin-texts.ts';
import { valueOf, type FormValues } from './section-form.ts';
import { staffNav } from '../vacancy-pages.tsx';
import { fillIn, VACANCY_TEXTS } from '../vacancy-texts.ts';

type BeginProps = {
  page: PageContext;
  posts: readonly Post[];
  /** The smallest reference after all that are there. */
  next: string;
  values: FormValues;
  errors: FieldError[];
};

/** A vacancy begun from a post, or from an earlier one. */
export function BeginPage({ page, posts, next, values, errors }: BeginProps) {
  const { language } = page;
  const t = BEGIN_TEXTS[language];
  const here = `/${language}/staff/vacancies`;
  const value = (name: string) => valueOf(values, name);
  const options = posts.map(({ code, title, unit, grades }) => ({
    value: code,
    text: `${title[language]} · ${unit[language]} · ${grades.join('-')} · ${code}`,
  }));
  return (
    <StaffLayout page={page} title={t.title} nav={staffNav(page)} inError={errors.length > 0}>
      <BackLink href={here}>{VACANCY_TEXTS[language].vacancies}</BackLink>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p class="lede">{t.intro}</p>
      <form method="post" action={`${here}/new`} class="form">
        <TextField
          name="reference"
          label={t.reference}
          hint={fillIn(t.referenceHint, { next })}
          value={value('reference')}
          inputmode="numeric"
          width="short"
          error={errorOf(errors, 'reference')}
        />
        {posts.length > 0 ? (
          <Select
            name="post"
            label={t.post}
            value={value('post')}
            options={[{ value: '', text: t.choosePost }, ...options]}
            error={errorOf(errors, 'post')}
          />
        ) : (
          <p class="hint">{t.noPosts}</p>
        )}
        <TextField
          name="earlier"
          label={posts.length > 0 ? t.orEarlier : t.earlier}
          value={value('earlier')}
          inputmode="numeric"
          width="short"
          error={posts.length > 0 ? undefined : errorOf(errors, 'post')}
        />
        <Radios
          name="original"
          label={t.original}
          value={value('original') || language}
          options={LANGUAGES.map((each) => ({ value: each, text: languageName(each, language) }))}
        />
        <p class="actions">
          <SubmitButton>{t.submit}</SubmitButton>
        </p>
      </form>
    </StaffLayout>
  );
}
