import type { Candidate } from '../../competition/candidate-queries.ts';
import { DataTable } from '../../site/data-table.tsx';
import { dateIn, formatInstantToMinute } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { SubmitButton } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { formatNumber } from '../../site/numbers.ts';
import { BackLink, EmptyState } from '../../site/parts.tsx';
import { NO_ANSWER, runsInto, slotOf, type Attendance, type Schedule, type Slot } from './invitation.ts';
import { StageLateWishes } from './late-wish-parts.tsx';
import { ScheduleForm, SlotsForm } from './staff-time-forms.tsx';
import { PeopleForm } from './staff-people-form.tsx';
import { addressOf, nameOf, type StageTimesProps } from './stage-times-props.ts';
import { countsOf, stageName } from './staff-stages-pages.tsx';
import { STAFF_INVITATION_TEXTS } from './staff-invitation-texts.ts';

/** The times of a stage, who has which, who has none, and who came. */
export function StageTimesPage(props: StageTimesProps) {
  const { page, reference, organisation, stage, schedule, candidates, errors } = props;
  const { language } = page;
  const t = STAFF_INVITATION_TEXTS[language];
  const title = t.stageTitle(stageName(organisation, stage.code, language), reference);
  return (
    <StaffLayout page={page} title={title} nav={page.actor?.links ?? []} inError={errors.length > 0}>
      <BackLink href={`/${language}/staff/vacancies/${reference}/invitations`}>{t.all}</BackLink>
      <ErrorSummary errors={errors} />
      <h1>{title}</h1>
      <p>{countsOf(props, language)}</p>
      {schedule ? <Times {...props} schedule={schedule} /> : stage.status !== 'closed' && <ScheduleForm {...props} />}
      <h2>{t.people}</h2>
      {candidates.length === 0 ? (
        <EmptyState title={t.nobody}>
          <p>{t.nobodyNote}</p>
          <p>
            <a href={`/${language}/staff/vacancies/${reference}/selection`}>{t.selection}</a>
          </p>
        </EmptyState>
      ) : (
        <>
          <People {...props} />
          <StageLateWishes {...props} />
          {schedule && <PeopleForm {...props} schedule={schedule} />}
        </>
      )}
      {schedule && stage.status !== 'closed' && <SlotsForm {...props} schedule={schedule} />}
      {schedule && stage.status !== 'closed' && <ScheduleForm {...props} />}
    </StaffLayout>
  );
}

type WithSchedule = StageTimesProps & { schedule: Schedule };

function Times(props: WithSchedule) {
  const { page, schedule, slots, deadlineZone } = props;
  const { language } = page;
  const t = STAFF_INVITATION_TEXTS[language];
  return (
    <>
      <h2>{t.times}</h2>
      {slots.length === 0 ? (
        <EmptyState title={t.noTimes}>
          <p>{t.noTimesNote}</p>
        </EmptyState>
      ) : (
        <SlotTable {...props} />
      )}
      {schedule.offeredAt ? (
        <p>{t.offered(dateIn(schedule.offeredAt, deadlineZone, language))}</p>
      ) : (
        <>
          <p>{t.notOffered}</p>
          {slots.length > 0 && (
            <form method="post" action={`${addressOf(props)}/offer`}>
              <p>{t.offerNote}</p>
              <div class="actions">
                <SubmitButton>{t.offer}</SubmitButton>
              </div>
            </form>
          )}
        </>
      )}
    </>
  );
}

