import type { Language } from '../platform/language.ts';
import { Instant } from '../site/instant.tsx';
import { PublicLayout } from '../site/layout.tsx';
import { remaining } from '../site/dates.ts';
import { DataTable, type TableRow } from '../site/data-table.tsx';
import type { PageContext } from '../site/page-context.ts';
import type { AudienceRefusal } from '../vacancies/publication/audience.ts';
import { OPEN_ENDED } from '../vacancies/publication/publication-texts.ts';
import {
  BackLink,
  EmptyState,
  Facts,
  Notice,
  Steps,
  Tag,
  TaskList,
  type Step as TrackStep,
  type Tone,
} from '../site/parts.tsx';
import { standingOf, type AppliedVacancy, type Dossier, type NotOpen, type Standing } from './application.ts';
import type { ApplicationSummary } from './application-queries.ts';
import { APPLICATION_TEXTS, explainGap, explain, STANDING_TEXTS } from './application-texts.ts';
import { EarlierApplications } from './earlier-applications.tsx';
import { VacancyTitle } from './eligibility-pages.tsx';
import { stepsOf, type Step } from './steps.ts';

export const STANDING_TONES: Record<Standing, Tone> = {
  draft: 'info',
  submitted: 'success',
  withdrawn: 'plain',
  'deadline-missed': 'warning',
  'vacancy-gone': 'warning',
};

const addressOf = (language: Language, number: string): string => `/${language}/my/applications/${number}`;

type ListProps = { page: PageContext; applications: ApplicationSummary[]; now: Date };

/** A person's applications: where each stands and what is next. */
export function ApplicationListPage({ page, applications, now }: ListProps) {
  const { language } = page;
  const t = APPLICATION_TEXTS[language];
  return (
    <PublicLayout page={page} title={t.myApplications}>
      <h1>{t.myApplications}</h1>
      {applications.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.howToBegin}</p>
          <p>
            <a href={`/${language}/vacancies`}>{t.toVacancies}</a>
          </p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t.myApplications}
          hiddenCaption
          columns={[
            { heading: t.vacancy, rowHeader: true },
            { heading: t.number },
            { heading: t.status },
            { heading: t.next },
            { heading: t.deadline },
          ]}
          rows={applications.map((application) => listRow(application, { page, now }))}
        />
      )}
    </PublicLayout>
  );
}

function listRow(application: ApplicationSummary, { page, now }: { page: PageContext; now: Date }): TableRow {
  const { number, vacancy } = application;
  const standing = standingOf(application, vacancy, now);
  const words = STANDING_TEXTS[page.language][standing];
  return {
    key: number,
    cells: [
      <a href={addressOf(page.language, number)}>
        <VacancyTitle title={vacancy.title} page={page} />
      </a>,
      number,
      <Tag tone={STANDING_TONES[standing]}>{words.label}</Tag>,
      words.next,
      <Deadline vacancy={vacancy} language={page.language} />,
    ],
  };
}

export function Deadline({
  vacancy: { deadlineAt, deadlineZone },
  language,
}: {
  vacancy: Pick<AppliedVacancy, 'deadlineAt' | 'deadlineZone'>;
  language: Language;
}) {
  if (!deadlineAt) return <>{OPEN_ENDED[language]}</>;
  return <Instant at={deadlineAt} zone={deadlineZone} />;
}

type ApplicationProps = { page: PageContext; dossier: Dossier; now: Date; earlier: ApplicationSummary[] };

/** One application: where it stands, what is to be filled in, what happens next. */
export function ApplicationPage({ page, dossier, now, earlier }: ApplicationProps) {
  const { application, vacancy } = dossier;
  const { language } = page;
  const t = APPLICATION_TEXTS[language];
  const standing = standingOf(application, vacancy, now);
  const words = STANDING_TEXTS[language][standing];
  const here = addressOf(language, application.number);
  return (
    <PublicLayout page={page} title={`${t.applicationFor} ${application.number}`}>
      <BackLink href={`/${language}/my/applications`}>{t.myApplications}</BackLink>
      <p class="eyebrow">
        <Tag tone={STANDING_TONES[standing]}>{words.label}</Tag> <b>{application.number}</b>
      </p>
      <h1>
        {t.applicationFor} <VacancyTitle title={vacancy.notice.title} page={page} />
      </h1>
      <Notice tone={STANDING_TONES[standing]} title={words.meaning}>
        <p>{words.next}</p>
      </Notice>
      <Facts facts={factsOf({ page, dossier, now })} />
      {application.status === 'draft' ? (
        <Tasks page={page} dossier={dossier} submittable={standing === 'draft'} />
      ) : (
        <ul class="links">
          <li>
            <a href={`${here}/receipt`}>{t.seeReceipt}</a>
          </li>
          {application.status === 'submitted' && (
            <li>
              <a href={`${here}/withdrawal`}>{t.withdraw}</a>
            </li>
          )}
        </ul>
      )}
      {standing === 'draft' && <EarlierApplications page={page} number={application.number} earlier={earlier} />}
      <h2>{t.whereItStands}</h2>
      <Steps steps={trackOf(standing, language)} />
    </PublicLayout>
  );
}

function factsOf({ page, dossier: { application, vacancy }, now }: Omit<ApplicationProps, 'earlier'>) {
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

/** The status track: what is behind, what is now, what is to come. */
function trackOf(standing: Standing, language: Language): TrackStep[] {
  const { tracks, trackNotes } = APPLICATION_TEXTS[language];
  if (standing !== 'draft' && standing !== 'submitted') {
    const { label, next } = STANDING_TEXTS[language][standing];
    const before: TrackStep[] = standing === 'withdrawn' ? [{ title: tracks.submitted, state: 'done' }] : [];
    return [{ title: tracks.draft, state: 'done' }, ...before, { title: label, state: 'current', children: next }];
  }
  const submitted = standing === 'submitted';
  return [
    { title: tracks.draft, state: submitted ? 'done' : 'current' },
    { title: tracks.submitted, state: submitted ? 'done' : 'to-do' },
    { title: tracks.screening, state: submitted ? 'current' : 'to-do', children: trackNotes.screening },
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
      <BackLink href={`/${page.language}/vacancies/${reference}`} />
      <h1>{title}</h1>
      <p>{message}</p>
    </PublicLayout>
  );
}
