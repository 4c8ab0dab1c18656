import type { Language } from '../../platform/language.ts';
import { AutosaveForm } from '../../site/autosave-form.tsx';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, TextArea, TextField, type FieldError } from '../../site/forms.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { Notice } from '../../site/parts.tsx';
import { REFERENCE_TEXTS } from './reference-texts.ts';
import { MAX_LINE, MAX_TEXT, type Answers, type Asked } from './reference.ts';

type RefereeProps = {
  page: PageContext;
  candidate: string;
  post: { text: string; language: Language };
  asked: Asked[];
  answers: Answers;
  base: string;
  errors: FieldError[];
};

const NOT_LISTED = <meta name="robots" content="noindex, nofollow" />;

/** What a referee fills in: about one person, by the competencies of one notice. */
export function RefereePage(props: RefereeProps) {
  const { page, candidate, post, errors } = props;
  const { language, path } = page;
  const t = REFERENCE_TEXTS[language];
  return (
    <PublicLayout page={page} title={t.formTitle(candidate)} inError={errors.length > 0} head={NOT_LISTED}>
      <ErrorSummary errors={errors} />
      <h1>{t.formTitle(candidate)}</h1>
      <p>{t.formLede(candidate, post.text)}</p>
      <Notice tone="plain">
        <p>{t.whoReads}</p>
      </Notice>
      <ReferenceForm {...props} />
      <section>
        <h2>{t.declineTitle}</h2>
        <p>{t.declineNote}</p>
        <form method="post" action={`/${language}${path}/refusal`}>
          <TextArea name="word" label={t.declineWord} rows={2} maxCharacters={MAX_TEXT} optional />
          <div class="actions">
            <SubmitButton tone="danger">{t.decline}</SubmitButton>
          </div>
        </form>
      </section>
    </PublicLayout>
  );
}

function ReferenceForm({ page: { language, path }, answers, asked, base, errors }: RefereeProps) {
  const t = REFERENCE_TEXTS[language];
  const line = { width: 'medium', maxlength: MAX_LINE, hint: t.periodHint, optional: true } as const;
  return (
    <AutosaveForm action={`/${language}${path}`} base={base}>
      <TextArea
        name="know"
        label={t.know}
        value={answers.know}
        rows={3}
        maxCharacters={MAX_TEXT}
        error={errorOf(errors, 'know')}
      />
      <h2>{t.period}</h2>
      <TextField name="from" label={t.from} value={answers.from} {...line} />
      <TextField name="to" label={t.to} value={answers.to} {...line} />
      <h2>{t.competencies}</h2>
      {asked.map(({ key, text }) => (
        <TextArea
          key={key}
          name={`item-${key}`}
          label={text[language] ?? text.en ?? text.fr}
          hint={t.competencyHint}
          value={answers.items[key]}
          maxCharacters={MAX_TEXT}
          error={errorOf(errors, `item-${key}`)}
          optional
        />
      ))}
      <TextArea
        name="other"
        label={t.other}
        value={answers.other}
        rows={3}
        maxCharacters={MAX_TEXT}
        error={errorOf(errors, 'other')}
        optional
      />
      <p>{t.submitNote}</p>
      <div class="actions">
        <SubmitButton name="do" value="send">
          {t.submit}
        </SubmitButton>
        <SubmitButton tone="quiet" name="do" value="save">
          {t.save}
        </SubmitButton>
      </div>
    </AutosaveForm>
  );
}

export function ThanksPage({ page }: { page: PageContext }) {
  const t = REFERENCE_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.thanksTitle} head={NOT_LISTED}>
      <h1>{t.thanksTitle}</h1>
      <p>{t.thanks}</p>
    </PublicLayout>
  );
}

/** A link that opens nothing: why, is not said, for that would tell something. */
export function VoidReferencePage({ page, text }: { page: PageContext; text: string }) {
  const t = REFERENCE_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.voidTitle} head={NOT_LISTED}>
      <h1>{t.voidTitle}</h1>
      <p>{text}</p>
    </PublicLayout>
  );
}
