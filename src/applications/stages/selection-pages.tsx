import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DateField } from '../../site/date-field.tsx';
import { dateIn } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { Checkboxes, errorOf, Radios, Select, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { formatNumber } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Facts, Notice } from '../../site/parts.tsx';
import { staffNavigation } from '../staff/staff-list-pages.tsx';
import type { Candidate } from './stage-queries.ts';
import { levelField, MAX_LEVEL_REASON, type TypedStep } from './stage-form.ts';
import { findsSuitable, POSITIONS, type Position, type StageAction } from './stage-state.ts';
import { STAGE_TEXTS } from './stage-texts.ts';
import { STAFF_TEXTS } from '../staff/staff-texts.ts';

type SelectionProps = {
  page: PageContext;
  reference: string;
  zone: string;
  organisation: Organisation;
  counts: Partial<Record<Position, number>>;
  candidates: Candidate[];
  typed: TypedStep;
  /** The steps that this person may take from there. */
  actions: StageAction[];
  /** Who of them is below the language level of the notice, where a step can find them suitable. */
  below: ReadonlySet<string>;
  errors?: FieldError[];
  problem?: string | undefined;
};

/** Where the applications of a vacancy stand, and the form of the next step for some or all of them. */
export function SelectionPage(props: SelectionProps) {
  const { page, reference, candidates, errors = [], problem, actions } = props;
  const t = STAGE_TEXTS[page.language];
  return (
    <StaffLayout page={page} title={t.selectionOf(reference)} nav={staffNavigation(page)} inError={errors.length > 0}>
      <BackLink href={`/${page.language}/staff/vacancies/${reference}/applications`}>
        {STAFF_TEXTS[page.language].applicationsTo(reference)}
      </BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <h1>{t.selectionOf(reference)}</h1>
      <p>{t.intro}</p>
      <p>
        <a href={`/${page.language}/staff/vacancies/${reference}/invitations`}>{t.times}</a>
      </p>
      <Places {...props} />
      <h2>{t.positions[props.typed.position]}</h2>
      {candidates.length === 0 ? (
        <EmptyState title={t.nobody}>
          <p>{t.nobodyNote}</p>
        </EmptyState>
      ) : (
        <form method="post" action={`/${page.language}/staff/vacancies/${reference}/selection`} novalidate>
          <input type="hidden" name="position" value={props.typed.position} />
          <Who {...props} />
          {actions.length > 0 && <StepFields {...props} />}
        </form>
      )}
    </StaffLayout>
  );
}

function Places({ page: { language }, reference, counts }: SelectionProps) {
  const t = STAGE_TEXTS[language];
  return (
    <Facts
      facts={POSITIONS.map((position) => ({
        term: (
          <a href={`/${language}/staff/vacancies/${reference}/selection?position=${position}`}>
            {t.positions[position]}
          </a>
        ),
        value: formatNumber(counts[position] ?? 0, language),
      }))}
    />
  );
}

function Who({ page: { language }, candidates, typed, errors = [], organisation, zone, below }: SelectionProps) {
  const t = STAGE_TEXTS[language];
  const hintOf = ({ id, entries }: Candidate) => {
    const last = entries.at(-1);
    if (!last) return undefined;
    const stage = organisation.selection.stages.find(({ code }) => code === last.stage)?.name[language];
    const stands = [stage, t.since(dateIn(last.enteredAt, zone, language))].filter(Boolean).join(', ');
    return below.has(id) ? `${stands}. ${t.belowLevel}.` : stands;
  };
  const options = candidates.map((candidate) => ({
    value: candidate.number,
    text: `${candidate.name} · ${candidate.number}`,
    hint: hintOf(candidate),
  }));
  const whom = [
    { value: 'ticked', text: t.whomTicked },
    { value: 'all', text: t.whomAll(formatNumber(candidates.length, language)) },
  ];
  return (
    <>
      <Checkboxes
        name="numbers"
        label={t.tick}
        options={options}
        values={typed.numbers}
        error={errorOf(errors, 'numbers')}
      />
      {candidates.length > 1 && <Radios name="whom" label={t.whom} inline options={whom} value={typed.whom} />}
    </>
  );
}

/** Of each who is chosen and below a language level: why they are found suitable. */
function BelowLevel({ page: { language }, candidates, below, typed, errors = [] }: SelectionProps) {
  const t = STAGE_TEXTS[language];
  const asked = candidates.filter(
    ({ id, number }) => below.has(id) && (typed.whom === 'all' || typed.numbers.includes(number)),
  );
  if (!candidates.some(({ id }) => below.has(id))) return null;
  return (
    <>
      <p>{t.belowLevelAsked}</p>
      {asked.map(({ number, name }) => (
        <TextArea
          key={number}
          name={levelField(number)}
          label={t.belowLevelWhy(`${name} · ${number}`)}
          hint={t.belowLevelHint}
          value={typed.levels[number]}
          rows={3}
          maxCharacters={MAX_LEVEL_REASON}
          error={errorOf(errors, levelField(number))}
          optional={!findsSuitable(typed.action)}
        />
      ))}
    </>
  );
}

function StepFields(props: SelectionProps) {
  const { page, organisation, typed, actions, errors = [] } = props;
  const { language } = page;
  const t = STAGE_TEXTS[language];
  const { stages, reasons } = organisation.selection;
  const invitable = stages.filter(({ invitation }) => invitation);
  return (
    <>
      <Radios
        name="action"
        label={t.step}
        options={actions.map((value) => ({ value, text: t.actions[value] }))}
        value={typed.action}
        error={errorOf(errors, 'action')}
      />
      {actions.includes('invite') && (
        <>
          <Select
            name="stage"
            label={t.stage}
            hint={t.stageHint}
            options={invitable.map(({ code, name }) => ({ value: code, text: name[language] }))}
            value={typed.stage}
            error={errorOf(errors, 'stage')}
          />
          <DateField
            name="due"
            label={t.dueOn1}
            hint={t.dueOnHint}
            value={typed.day}
            error={errorOf(errors, 'due')}
            optional
          />
        </>
      )}
      {actions.includes('not-retain') && (
        <Radios
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          options={reasons.map(({ code, name, told }) => ({
            value: code,
            text: name[language],
            hint: told[language],
          }))}
          value={typed.reason}
          error={errorOf(errors, 'reason')}
        />
      )}
      <BelowLevel {...props} />
      <TextArea name="note-en" label={t.noteEn} hint={t.noteHint} value={typed.note.en} lang="en" rows={3} optional />
      <TextArea name="note-fr" label={t.noteFr} value={typed.note.fr} lang="fr" rows={3} optional />
      <div class="actions">
        <SubmitButton name="do" value="preview">
          {t.preview}
        </SubmitButton>
      </div>
    </>
  );
}
