import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DateField, datePartsIn } from '../../site/date-field.tsx';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, Select, SubmitButton, TextArea, TextField, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice } from '../../site/parts.tsx';
import type { Chosen } from './appointment-queries.ts';
import type { TakenTrack } from './track-queries.ts';
import { caseAddress } from './case-address.ts';
import { levelName } from './clearance.ts';
import { CONDITIONS_TEXTS } from './conditions-texts.ts';
import { MAX_REASON, needsReason, type TrackAction } from './track.ts';

export type StepProps = {
  page: PageContext;
  chosen: Chosen;
  organisation: Organisation;
  track: TakenTrack;
  action: TrackAction;
  /** As it was typed, by the names of the fields. */
  typed: Readonly<Record<string, string>>;
  /** How many steps there were when the form was first shown. */
  seen: number;
  errors: FieldError[];
  problem?: string | undefined;
};

/** One step on a track: nothing is asked but what this step needs. */
export function StepPage(props: StepProps) {
  const { page, chosen, track, action, errors, problem } = props;
  const { language } = page;
  const t = CONDITIONS_TEXTS[language];
  const { condition } = track;
  const name = condition.name[language];
  const address = `/${language}${caseAddress(chosen)}`;
  return (
    <StaffLayout
      page={page}
      title={`${t.actions[action]}: ${name} – ${t.caseTitle(chosen.number, chosen.reference)}`}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={address}>{t.caseTitle(chosen.number, chosen.reference)}</BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <p class="eyebrow">
        <b>{chosen.reference}</b> {chosen.name} · {chosen.number}
      </p>
      <h1>
        {name}: {t.actions[action]}
      </h1>
      <p>{t.notes[action]}</p>
      {condition.kind === 'medical' && <p>{t.medicalNote}</p>}
      <form method="post" action={`${address}/conditions/${condition.code}/${action}`} novalidate>
        <StepFields {...props} />
        <p class="actions">
          <SubmitButton tone={action === 'fail' ? 'danger' : 'main'}>{t.keep}</SubmitButton>
        </p>
      </form>
    </StaffLayout>
  );
}

function StepFields({ page: { language }, organisation, track, action, typed, seen, errors }: StepProps) {
  const t = CONDITIONS_TEXTS[language];
  const { condition } = track;
  const { levels } = organisation.clearances;
  const asksLevel = condition.kind === 'clearance' && levels.length > 0 && (action === 'begin' || action === 'meet');
  return (
    <>
      <input type="hidden" name="seen" value={seen} />
      <DateField name="on" label={t.dayOf[action]} value={datePartsIn(typed, 'on')} error={errorOf(errors, 'on')} />
      {asksLevel && (
        <Select
          name="level"
          label={action === 'begin' ? t.levelAsked : t.levelGiven}
          options={levels.map(({ code }) => ({ value: code, text: levelName(code, organisation)[language] }))}
          value={typed['level']}
          error={errorOf(errors, 'level')}
        />
      )}
      {condition.kind === 'clearance' && action === 'begin' && (
        <TextField
          name="authority"
          label={t.authority}
          hint={t.authorityHint}
          value={typed['authority']}
          error={errorOf(errors, 'authority')}
        />
      )}
      {action === 'meet' && (
        <DateField
          name="until"
          label={t.validUntil}
          value={datePartsIn(typed, 'until')}
          error={errorOf(errors, 'until')}
        />
      )}
      {needsReason(condition, action) && (
        <TextArea
          name="reason"
          label={t.reason}
          value={typed['reason']}
          rows={4}
          maxCharacters={MAX_REASON}
          error={errorOf(errors, 'reason')}
        />
      )}
    </>
  );
}
