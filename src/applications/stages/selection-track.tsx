import type { ComponentChildren } from 'preact';
import type { Language } from '../../platform/language.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { civilDayIn, dateIn, formatDate } from '../../site/dates.ts';
import { Instant } from '../../site/instant.tsx';
import { Steps, Tag, Why, type Step } from '../../site/parts.tsx';
import { StatusTrack } from '../../site/status-track.tsx';
import { colon } from '../../site/punctuation.ts';
import { notOpen, untilClosing, type AppliedVacancy } from '../application.ts';
import { closingDay, isGoingOn, outlookOf, situationOf, type Situation } from './situation.ts';
import { SITUATION_TEXTS } from './situation-texts.ts';
import { stagesToInviteTo, type StageEntry } from './stage-state.ts';
import { STAGE_TEXTS } from './stage-texts.ts';

/** Everything the track of a submitted application is drawn from. */
export type Tracked = {
  status: 'submitted' | 'withdrawn';
  submittedAt: Date | null;
  withdrawnAt: Date | null;
  entries: readonly StageEntry[];
  vacancy: Pick<
    AppliedVacancy,
    'status' | 'publishedAt' | 'deadlineAt' | 'deadlineZone' | 'closedAt' | 'closesAt' | 'updatedAt' | 'notice'
  >;
  organisation: Organisation;
  /** The day that a person set for the screening of this competition, where somebody did. */
  screeningDay: string | undefined;
  now: Date;
};

type Place = Tracked & { language: Language; situation: Situation };

/** The status track: what is behind with its date, where it stands today, what is next and until when, by which source. */
export function SelectionTrack({ language, ...tracked }: Tracked & { language: Language }) {
  const vacancy = untilClosing(tracked.vacancy);
  const place = { ...tracked, vacancy, language, situation: situationOf(tracked, tracked.now) };
  const steps = [...behind(place), ...here(place), ...ahead(place)];
  return (
    <>
      <StatusTrack steps={steps} />
      <Steps steps={steps} />
    </>
  );
}

const day = (at: Date, { vacancy, language }: Place): string => dateIn(at, vacancy.deadlineZone, language);

function behind(place: Place): Step[] {
  const { submittedAt, entries, vacancy, language, situation, now } = place;
  const t = STAGE_TEXTS[language];
  const received: Step = {
    title: t.submitted,
    state: 'done',
    when: submittedAt && <Instant at={submittedAt} zone={vacancy.deadlineZone} toMinute />,
  };
  const closes = closingDay(vacancy);
  const closed: Step[] =
    closes !== null && situation !== 'awaiting-closing' && notOpen(vacancy, now) !== undefined
      ? [{ title: t.closesOn, state: 'done', when: formatDate(closes, language) }]
      : [];
  const current = isGoingOn(situation) ? entries.length - 1 : entries.length;
  const past = entries.slice(0, situation === 'not-retained' ? entries.length - 1 : current);
  return [received, ...closed, ...past.map((entry) => pastStep(entry, place))];
}

function pastStep(entry: StageEntry, place: Place): Step {
  return { title: titleOf(entry, place), state: 'done', when: day(entry.enteredAt, place) };
}

function titleOf(entry: StageEntry, { organisation, language }: Place): string {
  const t = STAGE_TEXTS[language];
  const { position } = entry;
  if (position === 'under-review') return t.screening;
  if (position === 'invited') return stageNamed(entry.stage, organisation)?.name[language] ?? entry.stage ?? '';
  return t.decided[position];
}

const stageNamed = (code: string | null, { selection }: Organisation) =>
  selection.stages.find((stage) => stage.code === code);

