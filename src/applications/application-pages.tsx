import type { Language } from '../platform/language.ts';
import { PublicLayout } from '../site/layout.tsx';
import { remaining } from '../site/dates.ts';
import type { PageContext, PageLink } from '../site/page-context.ts';
import type { AudienceRefusal } from '../vacancies/publication/audience.ts';
import { BackLink, Facts, Notice, Steps, Tag, TaskList, type Step as TrackStep, type Tone } from '../site/parts.tsx';
import { StatusTrack } from '../site/status-track.tsx';
import { EQUALITY_TEXTS } from './equality/equality-texts.ts';
import { ACCOMMODATION_TEXTS } from './accommodation/accommodation-texts.ts';
import { standingOf, wasSubmitted, type Dossier, type NotOpen, type SentStatus, type Standing } from './application.ts';
import type { ApplicationSummary } from './application-queries.ts';
import { APPLICATION_TEXTS, explainGap, explain, STANDING_TEXTS } from './application-texts.ts';
import { Deadline } from './deadline-told.tsx';
import { Meanwhile, UndoDiscard } from './discarding/discard-pages.tsx';
import { DISCARD_TEXTS } from './discarding/discard-texts.ts';
import { EarlierApplications } from './drafting/earlier-applications.tsx';
import { VacancyTitle } from './eligibility/eligibility-pages.tsx';
import { REMINDER_TEXTS } from './news/reminder-texts.ts';
import { Standing as StandingInSelection } from './stages/standing-pages.tsx';
import { positionOf, type StageEntry } from './stages/stage-state.ts';
import { STAGE_TEXTS } from './stages/stage-texts.ts';
import { wordsFor } from './drafting/standing-words.ts';
import { stepsOf, type Step } from './drafting/steps.ts';
import { UndoWithdrawal } from './withdrawal/withdrawal-pages.tsx';
import type { Withdrawal } from './withdrawal/withdrawal.ts';

const addressOf = (language: Language, number: string): string => `/${language}/my/applications/${number}`;

type ApplicationProps = {
  page: PageContext;
  dossier: Dossier;
  /** Once it is submitted: its steps, its messages, its withdrawal. */
  followed: {
    entries: StageEntry[];
    unread: number;
    withdrawal: Withdrawal | undefined;
    discardedAt: Date | undefined;
    missed: { paragraphs: string[] }[];
    /** Pages of later stages, where there is something on them. */
    beside: PageLink[];
  };
  now: Date;
  /** What another of theirs can be begun with. */
  earlier: ApplicationSummary[];
};

/** One application: where it stands, what is to be filled in, what happens next. */
export function ApplicationPage(props: ApplicationProps) {
  const { page, dossier, now, followed, earlier } = props;
  const { application, vacancy } = dossier;
  const { language } = page;
  const t = APPLICATION_TEXTS[language];
  const standing = standingOf(application, vacancy, now);
  const { words, tone } = wordsFor({ ...application, vacancy }, { ...followed, now, language });
  return (
    <PublicLayout page={page} title={`${t.applicationFor} ${application.number}`}>
      <BackLink href={`/${language}/my/applications`}>{t.myApplications}</BackLink>
      <p class="eyebrow">
        <Tag tone={tone}>{words.label}</Tag> <b>{application.number}</b>
      </p>
      <h1>
        {t.applicationFor} <VacancyTitle title={vacancy.notice.title} page={page} />
      </h1>
      {application.status !== 'discarded' && (
        <Notice tone={tone} title={words.meaning}>
          <p>{words.next}</p>
        </Notice>
      )}
      <Facts facts={factsOf({ page, dossier, now })} />
      {application.status === 'draft' ? (
        <>
          <Meanwhile language={language} missed={followed.missed} />
          <Tasks page={page} dossier={dossier} submittable={standing === 'draft'} />
          <SideSteps page={page} number={application.number} />
          {standing === 'draft' && vacancy.deadlineAt && (
            <Reminders
              language={language}
              here={addressOf(language, application.number)}
              wanted={application.reminders}
            />
          )}
          {standing === 'draft' && <EarlierApplications page={page} number={application.number} earlier={earlier} />}
          <h2>{t.whereItStands}</h2>
          <StatusTrack steps={trackOf(standing, language)} />
          <Steps steps={trackOf(standing, language)} />
          <p>
            <a href={`${addressOf(language, application.number)}/discard`}>{DISCARD_TEXTS[language].link}</a>
          </p>
        </>
      ) : (
        <NoDraft {...props} />
      )}
    </PublicLayout>
  );
}

/** What was submitted, or thrown away. */
function NoDraft(props: ApplicationProps) {
  const { page, dossier, followed, now } = props;
  const { application, vacancy } = dossier;
  const { status, number } = application;
  if (wasSubmitted(status)) return <Submitted {...props} status={status} />;
  const { discardedAt, missed } = followed;
  return discardedAt ? <UndoDiscard {...{ page, number, discardedAt, vacancy, now, missed }} /> : null;
}

