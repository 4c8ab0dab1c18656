import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DateField, datePartsIn } from '../../site/date-field.tsx';
import { errorOf, Select, TextArea, TextField } from '../../site/forms.tsx';
import type { TakenTrack } from './track-queries.ts';
import { caseAddress } from './case-address.ts';
import { levelName } from './clearance.ts';
import { CONDITIONS_TEXTS } from './conditions-texts.ts';
import { StepFormPage, type StepFormProps } from './step-form.tsx';
import { MAX_REASON, needsReason, type TrackAction } from './track.ts';

export type StepProps = StepFormProps & { organisation: Organisation; track: TakenTrack; action: TrackAction };

/** One step on a track: nothing is asked but what this step needs. */
export function StepPage(props: StepProps) {
  const { page, chosen, track, action } = props;
  const t = CONDITIONS_TEXTS[page.language];
  const { condition } = track;
  const notes = [t.notes[action], ...(condition.kind === 'medical' ? [t.medicalNote] : [])];
  return (
    <StepFormPage
      {...props}
      step={{ action: t.actions[action], of: condition.name[page.language], notes }}
      address={`${caseAddress(chosen)}/conditions/${condition.code}/${action}`}
      dayLabel={t.dayOf[action]}
      tone={action === 'fail' ? 'danger' : 'main'}
    >
      <StepFields {...props} />
    </StepFormPage>
  );
}

function StepFields({ page: { language }, organisation, track, action, typed, errors }: StepProps) {
  const t = CONDITIONS_TEXTS[language];
  const { condition } = track;
  const { levels } = organisation.clearances;
  const asksLevel = condition.kind === 'clearance' && levels.length > 0 && (action === 'begin' || action === 'meet');
  return (
    <>
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
