import { DateField } from '../../site/date-field.tsx';
import { formatZone } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { Checkboxes, errorOf, SubmitButton, TextField, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Notice } from '../../site/parts.tsx';
import { InLanguage } from '../plan/stage-name.tsx';
import type { PlannedStage } from '../plan/stage-plan.ts';
import type { TestForm } from './test-form.ts';
import type { WritesAgain } from './test-window.ts';
import { TestWindows } from './test-window-form.tsx';
import { WRITTEN_TEST_TEXTS } from './written-test-texts.ts';
import type { Question, WrittenTest } from './written-test.ts';

export type TestProps = {
  page: PageContext;
  reference: string;
  name: string;
  zone: string;
  stage: PlannedStage;
  test: WrittenTest | undefined;
  /** Those that are fixed or, until then, those of the stage. */
  questions: Question[];
  begun: boolean;
  form: TestForm;
  /** Those for whom a review opened it again, and what was just typed of one of them. */
  again: WritesAgain[];
  window: { number: string; form: TestForm } | undefined;
  errors: FieldError[];
  problem: string | undefined;
};

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

function TestFields({ page: { language }, zone, test, form, errors, action }: TestProps & { action: string }) {
  const t = WRITTEN_TEST_TEXTS[language];
  const number = (name: string, label: string, hint: string) => (
    <TextField
      {...{ name, label, hint }}
      value={form[name]}
      inputmode="numeric"
      width="short"
      error={errorOf(errors, name)}
    />
  );
  const day = (name: string, label: string) => (
    <DateField
      {...{ name, label }}
      value={{
        day: form[`${name}-day`] ?? '',
        month: form[`${name}-month`] ?? '',
        year: form[`${name}-year`] ?? '',
      }}
      error={errorOf(errors, name)}
    />
  );
  const time = (name: string, label: string) => (
    <TextField
      {...{ name, label }}
      hint={t.timeHint(formatZone(zone, language))}
      value={form[name]}
      width="short"
      error={errorOf(errors, name)}
    />
  );
  return (
    <form method="post" action={action} novalidate>
      <input type="hidden" name="version" value={test?.version ?? 0} />
      {number('minutes', t.minutes, t.minutesHint)}
      {day('opens', t.opensDay)}
      {time('opens-time', t.opensTime)}
      {day('closes', t.closesDay)}
      {time('closes-time', t.closesTime)}
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
