import { VacancyLine } from '../../applications/vacancy-line.tsx';
import type { Language, Translated } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DataTable } from '../../site/data-table.tsx';
import { formatDate } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, Select, SubmitButton, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Tag, type Tone } from '../../site/parts.tsx';
import { SELECTION_TEXTS } from '../selection-texts.ts';
import { stageName } from './stage-name.tsx';
import { stagesToPlan, type PlannedStage, type PlanStatus } from './stage-plan.ts';

const TONES: Record<PlanStatus, Tone> = { planned: 'plain', open: 'info', closed: 'success' };

export type PlanProps = {
  page: PageContext;
  reference: string;
  vacancyTitle: Translated;
  organisation: Organisation;
  planned: PlannedStage[];
  may: { plan: boolean; scores: boolean };
  errors: FieldError[];
};

/** The stages of a selection in their order, and what counts at each. */
export function PlanPage(props: PlanProps) {
  const { page, reference, planned, may, errors } = props;
  const { language } = page;
  const t = SELECTION_TEXTS[language];
  const base = `/${language}/staff/vacancies/${reference}`;
  return (
    <StaffLayout page={page} title={t.planOf(reference)} nav={page.actor?.links ?? []} inError={errors.length > 0}>
      <BackLink href={`${base}/people`}>{t.backToPeople}</BackLink>
      <ErrorSummary errors={errors} />
      <VacancyLine reference={reference} title={props.vacancyTitle} />
      <h1>{t.plan}</h1>
      <p class="lede">{t.planLede}</p>
      {planned.length === 0 ? (
        <EmptyState title={t.noStages}>
          <p>{may.plan ? t.noStagesNote : t.noStagesRead}</p>
        </EmptyState>
      ) : (
        <>
          <StagesTable {...props} />
          {may.scores && (
            <p class="actions">
              <a class="button quiet" href={`${base}/merit`}>
                {t.merit}
              </a>
              <a class="button quiet" href={`${base}/report`}>
                {t.report}
              </a>
            </p>
          )}
        </>
      )}
      {may.plan && <AddForm {...props} />}
    </StaffLayout>
  );
}

function StagesTable({ page: { language }, reference, organisation, planned, may }: PlanProps) {
  const t = SELECTION_TEXTS[language];
  return (
    <DataTable
      caption={t.planOf(reference)}
      hiddenCaption
      columns={[
        { heading: t.stage, rowHeader: true },
        { heading: t.when },
        { heading: t.assessedBy },
        { heading: t.weight, numeric: true },
        { heading: t.passMark },
        { heading: t.status },
        { heading: t.actions },
      ]}
      rows={planned.map((stage) => ({
        key: stage.id,
        cells: [
          `${stage.number}. ${stageName(stage.code, organisation, language)}`,
          whenOf(stage, language),
          t.assessors[stage.assessedBy],
          stage.weight,
          stage.passMark === null ? t.none : t.ofHighest(stage.passMark),
          <Tag tone={TONES[stage.status]}>{t.statuses[stage.status]}</Tag>,
          <StageActions
            {...{ language, reference, stage, may, name: stageName(stage.code, organisation, language) }}
          />,
        ],
      }))}
    />
  );
}

function whenOf({ fromOn, toOn, datesFixed }: PlannedStage, language: Language): string {
  const t = SELECTION_TEXTS[language];
  if (fromOn === null) return t.notDated;
  const days = [fromOn, ...(toOn !== null && toOn !== fromOn ? [toOn] : [])].map((day) => formatDate(day, language));
  return days.join(' – ') + (datesFixed ? '' : ` (${t.provisional})`);
}

type StageActionsProps = {
  language: Language;
  reference: string;
  stage: PlannedStage;
  name: string;
  may: PlanProps['may'];
};

function StageActions({ language, reference, stage, name, may }: StageActionsProps) {
  const t = SELECTION_TEXTS[language];
  const here = `/${language}/staff/vacancies/${reference}/stages/${stage.id}`;
  const button = (path: string, text: string) => (
    <form method="post" action={`${here}/${path}`}>
      <button type="submit" class="link">
        {text}
        <span class="hidden"> {name}</span>
      </button>
    </form>
  );
  return (
    <>
      {may.plan && stage.status !== 'closed' && (
        <a href={here}>
          {t.edit}
          <span class="hidden"> {name}</span>
        </a>
      )}{' '}
      {may.plan && stage.status === 'planned' && button('opening', t.open)}
      {may.plan && stage.status === 'planned' && button('removal', t.remove)}
      {may.plan && stage.status === 'open' && button('closing', t.close)}
      {may.scores && stage.status !== 'planned' && stage.assessedBy !== 'nobody' && (
        <a href={`${here}/scores`}>
          {t.scores}
          <span class="hidden"> {name}</span>
        </a>
      )}
    </>
  );
}

function AddForm({ page: { language }, reference, organisation, planned, errors }: PlanProps) {
  const t = SELECTION_TEXTS[language];
  const stages = stagesToPlan(organisation.selection.stages, planned);
  if (stages.length === 0) return <p>{t.allPlanned}</p>;
  return (
    <form method="post" action={`/${language}/staff/vacancies/${reference}/stages`} novalidate>
      <h2>{t.add}</h2>
      <Select
        name="code"
        label={t.stage}
        options={stages.map(({ code, name }) => ({ value: code, text: name[language] }))}
        error={errorOf(errors, 'code')}
      />
      <p class="actions">
        <SubmitButton>{t.addButton}</SubmitButton>
      </p>
    </form>
  );
}
