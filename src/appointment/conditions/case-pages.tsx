import { titleIn } from '../../applications/application.ts';
import { Breakable } from '../../site/breakable.tsx';
import { DateField } from '../../site/date-field.tsx';
import { civilDayIn, formatDate } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Facts, Notice } from '../../site/parts.tsx';
import { AppointingPart } from '../appointing/appointing-part.tsx';
import { contractAddress } from '../calendar/contract-address.ts';
import { CONTRACT_TEXTS } from '../calendar/contract-texts.ts';
import type { Chosen } from './appointment-queries.ts';
import { isUnderWay, MAX_END_REASON } from './appointment.ts';
import { caseAddress } from './case-address.ts';
import type { CaseProps } from './case-props.ts';
import { CONDITIONS_TEXTS } from './conditions-texts.ts';
import { offerAddress } from '../offer/offer-address.ts';
import { OFFER_TEXTS } from '../offer/offer-texts.ts';
import { handOverAddress } from '../hand-over/hand-over-address.ts';
import { HAND_OVER_TEXTS } from '../hand-over/hand-over-texts.ts';
import { TrackSection } from './track-section.tsx';

/** One appointment with its tracks side by side: how far each is, what it asks for, and what its reader may do. */
export function CasePage(props: CaseProps) {
  const { page, chosen, errors, problem, tracks } = props;
  const { language } = page;
  const t = CONDITIONS_TEXTS[language];
  const { appointment } = chosen;
  const title = titleIn(chosen.title, language);
  return (
    <StaffLayout
      page={page}
      title={t.caseTitle(chosen.number, chosen.reference)}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={`/${language}/staff/appointments`}>{t.back}</BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <p class="eyebrow">
        <b>{chosen.reference}</b>{' '}
        <span lang={title.language}>
          <Breakable text={title.text} />
        </span>
      </p>
      <h1>
        {chosen.name} · {chosen.number}
      </h1>
      {props.mayReadApplication && (
        <p>
          <a href={`/${language}/staff/applications/${chosen.number}`}>{t.seeApplication}</a>
        </p>
      )}
      {appointment && props.mayReadOffers && (
        <p>
          <a href={`/${language}${offerAddress(chosen)}`}>{OFFER_TEXTS[language].link}</a>
        </p>
      )}
      {appointment?.appointedAt && props.mayReadContracts && (
        <p>
          <a href={`/${language}${contractAddress(chosen)}`}>{CONTRACT_TEXTS[language].link}</a>
        </p>
      )}
      {appointment && props.mayReadHandOver && (
        <p>
          <a href={`/${language}${handOverAddress(chosen)}`}>{HAND_OVER_TEXTS[language].link}</a>
        </p>
      )}
      {appointment ? <Under {...props} /> : <ToBegin {...props} />}
      {appointment && tracks.map((track) => <TrackSection key={track.condition.code} {...props} track={track} />)}
      {isUnderWay(appointment) && props.mayArrange && <Arranging {...props} />}
    </StaffLayout>
  );
}

function ToBegin({ page: { language }, chosen, mayArrange }: CaseProps) {
  const t = CONDITIONS_TEXTS[language];
  return (
    <>
      <Notice title={t.toBegin}>
        <p>{t.beginNote}</p>
      </Notice>
      {mayArrange && (
        <form method="post" action={`/${language}${caseAddress(chosen)}`}>
          <p class="actions">
            <SubmitButton>{t.begin}</SubmitButton>
          </p>
        </form>
      )}
    </>
  );
}

function Under(props: CaseProps) {
  const { page, chosen, tracks, before } = props;
  const { language } = page;
  const t = CONDITIONS_TEXTS[language];
  const { appointment, zone } = chosen;
  if (!appointment) return null;
  const { startsOn, begunAt, begunByName, endedAt, endReason } = appointment;
  const isOpen = ({ condition }: (typeof tracks)[number]) =>
    before.some((one) => one.kind === 'condition' && one.obstacle.condition.code === condition.code);
  const settled = tracks.filter((track) => !isOpen(track));
  return (
    <>
      <Facts
        facts={[
          { term: t.firstDay, value: startsOn ? formatDate(startsOn, language) : t.notPlanned },
          { term: t.met, value: t.metOf(String(settled.length), String(tracks.length)) },
        ]}
      />
      <p>{t.begunOn(formatDate(civilDayIn(begunAt, zone), language), begunByName)}</p>
      {endedAt ? (
        <Notice tone="warning" title={`${t.ended} (${formatDate(civilDayIn(endedAt, zone), language)})`}>
          <p>{endReason}</p>
        </Notice>
      ) : (
        <AppointingPart {...props} />
      )}
    </>
  );
}

function Arranging({ page: { language }, chosen, typedDay, errors }: CaseProps) {
  const t = CONDITIONS_TEXTS[language];
  const address = `/${language}${caseAddress(chosen)}`;
  const [year = '', month = '', day = ''] = (chosen.appointment?.startsOn ?? '').split('-');
  return (
    <section>
      <h2>{t.planDay}</h2>
      <form method="post" action={`${address}/first-day`} novalidate>
        <input type="hidden" name="version" value={chosen.appointment?.version} />
        <DateField
          name="day"
          label={t.firstDay}
          hint={t.dayHint}
          value={typedDay ?? { day, month, year }}
          error={errorOf(errors, 'day')}
        />
        <p class="actions">
          <SubmitButton>{t.planButton}</SubmitButton>
        </p>
      </form>
      <p>
        <a href={`${address}/ending`}>{t.end}</a>
      </p>
    </section>
  );
}

type EndingProps = {
  page: PageContext;
  chosen: Chosen;
  reason: string;
  /** Of the appointment when the form was first shown. */
  version: number | undefined;
  errors: FieldError[];
};

/** Ends what leads to no appointment: nothing is asked but the reason. */
export function EndingPage({ page, chosen, reason, version, errors }: EndingProps) {
  const { language } = page;
  const t = CONDITIONS_TEXTS[language];
  const address = `/${language}${caseAddress(chosen)}`;
  return (
    <StaffLayout
      page={page}
      title={`${t.end}: ${t.caseTitle(chosen.number, chosen.reference)}`}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={address}>{t.caseTitle(chosen.number, chosen.reference)}</BackLink>
      <ErrorSummary errors={errors} />
      <p class="eyebrow">
        <b>{chosen.reference}</b>
      </p>
      <h1>{t.end}</h1>
      <p>{t.endNote}</p>
      <form method="post" action={`${address}/ending`} novalidate>
        <input type="hidden" name="version" value={version} />
        <TextArea
          name="reason"
          label={t.endReason}
          hint={t.endReasonHint}
          value={reason}
          rows={4}
          maxCharacters={MAX_END_REASON}
          error={errorOf(errors, 'reason')}
        />
        <p class="actions">
          <SubmitButton tone="danger">{t.endButton}</SubmitButton>
        </p>
      </form>
    </StaffLayout>
  );
}
