import { DateField, datePartsIn } from '../../site/date-field.tsx';
import { errorOf, Radios, Select, SubmitButton, TextField } from '../../site/forms.tsx';
import { isFixed, SCHEDULE_KINDS, type Schedule } from './invitation.ts';
import { shownInstant, ZONES } from './schedule-form.ts';
import { addressOf, type StageTimesProps } from './stage-times-props.ts';
import { STAFF_INVITATION_TEXTS } from './staff-invitation-texts.ts';

type Shown = Readonly<Record<string, string>>;

/** Until when people choose, in which zone, and whether there is one time or slots. */
export function ScheduleForm(props: StageTimesProps) {
  const { page, schedule, fields, errors, deadlineZone } = props;
  const t = STAFF_INVITATION_TEXTS[page.language];
  const stored = schedule ? storedFields(schedule) : { zone: deadlineZone, kind: 'slots' };
  const shown: Shown = fields['zone'] === undefined ? stored : fields;
  const zones = ZONES.map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') }));
  return (
    <form method="post" action={`${addressOf(props)}/schedule`} novalidate>
      <h2>{t.schedule}</h2>
      {!(schedule && isFixed(schedule, props.slots)) && (
        <>
          <Radios
            name="kind"
            label={t.kind}
            options={SCHEDULE_KINDS.map((value) => ({ value, text: t.kinds[value] }))}
            value={shown['kind']}
          />
          <Select
            name="zone"
            label={t.zone}
            hint={t.zoneHint}
            options={zones}
            value={shown['zone']}
            error={errorOf(errors, 'zone')}
          />
        </>
      )}
      <DateField
        name="choose"
        label={t.chooseDay}
        value={datePartsIn(shown, 'choose')}
        error={errorOf(errors, 'choose')}
      />
      <TimeField name="choose-time" label={t.chooseTime} {...{ props, shown }} />
      <DateField
        name="change"
        label={t.changeDay}
        value={datePartsIn(shown, 'change')}
        error={errorOf(errors, 'change')}
      />
      <TimeField name="change-time" label={t.changeTime} {...{ props, shown }} />
      <div class="actions">
        <SubmitButton>{t.saveSchedule}</SubmitButton>
      </div>
    </form>
  );
}

const storedFields = ({ kind, zone, chooseBy, changeBy }: Schedule): Shown => ({
  kind,
  zone,
  ...shownInstant('choose', chooseBy, zone),
  ...shownInstant('change', changeBy, zone),
});

type FieldOf = { name: string; label: string; hint?: string; props: StageTimesProps; shown: Shown };

function TimeField({ name, label, props, shown }: FieldOf) {
  const t = STAFF_INVITATION_TEXTS[props.page.language];
  const error = errorOf(props.errors, name);
  return <TextField name={name} label={label} hint={t.timeHint} value={shown[name]} width="short" error={error} />;
}

function NumberField({ name, label, props, shown }: FieldOf) {
  const error = errorOf(props.errors, name);
  return <TextField name={name} label={label} inputmode="numeric" value={shown[name]} width="short" error={error} />;
}

/** Times one after the other, or the one that is for everybody. */
export function SlotsForm(props: StageTimesProps & { schedule: Schedule }) {
  const { page, schedule, slots, fields, errors } = props;
  const t = STAFF_INVITATION_TEXTS[page.language];
  const one = schedule.kind === 'one-time';
  if (one && slots.some(({ cancelReason }) => cancelReason === null)) return null;
  const shown: Shown = { minutes: '45', count: '6', pause: '15', capacity: '1', ...fields };
  const given = { props, shown };
  return (
    <form method="post" action={`${addressOf(props)}/times`} novalidate>
      <h2>{one ? t.addTime : t.addSlots}</h2>
      <DateField name="first" label={t.first} value={datePartsIn(shown, 'first')} error={errorOf(errors, 'first')} />
      <TimeField name="first-time" label={t.firstTime} {...given} />
      <NumberField name="minutes" label={t.minutes} {...given} />
      {!one && (
        <>
          <NumberField name="count" label={t.count} {...given} />
          <NumberField name="pause" label={t.pause} {...given} />
          <NumberField name="capacity" label={t.capacity} {...given} />
        </>
      )}
      <TextField
        name="place-en"
        label={t.placeEn}
        hint={t.placeHint}
        value={shown['place-en']}
        lang="en"
        error={errorOf(errors, 'place-en')}
        optional
      />
      <TextField name="place-fr" label={t.placeFr} value={shown['place-fr']} lang="fr" optional />
      <TextField
        name="link"
        label={t.meeting}
        hint={t.meetingHint}
        value={shown['link']}
        type="url"
        error={errorOf(errors, 'link')}
        optional
      />
      <div class="actions">
        <SubmitButton>{t.add}</SubmitButton>
      </div>
    </form>
  );
}