function Submitted({ page, dossier, followed, now, status }: ApplicationProps & { status: SentStatus }) {
  const { application, vacancy, rules } = dossier;
  const { number, submittedAt } = application;
  const { entries, unread, withdrawal, beside } = followed;
  const t = APPLICATION_TEXTS[page.language];
  const here = addressOf(page.language, number);
  const tracked = {
    status,
    submittedAt,
    entries,
    vacancy,
    now,
    withdrawnAt: withdrawal?.withdrawnAt ?? null,
    organisation: rules,
  };
  return (
    <>
      {status === 'withdrawn' && withdrawal && (
        <UndoWithdrawal {...{ page, number, withdrawal, zone: vacancy.deadlineZone, now }} />
      )}
      <StandingInSelection {...{ page, number, tracked, unread }} />
      <SideSteps page={page} number={number} equality={rules.equality.questions.length > 0} />
      <ul class="links">
        {beside.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
        {status === 'submitted' && <InvitedTo here={here} language={page.language} {...{ entries, rules }} />}
        <li>
          <a href={`${here}/receipt`}>{t.seeReceipt}</a>
        </li>
        {status === 'submitted' && positionOf(entries) !== 'not-retained' && (
          <li>
            <a href={`${here}/withdrawal`}>{t.withdraw}</a>
          </li>
        )}
      </ul>
    </>
  );
}

type InvitedProps = { here: string; language: Language; entries: StageEntry[]; rules: Dossier['rules'] };

/** What somebody answers who is invited to a stage: a time, and whom we may ask about them. */
function InvitedTo({ here, language, entries, rules }: InvitedProps) {
  const t = STAGE_TEXTS[language];
  const codes = entries.flatMap(({ stage }) => (stage === null ? [] : [stage]));
  const asksReferences = rules.selection.stages.some(({ code, references }) => references && codes.includes(code));
  return (
    <>
      {codes.length > 0 && (
        <li>
          <a href={`${here}/invitations`}>{t.invitations}</a>
        </li>
      )}
      {asksReferences && (
        <li>
          <a href={`${here}/references`}>{t.references}</a>
        </li>
      )}
    </>
  );
}

/** What belongs to an application and is no part of it: nobody who selects sees it. */
function SideSteps({
  page: { language },
  number,
  equality,
}: {
  page: PageContext;
  number: string;
  equality?: boolean;
}) {
  const here = addressOf(language, number);
  return (
    <ul class="links">
      <li>
        <a href={`${here}/accommodation`}>{ACCOMMODATION_TEXTS[language].link}</a>
      </li>
      {equality && (
        <li>
          <a href={`${here}/equality`}>{EQUALITY_TEXTS[language].link}</a>
        </li>
      )}
    </ul>
  );
}

function factsOf({ page, dossier: { application, vacancy }, now }: Omit<ApplicationProps, 'followed' | 'earlier'>) {
  const { language } = page;
  const t = APPLICATION_TEXTS[language];
  const left = vacancy.deadlineAt ? remaining(now, vacancy.deadlineAt, language) : undefined;
  return [
    {
      term: t.vacancy,
      value: <a href={`/${language}/vacancies/${vacancy.reference}`}>{vacancy.reference}</a>,
    },
    { term: t.number, value: application.number },
    { term: t.deadline, value: <Deadline vacancy={vacancy} language={language} />, note: left },
  ];
}

function Tasks({ page, dossier, submittable }: { page: PageContext; dossier: Dossier; submittable: boolean }) {
  const { language } = page;
  const t = APPLICATION_TEXTS[language];
  const here = addressOf(language, dossier.application.number);
  return (
    <section>
      <h2>{t.tasks}</h2>
      <p>{t.tasksHint}</p>
      <TaskList tasks={stepsOf(dossier).map((step) => taskOf(step, here, language))} />
      {submittable && (
        <p class="actions">
          <a class="button" href={`${here}/review`}>
            {t.review}
          </a>
        </p>
      )}
    </section>
  );
}

/** Whether a mail comes when the deadline is near, and the button that changes it. */
function Reminders({ language, here, wanted }: { language: Language; here: string; wanted: boolean }) {
  const t = REMINDER_TEXTS[language];
  return (
    <section>
      <h2>{t.title}</h2>
      <form method="post" action={`${here}/reminders`}>
        <p>{wanted ? t.on : t.off}</p>
        <p>
          <button type="submit" class="link" name="wanted" value={wanted ? 'no' : 'yes'}>
            {wanted ? t.turnOff : t.turnOn}
          </button>
        </p>
      </form>
    </section>
  );
}

const STATE_TONES: Record<Step['state'], Tone> = {
  'to-do': 'plain',
  optional: 'plain',
  incomplete: 'warning',
  done: 'success',
};

function taskOf({ name, state, gaps }: Step, here: string, language: Language) {
  const t = APPLICATION_TEXTS[language];
  const check = state === 'incomplete' && name !== 'documents' ? '?check' : '';
  const [first] = state === 'incomplete' ? gaps : [];
  return {
    title: t.steps[name],
    href: `${here}/${name}${check}`,
    tone: STATE_TONES[state],
    status: t.stepStates[state],
    hint: first && explainGap(first, language),
  };
}

/** The track of what is not submitted: what is now, what is to come. */
function trackOf(standing: Standing, language: Language): TrackStep[] {
  const { tracks, trackNotes } = APPLICATION_TEXTS[language];
  if (standing !== 'draft') {
    const { label, next } = STANDING_TEXTS[language][standing];
    return [
      { title: tracks.draft, state: 'done' },
      { title: label, state: 'current', children: next },
    ];
  }
  return [
    { title: tracks.draft, state: 'current' },
    { title: tracks.submitted, state: 'to-do' },
    { title: tracks.screening, state: 'to-do', children: trackNotes.screening },
    { title: tracks.tests, state: 'to-do', children: trackNotes.tests },
    { title: tracks.decision, state: 'to-do', children: trackNotes.decision },
  ];
}

type NotOpenProps = { page: PageContext; reference: string; refusal: NotOpen | AudienceRefusal };

/** What could not be begun: the vacancy takes no applications, or none of this person. */
export function NotOpenPage({ page, reference, refusal }: NotOpenProps) {
  const { title, message } = explain(refusal)[page.language];
  return (
    <PublicLayout page={page} title={title}>
      <BackLink href={`/${page.language}/vacancies/${reference}`}>{reference}</BackLink>
      <h1>{title}</h1>
      <p>{message}</p>
    </PublicLayout>
  );
}
