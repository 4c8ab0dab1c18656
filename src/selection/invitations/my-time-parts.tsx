import type { Language } from '../../platform/language.ts';
import { formatInstantToMinute } from '../../site/dates.ts';
import { fieldId } from '../../site/field.tsx';
import { Radios, SubmitButton, TextArea } from '../../site/forms.tsx';
import { Instant } from '../../site/instant.tsx';
import { plural } from '../../site/numbers.ts';
import { Notice } from '../../site/parts.tsx';
import type { PlannedStage } from '../plan/stage-plan.ts';
import { INVITATION_TEXTS } from './invitation-texts.ts';
import { MAX_REASON, mustAsk, openSlots, slotOf, type Invited, type Slot } from './invitation.ts';
import { LATE_WISH_TEXTS } from './late-wish-texts.ts';
import { isKept, type LateWish } from './late-wish.ts';
import { MeetingLink } from './meeting-link.tsx';

type TimeProps = {
  language: Language;
  invited: Invited;
  stage: PlannedStage;
  number: string;
  ownZone: string | undefined;
  now: Date;
};

/** An instant in the zone of the stage and in the reader's: the chosen one, or that of their clock where there is JavaScript. */
function BothZones({
  at,
  zone,
  ownZone,
  language,
}: {
  at: Date;
  zone: string;
  ownZone: string | undefined;
  language: Language;
}) {
  if (ownZone === undefined) return <Instant at={at} zone={zone} toMinute />;
  const t = INVITATION_TEXTS[language];
  return (
    <span class="instant">
      <time datetime={at.toISOString()}>{formatInstantToMinute(at, zone, language)}</time>
      {ownZone !== zone && <small> {t.yourClock(formatInstantToMinute(at, ownZone, language))}</small>}
    </span>
  );
}

/** What somebody has answered, and the time they have. */
export function OwnTime(props: TimeProps) {
  const { language, invited, stage, number, ownZone } = props;
  const t = INVITATION_TEXTS[language];
  const { attendance, schedule } = invited;
  const slot = slotOf(invited);
  return (
    <>
      {slot ? (
        <Notice tone="success" title={t.yourTime}>
          <p>
            <BothZones at={slot.startsAt} zone={schedule.zone} ownZone={ownZone} language={language} />
          </p>
          <p>{lengthOf(slot, attendance.extraMinutes, language)}</p>
          <Where slot={slot} language={language} />
          <CalendarLinks number={number} stage={stage.code} language={language} />
        </Notice>
      ) : (
        <Notice title={attendance.reply === 'declined' ? t.declined : t.waiting}>
          {attendance.reply === 'declined' && <p>{t.declinedNote}</p>}
        </Notice>
      )}
      {attendance.request && <Notice title={t.asked} />}
      {attendance.answer && (
        <Notice title={t.answer}>
          <p class="as-typed">{attendance.answer}</p>
        </Notice>
      )}
      {attendance.outcome && (
        <p>
          <b>{t[attendance.outcome.kind]}</b> {attendance.outcome.kind === 'absent' && t.absentNote}
        </p>
      )}
    </>
  );
}

function lengthOf({ minutes }: Slot, extra: number, language: Language): string {
  const t = INVITATION_TEXTS[language];
  const length = plural(minutes, t.lasts, language);
  return extra === 0 ? length : `${length} · ${plural(extra, t.lastsLonger, language)}`;
}

function Where({ slot, language }: { slot: Slot; language: Language }) {
  const place = slot.place[language];
  return (
    <>
      {place && <p>{place}</p>}
      {slot.link && (
        <p>
          <MeetingLink href={slot.link} language={language} />
        </p>
      )}
    </>
  );
}

function CalendarLinks({ number, stage, language }: { number: string; stage: string; language: Language }) {
  const t = INVITATION_TEXTS[language];
  const to = (other: Language) => `/${other}/my/applications/${number}/invitations/${stage}/calendar.ics`;
  return (
    <ul class="links" aria-label={t.calendar}>
      <li>
        <a href={to('en')} download>
          {t.calendarEn}
        </a>
      </li>
      <li>
        <a href={to('fr')} download>
          {t.calendarFr}
        </a>
      </li>
    </ul>
  );
}

type Problem = { field: string; message: string; reason: string };

function isOver({ invited, now }: TimeProps): boolean {
  const { attendance, closed, schedule } = invited;
  const slot = slotOf(invited);
  const isPast = slot !== undefined && slot.startsAt <= now;
  return closed || schedule.offeredAt === null || isPast || attendance.outcome !== undefined;
}