function SlotTable(props: WithSchedule) {
  const { page, schedule, slots, candidates, attendances, now } = props;
  const { language } = page;
  const t = STAFF_INVITATION_TEXTS[language];
  const holders = (slot: Slot) =>
    candidates.filter(({ applicationId }) => attendances.get(applicationId)?.slotId === slot.id).map(nameOf);
  const placesOf = ({ taken, capacity }: Slot) =>
    capacity === null
      ? formatNumber(taken, language)
      : t.placesOf(formatNumber(taken, language), formatNumber(capacity, language));
  const actionFor = (slot: Slot, time: string) =>
    slot.startsAt > now && slot.cancelReason === null ? (
      <a href={`${addressOf(props)}/times/${slot.id}/cancellation`}>
        {t.cancel}
        <span class="hidden"> {time}</span>
      </a>
    ) : (
      '–'
    );
  return (
    <DataTable
      caption={t.times}
      hiddenCaption
      columns={[
        { heading: t.at, rowHeader: true },
        { heading: t.places, numeric: true },
        { heading: t.who },
        { heading: t.action },
      ]}
      rows={slots.map((slot) => {
        const time = formatInstantToMinute(slot.startsAt, schedule.zone, language);
        const who = slot.cancelReason === null ? holders(slot).join(', ') || '–' : t.cancelled(slot.cancelReason);
        return { key: slot.id, cells: [time, placesOf(slot), who, actionFor(slot, time)] };
      })}
    />
  );
}

function People(props: StageTimesProps) {
  const { page, candidates, attendances } = props;
  const t = STAFF_INVITATION_TEXTS[page.language];
  return (
    <DataTable
      caption={t.people}
      hiddenCaption
      columns={[
        { heading: t.candidate, rowHeader: true },
        { heading: t.at },
        { heading: t.answer },
        { heading: t.arrangement },
      ]}
      rows={candidates.map((candidate) => {
        const attendance = attendances.get(candidate.applicationId) ?? NO_ANSWER;
        return {
          key: candidate.number,
          cells: [
            `${nameOf(candidate)} · ${candidate.number}`,
            timeOf(attendance, props),
            <Answered {...props} {...{ candidate, attendance }} />,
            <Arranged {...props} {...{ candidate, attendance }} />,
          ],
        };
      })}
    />
  );
}

function timeOf(attendance: Attendance, { slots, schedule, page }: StageTimesProps): string {
  const slot = slotOf({ slots, attendance });
  return slot && schedule ? formatInstantToMinute(slot.startsAt, schedule.zone, page.language) : '–';
}

type OneProps = StageTimesProps & { candidate: Candidate; attendance: Attendance };

function Answered(props: OneProps) {
  const { page, reference, candidate, attendance } = props;
  const t = STAFF_INVITATION_TEXTS[page.language];
  const { outcome, request, reply } = attendance;
  if (outcome)
    return (
      <>
        {t.outcomeWas(t.outcomes[outcome.kind], outcome.reason)}{' '}
        {outcome.kind === 'absent' && (
          <a
            href={`/${page.language}/staff/vacancies/${reference}/selection?position=invited&number=${candidate.number}`}
          >
            {t.selection}
            <span class="hidden"> {nameOf(candidate)}</span>
          </a>
        )}
      </>
    );
  if (!request) return <>{t.replies[reply]}</>;
  return (
    <>
      {t.asksFor(request.reason)}{' '}
      <a href={`${addressOf(props)}/people/${candidate.number}/answer`}>
        {t.answerLink}
        <span class="hidden"> {nameOf(candidate)}</span>
      </a>
    </>
  );
}

/** What is to be arranged, in neutral words; never what was asked for, or why. */
function Arranged({ page, candidate, attendance, arrangements, slots, schedule }: OneProps) {
  const t = STAFF_INVITATION_TEXTS[page.language];
  const arrangement = arrangements.get(candidate.applicationId);
  if (!arrangement) return <>–</>;
  const slot = slotOf({ slots, attendance });
  const into = slot && attendance.extraMinutes > 0 ? runsInto(slot, attendance.extraMinutes, slots) : undefined;
  const told = [
    arrangement.words,
    ...(attendance.extraMinutes > 0 ? [t.extra(formatNumber(attendance.extraMinutes, page.language))] : []),
    ...(into && schedule ? [t.into(formatInstantToMinute(into.startsAt, schedule.zone, page.language))] : []),
  ];
  return <>{told.join(' · ')}</>;
}
