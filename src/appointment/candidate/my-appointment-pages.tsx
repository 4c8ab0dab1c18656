import { titleIn } from '../../applications/application.ts';
import { formatNumber, plural } from '../../site/numbers.ts';
import { Breakable } from '../../site/breakable.tsx';
import { civilDayIn, formatDate } from '../../site/dates.ts';
import { fieldId } from '../../site/field.tsx';
import { EmptyState, Facts, Notice, Why } from '../../site/parts.tsx';
import { MyApplicationFrame } from '../../selection/my-application-frame.tsx';
import { myContractAddress } from '../calendar/contract-address.ts';
import { CONTRACT_TEXTS } from '../calendar/contract-texts.ts';
import { isSettled } from '../conditions/track.ts';
import { myOfferAddress } from '../offer/offer-address.ts';
import { APPOINTING_TEXTS } from '../appointing/appointing-texts.ts';
import { goesOn, missingFrom } from './condition-document.ts';
import { fileFieldOf } from './my-appointment-address.ts';
import type { MyAppointmentProps, OwnCase } from './my-appointment-props.ts';
import { MY_APPOINTMENT_TEXTS } from './my-appointment-texts.ts';
import { MyTrackSection } from './my-track-section.tsx';

/** How far somebody's appointments are, what is needed from them, and what they have sent. */
export function MyAppointmentPage(props: MyAppointmentProps) {
  const { page, number, cases, errors, problem } = props;
  const t = MY_APPOINTMENT_TEXTS[page.language];
  return (
    <MyApplicationFrame {...{ page, number, errors, problem }} title={t.title} back={t.back}>
      {cases.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNote}</p>
        </EmptyState>
      ) : (
        <>
          {cases.map((one) => (
            <CasePart key={one.chosen.reference} {...props} one={one} />
          ))}
          <WhoSees {...props} />
        </>
      )}
    </MyApplicationFrame>
  );
}

function CasePart(props: MyAppointmentProps & { one: OwnCase }) {
  const { page, one } = props;
  const { language } = page;
  const t = MY_APPOINTMENT_TEXTS[language];
  const { chosen, tracks } = one;
  const title = titleIn(chosen.title, language);
  const startsOn = chosen.appointment?.startsOn;
  const figure = (count: number) => formatNumber(count, language);
  return (
    <section aria-labelledby={`post-${chosen.reference}`}>
      <h2 id={`post-${chosen.reference}`}>
        {chosen.reference}{' '}
        <span lang={title.language}>
          <Breakable text={title.text} />
        </span>
      </h2>
      <Facts
        facts={[
          { term: t.firstDay, value: startsOn ? formatDate(startsOn, language) : t.notPlanned },
          { term: t.settled, value: t.of(figure(tracks.filter(isSettled).length), figure(tracks.length)) },
        ]}
      />
      <p>
        <a href={`/${language}${myOfferAddress(props.number)}`}>{t.offer}</a>
      </p>
      {chosen.appointment?.appointedAt && (
        <p>
          <a href={`/${language}${myContractAddress(props.number)}`}>{CONTRACT_TEXTS[language].mine.link}</a>
        </p>
      )}
      <Standing {...props} />
      {tracks.map((track) => (
        <MyTrackSection key={track.condition.code} {...props} track={track} />
      ))}
    </section>
  );
}

/** Whether something is needed now, and where on the page; or that the appointment does not go on. */
function Standing({ page: { language }, number, one }: MyAppointmentProps & { one: OwnCase }) {
  const t = MY_APPOINTMENT_TEXTS[language];
  const { chosen, tracks, documents } = one;
  const { reference, appointment, zone } = chosen;
  if (appointment?.endedAt)
    return (
      <Notice tone="warning" title={t.ended(formatDate(civilDayIn(appointment.endedAt, zone), language))}>
        <p>
          {t.endedNote} <a href={`/${language}/my/applications/${number}/messages`}>{t.messages}</a>
        </p>
      </Notice>
    );
  if (appointment?.appointedAt) {
    const { made, madeNote } = APPOINTING_TEXTS[language].candidate;
    return (
      <Notice tone="success" title={made(formatDate(appointment.startsOn ?? '', language))}>
        <p>{madeNote}</p>
      </Notice>
    );
  }
  if (!goesOn(chosen))
    return (
      <Notice tone="warning" title={t.gone}>
        <p>{t.goneNote}</p>
      </Notice>
    );
  const missing = tracks.flatMap((track) =>
    missingFrom(track, documents).map(({ code: item, name }) => ({ condition: track.condition.code, item, name })),
  );
  if (missing.length === 0)
    return (
      <Notice tone="success" title={t.nothingNeeded}>
        <p>{t.nothingNeededNote}</p>
      </Notice>
    );
  return (
    <Notice tone="warning" title={t.needed}>
      <ul>
        {missing.map(({ name, ...place }) => (
          <li key={`${place.condition} ${place.item}`}>
            <a href={`#${fieldId(fileFieldOf(reference, place))}`}>{name[language]}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Who opens what is sent, and for how long it is kept. */
function WhoSees({ page: { language }, organisation }: MyAppointmentProps) {
  const t = MY_APPOINTMENT_TEXTS[language];
  const { keptDays, source } = organisation.appointment.conditionDocuments;
  return (
    <Notice tone="plain" title={t.whoSees}>
      <p>{t.whoSeesNote}</p>
      <p>{keptDays === null ? t.keptOpen : plural(keptDays, t.kept, language)}</p>
      <Why about={t.whoSees}>
        <p>{source[language]}</p>
      </Why>
    </Notice>
  );
}
