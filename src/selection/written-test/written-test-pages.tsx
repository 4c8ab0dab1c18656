import { ErrorSummary } from '../../site/error-summary.tsx';
import { Checkboxes, errorOf, SubmitButton, TextField } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { BackLink, EmptyState, Notice } from '../../site/parts.tsx';
import { InLanguage } from '../plan/stage-name.tsx';
import { TestWindows } from './test-window-form.tsx';
import { DayField, HourField } from './window-fields.tsx';
import type { TestProps } from './written-test-props.ts';
import { WRITTEN_TEST_TEXTS } from './written-test-texts.ts';

/** Whether a stage is written in the product: for how long, when, and by whom it is read how. */
export function WrittenTestPage(props: TestProps) {
  const { page, reference, name, stage, test, questions, begun, errors, problem } = props;
  const { language } = page;
  const t = WRITTEN_TEST_TEXTS[language];
  const here = `/${language}/staff/vacancies/${reference}/stages/${stage.id}`;
  return (
    <StaffLayout
      page={page}
      title={`${t.staffTitle} · ${name} · ${reference}`}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={here}>{t.backToStage}</BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <p class="eyebrow">
        <b>{reference}</b> {name}
      </p>
      <h1>{t.staffTitle}</h1>
      <p class="lede">{t.staffLede}</p>
      {begun && <Notice title={t.begunNote} />}
      {questions.length === 0 ? (
        <EmptyState title={t.staffNoQuestions}>
          <p>{t.staffNoQuestionsNote}</p>
        </EmptyState>
      ) : (
        <>
          <TestFields {...props} action={`${here}/written-test`} />
          <Questions {...props} />
        </>
      )}
      {props.again.length > 0 && <TestWindows {...props} action={`${here}/written-test/windows`} />}
      {test && !begun && (
        <form method="post" action={`${here}/written-test/removal`}>
          <p>{t.removeNote}</p>
          <p class="actions">
            <SubmitButton tone="danger">{t.remove}</SubmitButton>
          </p>
        </form>
      )}
    </StaffLayout>
  );
}

function TestFields(props: TestProps & { action: string }) {
  const { page, test, form, errors, action } = props;
  const t = WRITTEN_TEST_TEXTS[page.language];
  const number = (name: string, label: string, hint: string) => (
    <TextField
      {...{ name, label, hint }}
      value={form[name]}
      inputmode="numeric"
      width="short"
      error={errorOf(errors, name)}
    />
  );
  return (
    <form method="post" action={action} novalidate>
      <input type="hidden" name="version" value={test?.version ?? 0} />
      {number('minutes', t.minutes, t.minutesHint)}
      <DayField {...props} name="opens" label={t.opensDay} />
      <HourField {...props} name="opens-time" label={t.opensTime} />
      <DayField {...props} name="closes" label={t.closesDay} />
      <HourField {...props} name="closes-time" label={t.closesTime} />
      {number('max-characters', t.maxCharacters, t.maxCharactersHint)}
      <Checkboxes
        name="by-number"
        label={t.byNumber}
        options={[{ value: 'yes', text: t.byNumberOption, hint: t.byNumberHint }]}
        values={form['by-number'] === 'yes' ? ['yes'] : []}
      />
      <p class="actions">
        <SubmitButton>{test ? t.staffSave : t.switchOn}</SubmitButton>
      </p>
    </form>
  );
}

function Questions({ page: { language }, stage, questions }: TestProps) {
  const t = WRITTEN_TEST_TEXTS[language];
  return (
    <>
      <h2>{t.questions}</h2>
      <p>{stage.status === 'planned' ? t.staffQuestionsPlanned : t.staffQuestionsOpen}</p>
      <ol>
        {questions.map(({ key, question }) => (
          <li key={key}>
            <InLanguage text={question} language={language} />
          </li>
        ))}
      </ol>
    </>
  );
}
