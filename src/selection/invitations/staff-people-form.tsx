import type { Candidate } from '../../competition/candidate-queries.ts';
import { formatInstantToMinute } from '../../site/dates.ts';
import { Checkboxes, errorOf, Radios, Select, SubmitButton, TextArea, TextField } from '../../site/forms.tsx';
import { MAX_REASON, openSlots, OUTCOMES, type Schedule, type Slot } from './invitation.ts';
import { addressOf, nameOf, type StageTimesProps } from './stage-times-props.ts';
import { STAFF_INVITATION_TEXTS } from './staff-invitation-texts.ts';

/** One thing for all that are ticked: a time, whether they came, or more minutes by an arrangement. */
export function PeopleForm(props: StageTimesProps & { schedule: Schedule }) {
  const { page, schedule, slots, candidates, attendances, numbers, fields, errors } = props;
  const { language } = page;
  const t = STAFF_INVITATION_TEXTS[language];
  const timeOf = ({ startsAt }: Slot) => formatInstantToMinute(startsAt, schedule.zone, language);
  const slotIdOf = ({ applicationId }: Candidate) => attendances.get(applicationId)?.slotId;
  const held = slots.filter(({ id }) => candidates.some((candidate) => slotIdOf(candidate) === id));
  const hintOf = (candidate: Candidate) => {
    const slot = slots.find(({ id }) => id === slotIdOf(candidate));
    return slot ? timeOf(slot) : t.noTime;
  };
  return (
    <form method="post" action={`${addressOf(props)}/people`} novalidate>
      <Checkboxes
        name="numbers"
        label={t.tick}
        options={candidates.map((candidate) => ({
          value: candidate.number,
          text: `${nameOf(candidate)} · ${candidate.number}`,
          hint: hintOf(candidate),
        }))}
        values={[...numbers]}
        error={errorOf(errors, 'numbers')}
      />
      <Select
        name="of"
        label={t.orOf}
        options={[...held.map((slot) => ({ value: slot.id, text: timeOf(slot) })), { value: 'none', text: t.ofNone }]}
        value={fields['of']}
        optional
      />
      <Radios
        name="do"
        label={t.doWhat}
        options={[
          { value: 'place', text: t.doPlace },
          { value: 'outcome', text: t.doOutcome, hint: t.outcomeNote },
          { value: 'minutes', text: t.doMinutes, hint: t.minutesNote },
        ]}
        value={fields['do']}
        error={errorOf(errors, 'do')}
      />
      <Details {...props} />
      <div class="actions">
        <SubmitButton>{t.apply}</SubmitButton>
      </div>
    </form>
  );
}

function Details({ page: { language }, slots, schedule, now, fields, errors }: Parameters<typeof PeopleForm>[0]) {
  const t = STAFF_INVITATION_TEXTS[language];
  return (
    <>
      <Select
        name="slot"
        label={t.slot}
        options={openSlots(slots, now).map(({ id, startsAt }) => ({
          value: id,
          text: formatInstantToMinute(startsAt, schedule.zone, language),
        }))}
        value={fields['slot']}
        error={errorOf(errors, 'slot')}
        optional
      />
      <Select
        name="outcome"
        label={t.outcome}
        options={OUTCOMES.map((value) => ({ value, text: t.outcomes[value] }))}
        value={fields['outcome']}
        optional
      />
      <TextArea
        name="outcome-reason"
        label={t.outcomeReason}
        value={fields['outcome-reason']}
        rows={2}
        maxCharacters={MAX_REASON}
        error={errorOf(errors, 'outcome-reason')}
        optional
      />
      <TextField
        name="minutes-more"
        label={t.minutesMore}
        inputmode="numeric"
        value={fields['minutes-more']}
        width="short"
        error={errorOf(errors, 'minutes-more')}
        optional
      />
    </>
  );
}
