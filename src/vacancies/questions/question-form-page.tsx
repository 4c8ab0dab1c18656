import type { JSX } from 'preact';
import { LANGUAGES, type Language } from '../../platform/language.ts';
import type { QuestionKind } from '../../regulations/questions/question-schema.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { Checkboxes, errorOf, Radios, SubmitButton, TextArea, TextField, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink } from '../../site/parts.tsx';
import { valueOf, type FormValues } from '../editing/section-form.ts';
import { staffNav } from '../vacancy-pages.tsx';
import type { Vacancy } from '../vacancy.ts';
import { questionsAddress } from './question-list-page.tsx';
import { QUESTION_EDITOR_TEXTS } from './question-texts.ts';

type FormProps = {
  page: PageContext;
  vacancy: Vacancy;
  kind: QuestionKind;
  /** Of the question that is changed; a new one has none yet. */
  code: string | undefined;
  values: FormValues;
  errors: FieldError[];
};

/** One question in both languages, with what its kind of answer needs. */
export function QuestionPage(props: FormProps) {
  const { page, vacancy, kind, code, errors, values } = props;
  const { language } = page;
  const t = QUESTION_EDITOR_TEXTS[language];
  const here = questionsAddress(language, vacancy);
  const heading = code ? t.editOne : t.add;
  const title = `${heading}${code ? ` ${code}` : ''} – ${vacancy.reference}`;
  return (
    <StaffLayout page={page} title={title} nav={staffNav(page)} inError={errors.length > 0}>
      <BackLink href={here}>{t.back}</BackLink>
      <ErrorSummary errors={errors} />
      <p class="eyebrow">
        <b>{vacancy.reference}</b>
      </p>
      <h1>{heading}</h1>
      <p>
        {t.of} <b>{t.kinds[kind]}</b>
      </p>
      <form method="post" action={code ? `${here}/${code}` : `${here}/new?kind=${kind}`} class="form" novalidate>
        <input type="hidden" name="version" value={vacancy.version} />
        <InBoth {...props} name="text" field={t.fields.text} rows={2} />
        <InBoth {...props} name="hint" field={t.fields.hint} rows={2} optional />
        {FIELDS[kind](props)}
        <Tick
          name="optional"
          label={t.fields.optional.label}
          checked={valueOf(values, 'optional') === 'yes'}
          {...{ language }}
        />
        <KnockOut {...props} />
        <p class="actions">
          <SubmitButton>{t.save}</SubmitButton>
          <a href={here}>{t.back}</a>
        </p>
      </form>
    </StaffLayout>
  );
}

type InBothProps = FormProps & {
  name: string;
  field: { label: string; hint?: string };
  rows: number;
  optional?: boolean;
};

function InBoth({ page: { language }, values, errors, name, field, rows, optional }: InBothProps) {
  const t = QUESTION_EDITOR_TEXTS[language];
  return (
    <>
      {LANGUAGES.map((side) => (
        <TextArea
          key={side}
          name={`${name}.${side}`}
          label={`${field.label} ${side === 'en' ? t.english : t.french}`}
          hint={field.hint}
          lang={side}
          rows={rows}
          optional={optional}
          value={valueOf(values, `${name}.${side}`)}
          error={errorOf(errors, `${name}.${side}`)}
        />
      ))}
    </>
  );
}

function Tick({
  name,
  label,
  checked,
  language,
}: {
  name: string;
  label: string;
  checked: boolean;
  language: Language;
}) {
  const option = { value: 'yes', text: QUESTION_EDITOR_TEXTS[language].yes };
  return <Checkboxes name={name} label={label} options={[option]} values={checked ? ['yes'] : []} />;
}

function Short({ page, values, errors, name, field, optional }: Omit<InBothProps, 'rows'>) {
  const error = errorOf(errors, name);
  return (
    <TextField
      {...{ name, error, optional }}
      label={field.label}
      hint={field.hint}
      value={valueOf(values, name)}
      width="medium"
      lang={page.language}
    />
  );
}

const FIELDS: Record<QuestionKind, (props: FormProps) => JSX.Element | null> = {
  'yes-no': (props) => <DetailsFields {...props} />,
  choice: (props) => {
    const t = QUESTION_EDITOR_TEXTS[props.page.language];
    const several = valueOf(props.values, 'several') === 'yes';
    return (
      <>
        <InBoth {...props} name="options" field={t.fields.options} rows={5} />
        <Tick name="several" label={t.fields.several.label} checked={several} language={props.page.language} />
      </>
    );
  },
  number: (props) => {
    const { fields } = QUESTION_EDITOR_TEXTS[props.page.language];
    return (
      <>
        <Short {...props} name="min" field={fields.min} optional />
        <Short {...props} name="max" field={fields.max} optional />
      </>
    );
  },
  date: () => null,
  text: (props) => {
    const { fields } = QUESTION_EDITOR_TEXTS[props.page.language];
    return <Short {...props} name="maxCharacters" field={fields.maxCharacters} optional />;
  },
  document: (props) => {
    const { fields } = QUESTION_EDITOR_TEXTS[props.page.language];
    return <Short {...props} name="maxPages" field={fields.maxPages} optional />;
  },
};

function DetailsFields(props: FormProps) {
  const t = QUESTION_EDITOR_TEXTS[props.page.language];
  const options = (['yes', 'no'] as const).map((value) => ({ value, text: t[value] }));
  return (
    <>
      <InBoth {...props} name="details" field={t.fields.details} rows={2} optional />
      <Radios
        name="details.when"
        label={t.fields.when.label}
        options={options}
        value={valueOf(props.values, 'details.when') || 'yes'}
        inline
      />
    </>
  );
}

/** After which answers a rule probably excludes, and where the rule stands. */
function KnockOut(props: FormProps) {
  const { page, kind, values } = props;
  const t = QUESTION_EDITOR_TEXTS[page.language];
  if (kind === 'text' || kind === 'document') return null;
  const options = [
    { value: '', text: t.none2 },
    ...(['yes', 'no'] as const).map((value) => ({ value, text: t[value] })),
  ];
  return (
    <section>
      <h2>{t.knockOut}</h2>
      <p>{t.knockOutIntro}</p>
      {kind === 'yes-no' && (
        <Radios
          name="knockOut.answer"
          label={t.fields.answer.label}
          options={options}
          value={valueOf(values, 'knockOut.answer')}
          inline
        />
      )}
      {kind === 'choice' && <Short {...props} name="knockOut.options" field={t.fields.optionNumbers} optional />}
      {kind === 'number' && <Short {...props} name="knockOut.below" field={t.fields.below} optional />}
      {kind === 'date' && <Short {...props} name="knockOut.after" field={t.fields.after} optional />}
      <Short {...props} name="knockOut.rule" field={t.fields.rule} optional />
      <InBoth {...props} name="knockOut.source" field={t.fields.source} rows={2} optional />
    </section>
  );
}