const mayAsk = (props: TimeProps): boolean =>
  !isOver(props) &&
  !props.invited.attendance.request &&
  (mustAsk(props.invited, props.now) || openSlots(props.invited.slots, props.now).length === 0);

type NotSentProps = TimeProps & { problem: Problem | undefined; late: readonly LateWish[] };

/** What somebody wrote of a request that was refused, where there is no form for it any more and it is not kept either. */
export function NotSent({ problem, late, ...props }: NotSentProps) {
  const field = `reason-${props.stage.code}`;
  const words = problem?.field === field ? problem.reason.trim() : '';
  if (words === '' || isKept(words, late) || mayAsk(props)) return null;
  return (
    <div id={fieldId(field)} tabindex={-1}>
      <Notice tone="warning" title={LATE_WISH_TEXTS[props.language].notSent}>
        <p class="as-typed">{words}</p>
      </Notice>
    </div>
  );
}

/** What can be done from here: a time chosen, confirmed or changed, another asked for, or none at all. */
export function AnswerForms(props: TimeProps & { problem: Problem | undefined }) {
  const { invited, now } = props;
  const { attendance } = invited;
  if (isOver(props)) return null;
  return (
    <>
      {!mustAsk(invited, now) && <ChoiceForm {...props} />}
      {mayAsk(props) && <RequestForm {...props} />}
      {attendance.reply !== 'declined' && <RefusalForm {...props} />}
    </>
  );
}

const actionOf = ({ language, number, stage }: TimeProps, act: string) =>
  `/${language}/my/applications/${number}/invitations/${stage.code}/${act}`;

const ZoneKept = ({ ownZone }: TimeProps) => <input type="hidden" name="zone" value={ownZone ?? ''} />;

function ChoiceForm(props: TimeProps & { problem: Problem | undefined }) {
  const { language, invited, stage, ownZone, now, problem } = props;
  const t = INVITATION_TEXTS[language];
  const { schedule, attendance } = invited;
  const free = openSlots(invited.slots, now).filter(({ id }) => id !== attendance.slotId);
  const held = attendance.reply === 'confirmed';
  const until = (at: Date) => formatInstantToMinute(at, schedule.zone, language);
  const told =
    schedule.kind === 'one-time' ? t.confirmBy(until(schedule.chooseBy)) : t.chooseBy(until(schedule.chooseBy));
  if (free.length === 0) return held ? null : <p>{t.noSlots}</p>;
  const field = `slot-${stage.code}`;
  const only = schedule.kind === 'one-time' ? t.confirm : t.choose;
  return (
    <form method="post" action={actionOf(props, 'time')} novalidate>
      <ZoneKept {...props} />
      <Radios
        name={field}
        label={held ? t.change : t.slots}
        hint={held ? t.changeBy(until(schedule.changeBy)) : told}
        options={free.map((slot) => ({
          value: slot.id,
          text: <BothZones at={slot.startsAt} zone={schedule.zone} ownZone={ownZone} language={language} />,
          hint: [lengthOf(slot, attendance.extraMinutes, language), slot.place[language]].filter(Boolean).join(' · '),
        }))}
        value={free.length === 1 ? free[0]?.id : undefined}
        error={problem?.field === field ? problem.message : undefined}
      />
      <div class="actions">
        <SubmitButton>{held ? t.changeButton : only}</SubmitButton>
      </div>
    </form>
  );
}

function RequestForm(props: TimeProps & { problem: Problem | undefined }) {
  const { language, invited, stage, problem } = props;
  const t = INVITATION_TEXTS[language];
  const field = `reason-${stage.code}`;
  return (
    <form method="post" action={actionOf(props, 'request')} novalidate>
      <p>{invited.attendance.reply === 'confirmed' ? t.askNote : t.askLateNote}</p>
      <ZoneKept {...props} />
      <TextArea
        name={field}
        label={t.reason}
        value={problem?.field === field ? problem.reason : ''}
        rows={3}
        maxCharacters={MAX_REASON}
        error={problem?.field === field ? problem.message : undefined}
      />
      <div class="actions">
        <SubmitButton>{t.ask}</SubmitButton>
      </div>
    </form>
  );
}

function RefusalForm(props: TimeProps) {
  const t = INVITATION_TEXTS[props.language];
  return (
    <details>
      <summary>{t.cannot}</summary>
      <p>{t.cannotNote}</p>
      <form method="post" action={actionOf(props, 'refusal')}>
        <ZoneKept {...props} />
        <div class="actions">
          <SubmitButton tone="danger">{t.decline}</SubmitButton>
        </div>
      </form>
    </details>
  );
}
