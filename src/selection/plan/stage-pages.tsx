import { VacancyLine } from '../../applications/vacancy-line.tsx';
import type { Translated } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DateField } from '../../site/date-field.tsx';
import { dateIn } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { Fieldset } from '../../site/field.tsx';
import { Checkboxes, errorOf, Radios, SubmitButton, TextArea, TextField, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice } from '../../site/parts.tsx';
import { colon } from '../../site/punctuation.ts';
import { SELECTION_TEXTS } from '../selection-texts.ts';
import { datePartsIn, type StageForm } from './plan-form.ts';
import type { StageChange } from './plan-queries.ts';
import { InLanguage, stageName } from './stage-name.tsx';
import { ASSESSORS, type PlannedStage, type StageItem } from './stage-plan.ts';

export type StageProps = {
  page: PageContext;
  reference: string;
  vacancyTitle: Translated;
  zone: string;
  organisation: Organisation;
  stage: PlannedStage;
  /** What of the notice can be scored. */
  items: Pick<StageItem, 'key' | 'kind' | 'text'>[];
  changes: StageChange[];
  form: StageForm;
  errors: FieldError[];
  problem?: string | undefined;
};

/** One stage: when and where it is, what is scored and how it counts. */
export function StagePage(props: StageProps) {
  const { page, reference, organisation, stage, form, errors, problem } = props;
  const { language } = page;
  const t = SELECTION_TEXTS[language];
  const title = stageName(stage.code, organisation, language);
  const plan = `/${language}/staff/vacancies/${reference}/stages`;
  return (
    <StaffLayout
      page={page}
      title={`${title} · ${reference}`}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={plan}>{t.plan}</BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <VacancyLine reference={reference} title={props.vacancyTitle} />
      <h1>{title}</h1>
      {stage.status === 'open' && <Notice title={t.fixedNote} />}
      {stage.status === 'planned' && <p>{t.openNote}</p>}
      <form method="post" action={`${plan}/${stage.id}`} novalidate>
        <input type="hidden" name="version" value={stage.version} />
        <WhenAndWhere {...props} />
        <HowItCounts {...props} />
        <Items {...props} />
        {stage.status === 'open' && (
          <TextArea
            name="reason"
            label={t.reason}
            hint={t.reasonHint}
            value={form['reason']}
            rows={3}
            error={errorOf(errors, 'reason')}
          />
        )}
        <p class="actions">
          <SubmitButton>{t.save}</SubmitButton>
        </p>
      </form>
      {stage.assessedBy === 'panel' && (
        <p>
          <a href={`${plan}/${stage.id}/written-test`}>{t.writtenTest}</a>
        </p>
      )}
      <Changes {...props} />
    </StaffLayout>
  );
}

function WhenAndWhere({ page: { language }, form, errors }: StageProps) {
  const t = SELECTION_TEXTS[language];
  const date = (name: 'from' | 'to', label: string) => (
    <DateField
      name={name}
      label={label}
      hint={t.datesHint}
      value={datePartsIn(form, name)}
      error={errorOf(errors, name)}
      optional
    />
  );
  return (
    <>
      {date('from', t.from)}
      {date('to', t.to)}
      <Checkboxes
        name="fixed"
        label={t.datesFixed}
        hiddenLabel
        options={[{ value: 'yes', text: t.datesFixed, hint: t.datesFixedHint }]}
        values={form['fixed'] === 'yes' ? ['yes'] : []}
        error={errorOf(errors, 'fixed')}
      />
      <TextField name="place-en" label={t.placeEn} value={form['place-en']} lang="en" optional />
      <TextField name="place-fr" label={t.placeFr} value={form['place-fr']} lang="fr" optional />
      <TextField name="link" label={t.link} value={form['link']} type="url" optional />
    </>
  );
}

function HowItCounts({ page: { language }, form, errors }: StageProps) {
  const t = SELECTION_TEXTS[language];
  return (
    <>
      <Radios
        name="assessed-by"
        label={t.assessedBy}
        options={ASSESSORS.map((value) => ({ value, text: t.assessors[value], hint: t.assessorHints[value] }))}
        value={form['assessed-by']}
      />
      <TextField
        name="weight"
        label={t.weight}
        hint={t.weightHint}
        value={form['weight']}
        inputmode="numeric"
        width="short"
        error={errorOf(errors, 'weight')}
      />
      <TextField
        name="pass-mark"
        label={t.passMark}
        hint={t.passMarkHint}
        value={form['pass-mark']}
        inputmode="numeric"
        width="short"
        error={errorOf(errors, 'pass-mark')}
        optional
      />
    </>
  );
}

function Items({ page: { language }, items, form, errors }: StageProps) {
  const t = SELECTION_TEXTS[language];
  return (
    <>
      <h2>{t.items}</h2>
      <p>{t.itemsHint}</p>
      {items.map(({ key, text }) => (
        <Fieldset key={key} name={`item-${key}`} label={<InLanguage text={text} language={language} />}>
          <TextField
            name={`weight-${key}`}
            label={t.itemWeight}
            value={form[`weight-${key}`]}
            inputmode="numeric"
            width="short"
            error={errorOf(errors, `weight-${key}`)}
            optional
          />
          <TextField
            name={`question-en-${key}`}
            label={t.questionEn}
            value={form[`question-en-${key}`]}
            lang="en"
            error={errorOf(errors, `question-en-${key}`)}
            optional
          />
          <TextField
            name={`question-fr-${key}`}
            label={t.questionFr}
            value={form[`question-fr-${key}`]}
            lang="fr"
            optional
          />
        </Fieldset>
      ))}
    </>
  );
}

function Changes({ page: { language }, zone, changes }: StageProps) {
  const t = SELECTION_TEXTS[language];
  if (changes.length === 0) return null;
  return (
    <>
      <h2>{t.changes}</h2>
      <ul>
        {changes.map(({ at, byName, reason }) => (
          <li key={at.toISOString()}>
            {dateIn(at, zone, language)}, {byName}
            {colon(language)}
            {reason}
          </li>
        ))}
      </ul>
    </>
  );
}