/** Where it stands today. */
function here(place: Place): Step[] {
  const { entries, language, situation, now, vacancy, withdrawnAt, organisation } = place;
  const t = STAGE_TEXTS[language];
  const words = SITUATION_TEXTS[language][situation];
  const today = (
    <Tag tone="info">
      {t.today}
      {colon(language)}
      {day(now, place)}
    </Tag>
  );
  const step = (title: string, rest: Partial<Step>, children?: ComponentChildren): Step[] => [
    {
      title,
      state: 'current',
      ...rest,
      children: children ?? <Told today={today} words={[words.meaning, words.next]} />,
    },
  ];
  const last = entries.at(-1);
  if (situation === 'withdrawn') return step(words.label, { when: withdrawnAt && day(withdrawnAt, place) });
  if (situation === 'vacancy-cancelled' || situation === 'vacancy-filled')
    return step(words.label, { when: day(vacancy.updatedAt, place) });
  if (situation === 'awaiting-closing') return step(t.closesOn, { when: closing(place) });
  if (!last) return step(words.label, {});
  const stage = stageNamed(last.stage, organisation);
  const when = t.since(day(last.enteredAt, place));
  if (last.position === 'under-review') {
    const said = [words.meaning, ...readBy(place), words.next];
    return step(titleOf(last, place), { when }, <Told today={today} words={said} />);
  }
  if (!stage) return step(titleOf(last, place), { when });
  const due = last.dueOn && t.dueOn(formatDate(last.dueOn, language));
  const said = [`${t.invitedNow} ${stage.meaning[language]}`, due, words.next].filter((line) => line !== null);
  return step(
    stage.name[language],
    { when },
    <Told today={today} words={said} source={stage.source[language]} about={stage.name[language]} />,
  );
}

/** The day by which people have read it; nothing once it has passed, since they are told what comes, not what is late. */
function readBy({ vacancy, organisation, screeningDay, language, now }: Place): string[] {
  const { screenedBy } = outlookOf(vacancy, organisation, screeningDay);
  const t = STAGE_TEXTS[language];
  if (screenedBy === null || screenedBy < civilDayIn(now, vacancy.deadlineZone)) return [];
  return [t.screenedBy(formatDate(screenedBy, language)), ...(screeningDay === undefined ? [] : [t.daySet])];
}

function closing({ vacancy: { deadlineAt, deadlineZone }, language }: Place): ComponentChildren {
  return deadlineAt ? <Instant at={deadlineAt} zone={deadlineZone} /> : STAGE_TEXTS[language].noClosing;
}

type ToldProps = { today?: ComponentChildren; words: string[]; source?: string; about?: string };

function Told({ today, words, source, about }: ToldProps) {
  return (
    <>
      {today && <p>{today}</p>}
      {words.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {source && (
        <Why about={about}>
          <p>{source}</p>
        </Why>
      )}
    </>
  );
}

/** What is to come, each with the day by which the organisation's data says, or that no source says. */
function ahead(place: Place): Step[] {
  const { entries, organisation, vacancy, language, situation, screeningDay } = place;
  const t = STAGE_TEXTS[language];
  if (!['awaiting-closing', 'received', 'under-review', 'invited'].includes(situation)) return [];
  const { screening, decision, stages } = organisation.selection;
  const { screenedBy, decidedBy } = outlookOf(vacancy, organisation, screeningDay);
  const by = (until: string | null) => (until === null ? t.noDate : t.by(formatDate(until, language)));
  const toScreen: Step[] =
    entries.length === 0
      ? [
          {
            title: t.screening,
            state: 'to-do',
            when: by(screenedBy),
            children: <Meant {...screening} about={t.screening} language={language} set={screeningDay !== undefined} />,
          },
        ]
      : [];
  const left = stagesToInviteTo(entries, organisation.selection);
  const toInvite = stages
    .filter(({ code }) => left.includes(code))
    .map((stage): Step => ({
      title: stage.name[language],
      state: 'to-do',
      when: t.onInvitation,
      children: <Meant {...stage} about={stage.name[language]} language={language} />,
    }));
  const decided: Step = {
    title: t.decision,
    state: 'to-do',
    when: by(decidedBy),
    children: <Meant {...decision} about={t.decision} language={language} />,
  };
  return [...toScreen, ...toInvite, decided];
}

type Sourced = {
  meaning: Record<Language, string>;
  source: Record<Language, string>;
  about: string;
  language: Language;
  /** Whether its day was set for this competition, and is not that of the source. */
  set?: boolean;
};

const Meant = ({ meaning, source, about, language, set = false }: Sourced) => (
  <Told
    words={[meaning[language], ...(set ? [STAGE_TEXTS[language].daySet] : [])]}
    source={source[language]}
    about={about}
  />
);
