import type { Language } from '../../platform/language.ts';
import { formatSpan } from '../../regulations/contracts/contract-texts.ts';
import { PassedOver } from '../../regulations/passed-over.tsx';
import { DataTable } from '../../site/data-table.tsx';
import { formatDate } from '../../site/dates.ts';
import { SummaryList, Tag, Why, type SummaryRow, type Tone } from '../../site/parts.tsx';
import { isUnderWay } from './appointment.ts';
import type { TakenTrack } from './track-queries.ts';
import { caseAddress } from './case-address.ts';
import type { CaseProps } from './case-props.ts';
import { levelName } from './clearance.ts';
import { neededLevel, statedLevel } from './clearance-rows.tsx';
import { goesOn, missingFrom } from '../candidate/condition-document.ts';
import { SentDocumentsPart } from '../candidate/sent-documents-part.tsx';
import { VerificationPart } from '../verification/verification-part.tsx';
import { CONDITIONS_TEXTS } from './conditions-texts.ts';
import { clockOf, holdsUntil, type Clock } from './track-clock.ts';
import { stateOf, type TrackState } from './track.ts';

const TONES: Record<TrackState, Tone> = {
  'to-begin': 'plain',
  'under-way': 'info',
  met: 'success',
  'not-met': 'error',
  waived: 'success',
};

type TrackProps = CaseProps & { track: TakenTrack };

/** One condition of an appointment: where it stands, its clock, what was recorded, and the steps that its reader may take. */
export function TrackSection(props: TrackProps) {
  const { page, chosen, track, actions } = props;
  const { language } = page;
  const t = CONDITIONS_TEXTS[language];
  const { condition } = track;
  const name = condition.name[language];
  const state = stateOf(track);
  const address = `/${language}${caseAddress(chosen)}/conditions/${condition.code}`;
  const possible = isUnderWay(chosen.appointment) ? (actions.get(condition.code) ?? []) : [];
  return (
    <section aria-labelledby={`condition-${condition.code}`}>
      <h2 id={`condition-${condition.code}`}>
        {name} <Tag tone={TONES[state]}>{t.states[state]}</Tag>
      </h2>
      <SummaryList rows={[...generalRows(props), ...(condition.kind === 'clearance' ? clearanceRows(props) : [])]} />
      <Why about={name}>
        <p>
          {condition.rule}: {condition.source[language]}
        </p>
        <PassedOver
          passedOver={clockOf(track, props.today, props.organisation.workingDays).passedOver}
          language={language}
        />
      </Why>
      {track.steps.length === 0 ? (
        <p>{t.noSteps}</p>
      ) : (
        <Steps language={language} track={track} organisation={props.organisation} />
      )}
      <SentDocumentsPart {...props} />
      {condition.kind === 'verification' && <VerificationPart {...props} />}
      {possible.length > 0 && (
        <ul class="links">
          {possible.map((action) => (
            <li key={action}>
              <a href={`${address}/${action}`}>
                {t.actions[action]}
                <span class="hidden"> ({name})</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function generalRows(props: TrackProps): SummaryRow[] {
  const { page, track, today, organisation } = props;
  const { language } = page;
  const t = CONDITIONS_TEXTS[language];
  const { condition } = track;
  const clock = clockOf(track, today, organisation.workingDays);
  return [
    ...(condition.givenBy ? [{ term: t.givenBy, value: condition.givenBy[language] }] : []),
    { term: t.officeIs, value: t.offices[condition.office] },
    {
      term: t.usual,
      value: (
        <>
          {condition.usual ? formatSpan(condition.usual, language) : t.notStated}
          <UsuallyBy clock={clock} language={language} />
        </>
      ),
    },
    ...(stateOf(track) === 'met' ? [{ term: t.holds, value: holdsInWords(props) }] : []),
    ...fromCandidate(props),
  ];
}

/** By when it is usually settled, as long as it is not. */
function UsuallyBy({ clock, language }: { clock: Clock; language: Language }) {
  const t = CONDITIONS_TEXTS[language];
  const { settledOn, usuallyBy, unknownYear, isLate } = clock;
  if (settledOn !== null) return null;
  if (unknownYear !== null) return <> ({t.yearUnknown(String(unknownYear))})</>;
  if (usuallyBy === null) return null;
  return (
    <>
      {' '}
      {t.dueBy(formatDate(usuallyBy, language))} {isLate && <Tag tone="warning">{t.late}</Tag>}
    </>
  );
}

function holdsInWords({ page: { language }, track, organisation }: TrackProps): string {
  const t = CONDITIONS_TEXTS[language];
  const until = holdsUntil(track, organisation.workingDays);
  if (!until.ok) return t.yearUnknown(String(until.refusal.year));
  return until.value === null ? t.open : t.until(formatDate(until.value, language));
}

/** Whether the candidate has sent what was asked for, or whose turn it is. */
function fromCandidate({ page: { language }, track, chosen, sent }: TrackProps): SummaryRow[] {
  const t = CONDITIONS_TEXTS[language];
  if (track.condition.fromCandidate.length === 0) return [];
  const missing = goesOn(chosen) ? missingFrom(track, sent) : [];
  const names = missing.map(({ name }) => name[language]).join(' · ');
  const value =
    missing.length === 0 ? (
      t.nothingMissing
    ) : (
      <>
        <Tag tone="warning">{t.waitsForCandidate}</Tag> {names}
      </>
    );
  return [{ term: t.fromCandidate, value }];
}

/** The level of the post beside what the person stated. */
const clearanceRows = ({ page: { language }, ...props }: TrackProps): SummaryRow[] => [
  neededLevel({ language, ...props }),
  statedLevel({ language, ...props }),
];

type StepsProps = { language: Language; track: TakenTrack; organisation: CaseProps['organisation'] };

function Steps({ language, track, organisation }: StepsProps) {
  const t = CONDITIONS_TEXTS[language];
  const words = track.steps.some(({ reason }) => reason !== '');
  return (
    <DataTable
      caption={t.history(track.condition.name[language])}
      columns={[
        { heading: t.day, rowHeader: true },
        { heading: t.step },
        { heading: t.by },
        ...(words ? [{ heading: t.reason }] : []),
      ]}
      rows={track.steps.map(({ number, on, action, level, authority, takenByName, reason }) => ({
        key: number,
        cells: [
          formatDate(on, language),
          [t.stepped[action], level && levelName(level, organisation)[language], authority].filter(Boolean).join(', '),
          takenByName,
          reason,
        ],
      }))}
    />
  );
}
