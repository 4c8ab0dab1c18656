import type { Language } from '../../platform/language.ts';
import type { WorkingDays } from '../../regulations/organisation/organisation.ts';
import { formatSpan } from '../../regulations/contracts/contract-texts.ts';
import { formatDate } from '../../site/dates.ts';
import { formatNumber } from '../../site/numbers.ts';
import { colon } from '../../site/punctuation.ts';
import { SummaryList, Tag, Why, type SummaryRow, type Tone } from '../../site/parts.tsx';
import { isUnderWay } from '../conditions/appointment.ts';
import { clearanceOf } from '../conditions/clearance.ts';
import { neededLevel, statedLevel } from '../conditions/clearance-rows.tsx';
import { CONDITIONS_TEXTS } from '../conditions/conditions-texts.ts';
import { clockOf, holdsUntil, type Clock } from '../conditions/track-clock.ts';
import type { TakenTrack } from '../conditions/track-queries.ts';
import { isSettled, stateOf, type TrackState } from '../conditions/track.ts';
import { verificationState, type VerifiedPart } from '../verification/verification.ts';
import type { MyTrackProps } from './my-appointment-props.ts';
import { MY_APPOINTMENT_TEXTS } from './my-appointment-texts.ts';
import { SendingPart } from './sending-part.tsx';

const TONES: Record<TrackState, Tone> = {
  'to-begin': 'plain',
  'under-way': 'info',
  met: 'success',
  'not-met': 'warning',
  waived: 'success',
};

/** One condition for who waits for it: where it stands, how long it takes, what is needed from them and what they sent. */
export function MyTrackSection(props: MyTrackProps) {
  const { page, one, track, organisation } = props;
  const { language } = page;
  const t = MY_APPOINTMENT_TEXTS[language];
  const { condition } = track;
  const name = condition.name[language];
  const state = stateOf(track);
  const id = `condition-${one.chosen.reference}-${condition.code}`;
  const isLate = clockOf(track, one.today, organisation.workingDays).isLate && isUnderWay(one.chosen.appointment);
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {name} <Tag tone={TONES[state]}>{t.states[state]}</Tag>
      </h3>
      <p>
        {t.stateNotes[state]} {isLate && t.late}
      </p>
      <SummaryList
        rows={[
          ...rowsOf(props),
          ...(condition.kind === 'verification' ? verified(props) : []),
          ...(condition.kind === 'clearance' ? clearance(props) : []),
        ]}
      />
      <Sources language={language} track={track} />
      {condition.kind === 'medical' ? <p>{t.medical}</p> : <SendingPart {...props} />}
    </section>
  );
}

function rowsOf({ page: { language }, one, track, organisation }: MyTrackProps): SummaryRow[] {
  const t = MY_APPOINTMENT_TEXTS[language];
  const { condition } = track;
  const clock = clockOf(track, one.today, organisation.workingDays);
  return [
    ...(condition.givenBy ? [{ term: t.givenBy, value: condition.givenBy[language] }] : []),
    { term: t.office, value: CONDITIONS_TEXTS[language].offices[condition.office] },
    {
      term: t.usual,
      value: [condition.usual ? formatSpan(condition.usual, language) : t.notKnown, expected(clock, language)]
        .filter(Boolean)
        .join(', '),
    },
    ...daysOf(track, clock, { language, calendar: organisation.workingDays }),
  ];
}

/** By when it is usually there, said while it is waited for and the day has not passed. */
function expected({ settledOn, usuallyBy, unknownYear, isLate }: Clock, language: Language): string {
  const t = MY_APPOINTMENT_TEXTS[language];
  if (settledOn !== null || isLate) return '';
  if (unknownYear !== null) return t.noDayYet;
  return usuallyBy === null ? '' : t.usuallyBy(formatDate(usuallyBy, language));
}

function daysOf(
  track: TakenTrack,
  { begunOn, settledOn }: Clock,
  { language, calendar }: { language: Language; calendar: WorkingDays },
): SummaryRow[] {
  const t = MY_APPOINTMENT_TEXTS[language];
  const row = (term: string, day: string | null | undefined): SummaryRow[] =>
    day ? [{ term, value: formatDate(day, language) }] : [];
  const asked = track.steps.some(({ action }) => action === 'begin' || action === 'reopen');
  const refused = stateOf(track) === 'not-met';
  const until = holdsUntil(track, calendar);
  const untilDay = until.ok && until.value !== null ? t.until(formatDate(until.value, language)) : t.open;
  const held = { term: t.holds, value: until.ok ? untilDay : t.noDayYet };
  return [
    ...row(t.begunOn, asked ? begunOn : null),
    ...row(t.settledOn, isSettled(track) ? settledOn : null),
    ...row(t.answeredOn, refused ? track.steps.at(-1)?.on : null),
    ...(stateOf(track) === 'met' ? [held] : []),
  ];
}

/** How many of the studies and posts are confirmed; who answered what is nobody's but the staff's. */
function verified({ page: { language }, one }: MyTrackProps): SummaryRow[] {
  const t = MY_APPOINTMENT_TEXTS[language];
  const counted = (part: VerifiedPart) => {
    const items = one.items.filter((item) => item.part === part);
    const confirmed = items.filter((item) => verificationState(item) === 'confirmed');
    return t.of(formatNumber(confirmed.length, language), formatNumber(items.length, language));
  };
  return [
    { term: t.studies, value: counted('education') },
    { term: t.posts, value: counted('experience') },
  ];
}

/** The level of the post, and what they stated where a notice asked for it: one that is lower has to be raised. */
function clearance({ page: { language }, one: { chosen }, track, organisation }: MyTrackProps): SummaryRow[] {
  const shown = { language, chosen, track, organisation };
  const isStated = clearanceOf(chosen, organisation).held !== null;
  return [neededLevel(shown), ...(isStated ? [statedLevel(shown)] : [])];
}

/** Where the condition, its usual duration and its validity come from, each once. */
function Sources({ language, track: { condition } }: { language: Language; track: TakenTrack }) {
  const t = MY_APPOINTMENT_TEXTS[language];
  const { name, rule, source, usual, holds } = condition;
  return (
    <Why about={name[language]}>
      <ul>
        <li>
          {rule}
          {colon(language)}
          {source[language]}
        </li>
        {usual && (
          <li>
            {t.usual}
            {colon(language)}
            {usual.source[language]}
          </li>
        )}
        {holds && (
          <li>
            {t.holds}
            {colon(language)}
            {holds.source[language]}
          </li>
        )}
      </ul>
    </Why>
  );
}
