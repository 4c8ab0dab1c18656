import { PublicLayout } from '../site/layout.tsx';
import { remaining } from '../site/dates.ts';
import type { PageContext } from '../site/page-context.ts';
import type { AudienceRefusal } from '../vacancies/publication/audience.ts';
import { BackLink, Facts, Notice, Steps, Tag } from '../site/parts.tsx';
import { StatusTrack } from '../site/status-track.tsx';
import { standingOf, wasSubmitted, type NotOpen } from './application.ts';
import { APPLICATION_TEXTS, explain } from './application-texts.ts';
import { Deadline } from './deadline-told.tsx';
import { Meanwhile, UndoDiscard } from './discarding/discard-pages.tsx';
import { DISCARD_TEXTS } from './discarding/discard-texts.ts';
import { EarlierApplications } from './drafting/earlier-applications.tsx';
import { VacancyTitle } from './eligibility/eligibility-pages.tsx';
import { wordsFor } from './drafting/standing-words.ts';
import { addressOf, type ApplicationProps } from './application-props.ts';
import { SideSteps, Submitted } from './submitted-parts.tsx';
import { Reminders, Tasks, trackOf } from './draft-parts.tsx';

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
